import type { Dependencies } from '../../functions/app/dependencies.ts';
import { renewLinks } from '../../functions/app/renew-links.ts';
import { remindNow } from '../../functions/requests/remind-now.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

type Reach = Dependencies & Pick<Context, 'flags' | 'by' | 'now'>;

/** `remind REQUEST`: one more reminder to whoever has it; the reminders of its plan leave as before. */
export async function remind(context: Reach, id: string | undefined): Promise<void> {
  const given = { request: needed(id, 'remind REQUEST'), by: context.by };
  const request = await context.requests.get(given.request);
  if (request?.state !== 'OPEN') throw new Complaint(`${id} is no open request.`);
  const holder = assigneeId(request.assignee);
  await confirm(
    context,
    `${holder} is reminded of ${request.kind} about ${request.subject}, due ${formatInstant(request.dueAt, 'en')}; ${request.remindersSent} reminders were sent so far. The planned ones leave as before.`,
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
    `${person.id} is mailed new links to all that is open to them (${open.length} requests, and their lists of rounds). Every link mailed to them before opens nothing more.`,
  );
  const mails = await renewLinks(context, { person: person.id, by: context.by }, context.now());
  console.log(
    mails === 0 ? `Nothing is open to ${person.id}: no mail leaves.` : `${mails} mails leave to ${person.id}.`,
  );
}
