import type { Dependencies } from '../../functions/app/dependencies.ts';
import { renewLinks } from '../../functions/people-changes/renew-links.ts';
import { remindNow } from '../../functions/requests/remind-now.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

type Reach = Dependencies & Pick<Context, 'flags' | 'by' | 'now'>;

/** `remind REQUEST`: sends one more reminder to the person who has it; the reminders of its plan leave as before. */
export async function remind(context: Reach, id: string | undefined): Promise<void> {
  const given = { request: needed(id, 'remind REQUEST'), by: context.by };
  const request = await context.requests.get(given.request);
  if (request?.state !== 'OPEN') throw new Complaint(`${id} is no open request.`);
  const holder = assigneeId(request.assignee);
  await confirm(
    context,
    `${holder} is reminded of ${request.kind} about ${request.subject}, due ${formatInstant(request.dueAt, 'en')}; ${request.remindersSent} reminders were sent so far. Planned reminders are sent as before.`,
  );
  if ((await remindNow(context, given, context.now())) === 'not-open')
    throw new Complaint(`${id} has just been settled.`);
  console.log(`The reminder is on its way to ${holder}.`);
}

/** `link PERSON`: new links to all that is open to one of the staff; no link is ever shown to an operator. */
export async function link(context: Reach, id: string | undefined): Promise<void> {
  const person = await context.people.get(needed(id, 'link PERSON'));
  if (!person) throw new Complaint(`There is nobody ${id} among the staff.`);
  const open = await context.requests.openFor(person.id);
  await confirm(
    context,
    `${person.id} is emailed new links to everything that waits for them (${open.length} requests, and their lists of rounds). All earlier links stop working, and their desk is closed in every browser.`,
  );
  const mails = await renewLinks(context, { person: person.id, by: context.by }, context.now());
  console.log(
    mails === 0 ? `Nothing waits for ${person.id}: no email is sent.` : `${mails} emails are sent to ${person.id}.`,
  );
}
