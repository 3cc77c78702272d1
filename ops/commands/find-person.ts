import { type Application, applicationSchema } from '../../functions/applications/application.ts';
import { emailKey } from '../../functions/applications/identity.ts';
import { mailboxOf } from '../../functions/people/mailbox.ts';
import type { Person } from '../../functions/people/person.ts';
import { readingBy } from '../../functions/shared/database/audit.ts';
import { fromItem } from '../../functions/shared/database/stored.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { foldedText } from '../../functions/shared/text/folded.ts';
import { Complaint, type Context, confirm } from '../context.ts';
import { referencesWith } from '../references-with.ts';
import { scan, staffStored } from './scans.ts';

type Needed = Pick<
  Context,
  'db' | 'tables' | 'applications' | 'rounds' | 'requests' | 'commit' | 'flags' | 'by' | 'now'
>;

/** How many applications are shown at most: whoever has more than that of one name needs another key. */
const maxShown = 20;

/** Whether somebody is meant, and not something by its id: an address, or words without a digit. */
export const isAboutPerson = (typed: string): boolean =>
  typed.includes('@') || (!parseReference(typed) && /\p{L}{2}|\p{L} \p{L}/u.test(typed) && !/\d/u.test(typed));

/**
 * `find EMAIL|NAME`: the references of somebody's applications, and who of the staff it is. By an address it asks the
 * index of each round; for a name the applications are read through.
 */
export async function findPerson(context: Needed, typed: string): Promise<void> {
  const byAddress = typed.includes('@');
  await confirm(
    context,
    `Looks for everybody with the ${byAddress ? 'address' : 'name'} ${typed}${byAddress ? '' : ' (reads all applications)'}; the audit keeps whom you found.`,
  );
  const applications = byAddress ? await withAddress(context, typed) : await withName(context, typed);
  const staff = (await staffStored(context)).filter((person) => isMeant(person, typed));
  if (applications.length + staff.length === 0) throw new Complaint(`There is nobody with ${typed}.`);
  const shown = applications.slice(0, maxShown);
  const [event, ...more] = [...shown.map(({ reference }) => reference), ...staff.map(({ id }) => `person#${id}`)].map(
    (subject) => ({ ...readingBy(context.by, context.now()), subject, type: 'PersonalDataRead' as const }),
  );
  if (event) await context.commit({ changes: [], events: [event, ...more] });
  for (const { reference, roundId, state, sentAt } of shown)
    console.log(`${reference}  ${roundId}  ${state}  ${sentAt ? `sent ${sentAt}` : 'not sent'}`);
  if (applications.length > shown.length)
    console.log(`and ${applications.length - shown.length} more: search by the email address.`);
  for (const { id, roles } of staff) {
    const open = await context.requests.openFor(id);
    console.log(`${id}  of the staff  ${roles.join(', ') || 'no role'}  ${open.length} open`);
  }
}

async function withAddress(context: Needed, typed: string): Promise<Application[]> {
  const rounds = (await context.rounds.list()).map(({ id }) => id);
  const all = await context.applications.many(await referencesWith(context, typed, rounds));
  return newestFirst(
    all.filter(({ roundId, email }) => email !== undefined && emailKey(roundId, email) === emailKey(roundId, typed)),
  );
}

async function withName({ db, tables }: Needed, name: string): Promise<Application[]> {
  const all = (await scan(db, tables.APPLICATIONS_TABLE)).filter(
    (item) => item.sk === 'application' && typeof item.name === 'string' && folded(item.name).includes(folded(name)),
  );
  return newestFirst(all.map((item) => fromItem(applicationSchema, item, tables.APPLICATIONS_TABLE)));
}

const isMeant = ({ id, name, email }: Person, typed: string): boolean =>
  typed.includes('@') ? mailboxOf(email) === mailboxOf(typed) : id === typed || folded(name).includes(folded(typed));

/** A name as it is searched, without its spaces. */
const folded = (name: string): string => foldedText(name).replaceAll(/\s/gu, '');

const newestFirst = (applications: readonly Application[]): Application[] =>
  applications.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
