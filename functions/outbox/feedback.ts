import * as z from 'zod';
import type { PeopleTable } from '../people/people-table.ts';
import type { Commit } from '../shared/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type AddressesTable, addressKey } from './addresses-table.ts';

/**
 * What SES publishes to the identity's topics.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
const notificationSchema = z.discriminatedUnion('notificationType', [
  z.object({
    notificationType: z.literal('Bounce'),
    bounce: z.object({
      bounceType: z.string(),
      bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
    }),
  }),
  z.object({
    notificationType: z.literal('Complaint'),
    complaint: z.object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })) }),
  }),
  z.object({ notificationType: z.literal('Delivery') }),
]);

/** Other messages that SES publishes to a topic, such as that it has been subscribed. */
const otherSchema = z.object({ notificationType: z.string().optional() });

/** Marks addresses that bounced for good or complained, once each, and shows the operators. */
export async function takeFeedback(
  deps: { readonly addresses: AddressesTable; readonly people: PeopleTable; readonly commit: Commit },
  message: string,
  now: Instant,
): Promise<{ readonly marked: number }> {
  const given: unknown = JSON.parse(message);
  const parsed = notificationSchema.safeParse(given);
  if (!parsed.success) {
    const known = ['Bounce', 'Complaint', 'Delivery'];
    if (known.includes(otherSchema.parse(given).notificationType ?? '')) throw parsed.error;
    return { marked: 0 };
  }
  const notification = parsed.data;
  if (notification.notificationType === 'Delivery') return { marked: 0 };
  const problem = notification.notificationType === 'Bounce' ? ('bounced' as const) : ('complained' as const);
  if (notification.notificationType === 'Bounce' && notification.bounce.bounceType === 'Transient')
    return { marked: 0 };
  const recipients =
    notification.notificationType === 'Bounce'
      ? notification.bounce.bouncedRecipients
      : notification.complaint.complainedRecipients;
  const operators = await deps.people.withRole('operator');
  let marked = 0;
  for (const { emailAddress } of recipients) {
    const email = emailAddress.replace(/^.*<|>.*$/gu, '');
    const pk = addressKey(email);
    const done = await decideAgainOnConflict(async () => {
      if (await deps.addresses.problemOf(email)) return false;
      await deps.commit({
        changes: [deps.addresses.mark({ pk, problem, at: now })],
        events: [
          {
            subject: `address#${pk}`,
            type: problem === 'bounced' ? 'AddressBounced' : 'AddressComplained',
            by: 'system:ses',
            at: now,
          },
        ],
        outbox: operators.map((operator) => ({
          kind: 'mail',
          template: 'operator-notice',
          to: { person: operator.id },
          ids: { about: problem, subject: pk, detail: problem },
        })),
      });
      return true;
    });
    if (done) marked += 1;
  }
  return { marked };
}
