import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { presentRequest } from '../../../functions/applications/open-requests.ts';
import { entrySchema, type OutboxEntry } from '../../../functions/outbox/entry.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { Person } from '../../../functions/people/person.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { type AuditEvent, eventsOf } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { AwsCall } from '../../../local/gate/call.ts';
import type { Fault } from '../../../local/gate/faults.ts';
import type { Academy } from '../academy.ts';
import { answers, applyBehindPages, mailsTo } from '../applicants.ts';
import type { TestCloud } from '../cloud.ts';
import { eventually } from '../eventually.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import type { Stage } from '../stage.ts';
import { type FormFields, visitor } from '../visitor.ts';
import { itemsWith } from '../written.ts';

export const officer = 'minji.kim@academy.example.kr';
export const operator = 'yuna.choi@academy.example.kr';
export const tooYoung = { 'about-you': { 'birthDate.year': '2012' } };

/** The open request on which an application waits at this moment. */
export async function presentlyOpen(
  at: Pick<Academy, 'application' | 'requests'>,
  reference: string,
): Promise<PersonRequest | undefined> {
  const request = await presentRequest(at, await at.application(reference));
  return request?.state === 'OPEN' ? request : undefined;
}

/** The request on which an application waits, as soon as it is open; another than the one given, if one is. */
export const openRequest = (
  at: Pick<Academy, 'application' | 'requests'>,
  reference: string,
  other?: string,
): Promise<PersonRequest> =>
  eventually(`an open request about ${reference}`, async () => {
    const request = await presentlyOpen(at, reference);
    return request?.id === other ? undefined : request;
  });

/** An application, sent behind the pages, that the officer is asked about, the open request and the path of the officer's link. */
export async function withOfficer(at: Academy, round: Round, address = officer, form = answers(tooYoung)) {
  const applied = await applyBehindPages(at, round, form);
  const request = await openRequest(at, applied.reference);
  return { ...applied, request, link: await requestLink(at, request.id, address) };
}

export const press = (at: Pick<Academy, 'baseUrl'>, link: string, fields: FormFields) =>
  visitor(at.baseUrl).post(link, fields);

/** An application whose applicant is asked a question by the officer, and the path of the applicant's link. */
export async function withApplicant(at: Academy, round: Round) {
  const asked = await withOfficer(at, round);
  await press(at, asked.link, { outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you'] });
  await at.untilState(asked.reference, 'WITH_APPLICANT');
  const question = await openRequest(at, asked.reference);
  return { ...asked, question, questionLink: await requestLink(at, question.id, asked.email) };
}

/** What an applicant sends as the answer to the question above. */
export const replyOf = (applied: { readonly email: string }, reply: string): FormFields => ({
  ...answers()['about-you'],
  email: applied.email,
  reply,
});

let people = 0;
const spans = ({ absences }: Person): string => absences.map(({ from, to }) => `${from}..${to}`).join('; ');

/** Somebody of the staff whom no other test has; `deputy` is given as well, or not at all. */
export async function staff(
  at: Pick<Academy, 'people' | 'commit' | 'now'>,
  person: { readonly absentToday?: string; readonly deputy?: Person } = {},
) {
  people += 1;
  const id = `tester-${process.pid}-${people}`;
  const email = `${id}@academy.example.kr`;
  const row = (of: Pick<Person, 'id' | 'name' | 'email'>, deputy: string, absences: string) =>
    [of.id, of.name, of.email, 'ko', 'academy-manager', deputy, absences].join(',');
  const { people: rows, bad } = readPeople(
    [
      'id,name,email,lang,roles,deputy,absences',
      row({ id, name: `시험${people}`, email }, person.deputy?.id ?? '', person.absentToday ?? ''),
      ...(person.deputy ? [row(person.deputy, '', spans(person.deputy))] : []),
    ].join('\n'),
  );
  if (bad.length > 0) throw new Error(JSON.stringify(bad));
  await loadPeople(at, rows, 'operator:test', at.now());
  const loaded = await at.people.get(id);
  if (!loaded) throw new Error(`${id} was not loaded`);
  return loaded;
}

/** Puts a fault in the way until the test ends, or until the function takes it away. */
export function inject(at: TestCloud, fault: Fault): () => void {
  const remove = at.gate.inject(fault);
  onTestFinished(remove);
  return remove;
}

/** A fault that the SDK does not try again by itself, so that the Lambda throws. */
export const broken = { status: 400, code: 'ValidationException', message: 'made by the test' } as const;

/** How many entries of one event are looked for at first. */
const perEvent = 4;

/** The outbox entries of a subject, in the order in which they were made: found by the events that name them. */
export async function entriesOf(at: Pick<Stage, 'db' | 'tables' | 'outbox'>, subject: string): Promise<OutboxEntry[]> {
  const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, subject);
  const idOf = ({ hash }: AuditEvent, index: number) => `${subject}.${hash.slice(0, 12)}.${index}`;
  const ids = events.flatMap((event) => Array.from({ length: perEvent }, (_, index) => ({ id: idOf(event, index) })));
  const items = (await itemsWith(at, 'OUTBOX_TABLE', ids)).map((item) => entrySchema.parse(item));
  const found = new Map(items.map((entry) => [entry.id, entry]));
  const entries: OutboxEntry[] = [];
  for (const event of events) {
    for (let index = 0; ; index += 1) {
      const id = idOf(event, index);
      const entry = index < perEvent ? found.get(id) : await at.outbox.get(id);
      if (!entry) break;
      entries.push(entry);
    }
  }
  return entries;
}

/** Waits for an outbox entry of a subject that fits. */
export const entryOf = (at: Stage, subject: string, what: string, fits: (entry: OutboxEntry) => boolean) =>
  eventually(`${what} of ${subject}`, async () => (await entriesOf(at, subject)).find(fits));

/**
 * The mails to an address once no message about the subject is on its way any more: all that there will be, so that they
 * can be counted.
 */
export async function allMailsTo(at: TestCloud, address: string, subject: string) {
  await eventually(`all messages about ${subject} have left`, async () =>
    (await entriesOf(at, subject)).every(({ due }) => due === undefined),
  );
  return mailsTo(at, address);
}

/** As if the time until the next try, and the lease of a dead worker, had passed. */
export async function makeDue(at: Stage, id: string): Promise<void> {
  const past = addMinutes(at.now(), -1);
  const entry = await at.outbox.get(id);
  if (!entry?.due) return;
  await at.db.send(
    new UpdateCommand({
      TableName: at.tables.OUTBOX_TABLE,
      Key: { id },
      UpdateExpression: `SET nextAttemptAt = :past${entry.leaseUntil ? ', leaseUntil = :past' : ''}`,
      ExpressionAttributeValues: { ':past': past },
    }),
  );
}

const timesTried = (entry: OutboxEntry | undefined): number => (entry?.attempts ?? 0) + (entry?.deferrals ?? 0);

/** The entry after one more try. Whichever sweep makes it, it is over: another may be at work at the same time. */
export async function tryOnceMore(at: Stage, id: string): Promise<OutboxEntry> {
  const before = timesTried(await at.outbox.get(id));
  await makeDue(at, id);
  await at.sweep();
  return eventually(`${id} is tried once more`, async () => {
    const entry = await at.outbox.get(id);
    return timesTried(entry) > before && !entry?.leaseUntil && entry;
  });
}

/** Sweeps as often as it takes until the entry is tried no more. */
export async function sweepUntilFinal(at: Stage, id: string): Promise<OutboxEntry> {
  for (let tries = 0; tries < 20; tries += 1) {
    const entry = await at.outbox.get(id);
    if (entry && entry.due === undefined) return entry;
    await makeDue(at, id);
    await at.sweep();
  }
  throw new Error(`${id} is tried for ever`);
}

/** The outbox entry that a call to SES sends, by the header that every mail has. */
export const entryHeaderOf = ({ input }: AwsCall): string => {
  const raw = Buffer.from(String(input['RawMessage.Data']), 'base64').toString('utf8');
  return /^X-Academy-Entry: (.+)\r$/mu.exec(raw)?.[1] ?? 'without an entry';
};

/** Counts what leaves for SES by outbox entry, from now on. */
export function countMails(at: TestCloud) {
  const sent = new Map<string, number>();
  const end = at.gate.onCall((call) => {
    if (call.service !== 'ses' || call.operation !== 'SendRawEmail') return;
    const entry = entryHeaderOf(call);
    sent.set(entry, (sent.get(entry) ?? 0) + 1);
  });
  return { of: (entry: string) => sent.get(entry) ?? 0, all: () => [...sent], end };
}
