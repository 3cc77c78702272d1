import * as z from 'zod';
import type { PeopleTable } from '../people/people-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type AddressesTable, type AddressProblem, addressKey } from './addresses-table.ts';

/**
 * What SES publishes to the identity's topics.
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
const notificationSchema = z.discriminatedUnion('notificationType', [
  z.object({
    notificationType: z.literal('Bounce'),
    bounce: z.object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
    }),
  }),
  z.object({
    notificationType: z.literal('Complaint'),
    complaint: z.object({
      complaintFeedbackType: z.string().nullish(),
      complainedRecipients: z.array(z.object({ emailAddress: z.string() })),
    }),
  }),
  z.object({ notificationType: z.literal('Delivery') }),
]);

/** Other messages that SES publishes to a topic, such as that it has been subscribed. */
const otherSchema = z.object({ notificationType: z.string().optional() });

type Notification = z.infer<typeof notificationSchema>;

/** Kinds of permanent bounces that mean that nobody is there; others, of the content or a rule, may pass. */
const dead = ['General', 'NoEmail', 'Suppressed', 'OnAccountSuppressionList'];

/** Kinds of complaints that are none of the person's: about the content, the signature, or taken back. */
const noComplaints = ['auth-failure', 'not-spam', 'virus'];

/** What the notification means for addresses, and for which; nothing if they may be written to as before. */
function problemsIn(
  notification: Notification,
): { problem: AddressProblem['problem']; addresses: string[] } | undefined {
  switch (notification.notificationType) {
    case 'Bounce': {
      const { bounceType, bounceSubType = 'General', bouncedRecipients } = notification.bounce;
      if (bounceType !== 'Permanent' || !dead.includes(bounceSubType)) return undefined;
      return { problem: 'bounced', addresses: bouncedRecipients.map(({ emailAddress }) => emailAddress) };
    }
    case 'Complaint': {
      const { complaintFeedbackType, complainedRecipients } = notification.complaint;
      if (noComplaints.includes(complaintFeedbackType ?? '')) return undefined;
      return { problem: 'complained', addresses: complainedRecipients.map(({ emailAddress }) => emailAddress) };
    }
    case 'Delivery':
      return undefined;
  }
}

/** Marks addresses that are dead or complained, once each, and shows the operators. */
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
  const found = problemsIn(parsed.data);
  if (!found) return { marked: 0 };
  const { problem, addresses } = found;
  const operators = await deps.people.withRole('operator');
  let marked = 0;
  for (const emailAddress of addresses) {
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
