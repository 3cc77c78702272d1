import { type HeldDraft, hasNotLeft, type OutboxDraft } from '../outbox/entry.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { TemplateWith } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Application } from './application.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Seconds after sending after which the receipt leaves by itself, with the next sweep: up to five minutes later. The check decides within two seconds as a rule, and its
 * commit sends the receipt; it comes later if many send at once, or if a run does not begin.
 */
const secondsForCheck = 40;

type Sent = Pick<Application, 'reference' | 'version' | 'sentAt'>;

const mail = (template: TemplateWith<{ version: string }>, { reference, version }: Sent): OutboxDraft => ({
  kind: 'mail',
  template,
  to: { applicant: reference },
  ids: { version: String(version) },
});

/** With the moment, for a table that was put back to before: its versions come again, and the outbox is never put back. */
const idOf = ({ reference, version, sentAt }: Sent): string =>
  `${reference}.received.${version}-${sentAt === undefined ? 0 : Date.parse(sentAt)}`;

/** The receipt of a version as sending queues it: for whom the check does not come to in time. */
export const heldReceipt = (sent: Sent): HeldDraft => ({
  id: idOf(sent),
  seconds: secondsForCheck,
  message: mail('application-received', sent),
});

/**
 * The mail that goes with what the check of a version found: the receipt, in one mail with the acceptance, while it has
 * not left by itself, or cannot; else the acceptance alone, and nothing for what goes to an officer.
 */
export async function receiptWith(
  { outbox }: Pick<Dependencies, 'outbox'>,
  found: 'ACCEPTED' | 'OFFICER',
  sent: Sent,
  now: Instant,
): Promise<Pick<Parts, 'changes' | 'outbox'>> {
  const held = await outbox.held(idOf(sent));
  const receipt = mail(found === 'ACCEPTED' ? 'application-received-and-accepted' : 'application-received', sent);
  // It leaves never: its sender gets the receipt all the same.
  if (held === 'unreadable') return { changes: [], outbox: [receipt] };
  if (!held || !hasNotLeft(held)) {
    return { changes: [], outbox: found === 'ACCEPTED' ? [mail('application-accepted', sent)] : [] };
  }
  return {
    changes: [outbox.unneeded(held, now, 'the receipt left with the check')],
    outbox: [receipt],
  };
}
