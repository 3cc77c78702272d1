import { beforeEach, describe, expect, it } from 'vitest';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { takeFeedback } from '../../../functions/outbox/feedback.ts';
import { peopleTable } from '../../../functions/people/people-table.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const email = 'kim@x.example';

let memory: ReturnType<typeof memoryDatabase>;
beforeEach(() => {
  memory = memoryDatabase();
});

const problemAfter = async (message: object): Promise<string | undefined> => {
  const addresses = addressesTable(memory.db, 'addresses');
  const deps = {
    addresses,
    people: peopleTable(memory.db, 'people'),
    commit: committer(memory.db, { audit: 'audit', outbox: 'outbox' }),
  };
  await takeFeedback(deps, JSON.stringify(message), now);
  return (await addresses.problemOf(email))?.problem;
};
const bounce = (bounceType: string, bounceSubType?: string, emailAddress = email) => ({
  notificationType: 'Bounce',
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress }] },
});
const complaint = (complaintFeedbackType?: string | null) => ({
  notificationType: 'Complaint',
  complaint: { complaintFeedbackType, complainedRecipients: [{ emailAddress: email }] },
});

describe('feedback of SES', () => {
  it.each(['General', 'NoEmail', 'Suppressed', 'OnAccountSuppressionList', undefined])(
    'of a permanent bounce, %s, marks the address: nobody is there',
    async (kind) => {
      expect(await problemAfter(bounce('Permanent', kind))).toBe('bounced');
    },
  );

  it.each([
    ['Transient', 'General'],
    ['Transient', 'MailboxFull'],
    ['Transient', 'MessageTooLarge'],
    ['Transient', 'ContentRejected'],
    ['Transient', 'AttachmentRejected'],
    ['Undetermined', 'Undetermined'],
    ['Permanent', 'ContentRejected'],
    ['Permanent', 'AnotherOfTomorrow'],
  ])('of a bounce %s, %s, marks nothing: the next mail may arrive', async (type, kind) => {
    expect(await problemAfter(bounce(type, kind))).toBeUndefined();
  });

  it.each(['abuse', 'fraud', 'other', null, undefined])('of a complaint, %s, marks the address', async (kind) => {
    expect(await problemAfter(complaint(kind))).toBe('complained');
  });

  it.each(['not-spam', 'auth-failure', 'virus'])(
    'of a complaint that is none of the person’s, %s, marks nothing',
    async (kind) => {
      expect(await problemAfter(complaint(kind))).toBeUndefined();
    },
  );

  it('of a delivery marks nothing, and an address is found beside its name', async () => {
    expect(await problemAfter({ notificationType: 'Delivery', delivery: { recipients: [email] } })).toBeUndefined();
    expect(await problemAfter(bounce('Permanent', 'General', `"Kim" <${email}>`))).toBe('bounced');
  });

  it('that it does not know the shape of is a fault, and other messages of the topic are none', async () => {
    await expect(problemAfter({ notificationType: 'Bounce' })).rejects.toThrow();
    expect(await problemAfter({ notificationType: 'AmazonSnsSubscriptionSucceeded' })).toBeUndefined();
  });
});
