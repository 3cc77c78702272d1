import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressesTable } from '../../functions/outbox/addresses-table.ts';
import { secondCopyPossible } from '../../functions/outbox/entry.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { tries } from '../../functions/shared/tries.ts';
import { resend } from '../../ops/commands/outbox.ts';
import { openContext } from '../../ops/context.ts';
import { answers, applyBehindPages, decoded, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  broken,
  countMails,
  entriesOf,
  entryOf,
  inject,
  operator,
  press,
  staff,
  sweepUntilFinal,
  tryOnceMore,
  withOfficer,
} from '../support/intake/intake.ts';
import { failing, isMail, outboxFaults, rejected, throttled, unverified } from '../support/outbox/outbox-faults.ts';

let at: TestCloud;
let round: Round;
let operatorAt: Awaited<ReturnType<typeof openContext>>;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  operatorAt = await openContext({ stage: 'test', yes: true, force: false });
});

const { deferred, failMails, retriedLater, givenUp, noticesAbout, toldOnce } = outboxFaults(() => at);

/** The one mail to whoever the check accepts. */
const accepting = isMail('application-received-and-accepted');

/** The mails of the applications of this file, and no notice about them. */
const ours = (entry: string): boolean => entry.startsWith(`${round.code}-`);
const oursAtFirst = (entry: string): boolean => ours(entry) && entry.endsWith('.0');

describe('a mail that SES', () => {
  it('refuses is given up at once, the operator is told, the application goes its way, and a resend brings it', async () => {
    const remove = failMails(rejected, ours);
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const entry = await givenUp(reference);
    expect(entry).toMatchObject({ attempts: 1, note: 'MessageRejected' });
    await toldOnce(entry.id);
    remove();
    const before = (await mailsTo(at, email)).length;
    await resend(operatorAt, entry.id);
    await eventually('the mail', async () => (await mailsTo(at, email)).length === before + 1);
  });

  it('refuses for a sender that is not verified is deferred without a try, and without a word to the operator', async () => {
    const mails = countMails(at);
    const remove = failMails(unverified, ours);
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const entry = await deferred(reference, 'a mail', accepting);
    expect(entry.nextAttemptAt > at.now()).toBe(true);
    expect(await tryOnceMore(at, entry.id)).toMatchObject({
      state: 'PENDING',
      attempts: 0,
      failures: 0,
      deferrals: 2,
      note: 'IdentityUnverified',
    });
    remove();
    expect(await sweepUntilFinal(at, entry.id)).toMatchObject({ state: 'DONE', attempts: 1, failures: 0 });
    mails.end();
    expect(mails.of(entry.id)).toBe(3);
    expect(await noticesAbout(entry.id)).toEqual([]);
    await mailTo(at, email, '자격이 확인되었습니다');
    expect((await mailsTo(at, email)).filter(({ text }) => text.includes('지원 자격이 확인되어'))).toHaveLength(1);
  });

  it('fails on for ever is given up after the declared number of tries, and the operator is told, once', async () => {
    const remove = failMails(failing, ours);
    const { reference, email } = await applyBehindPages(at, round);
    const { id } = await retriedLater(reference, 'a mail', accepting);
    const triedAt: string[] = [];
    for (let entry = await at.outbox.get(id); entry?.due; entry = await at.outbox.get(id)) {
      triedAt.push(entry.nextAttemptAt);
      await tryOnceMore(at, id);
    }
    remove();
    expect(triedAt).toHaveLength(tries.outboxEntry - 1);
    expect(await at.outbox.get(id)).toMatchObject({
      state: 'FAILED',
      attempts: tries.outboxEntry,
      note: 'InvalidAction',
    });
    await toldOnce(id);
    await at.sweep();
    expect(await noticesAbout(id)).toHaveLength(1);
    await resend(operatorAt, id);
    await mailTo(at, email, '접수했습니다');
  });

  const lost: [string, () => () => void][] = [
    ['accepts without an answer', () => failMails('drop', oursAtFirst, { after: true, times: 1 })],
    [
      'fails on with its own error after it took the mail',
      () =>
        failMails({ status: 500, code: 'InternalFailure', message: 'made by the test' }, oursAtFirst, {
          after: true,
          times: 1,
        }),
    ],
    [
      'accepts while its record cannot be stored',
      () =>
        inject(at, {
          service: 'dynamodb',
          operation: 'UpdateItem',
          times: 1,
          respond: broken,
          when: ({ body }) =>
            body.includes('"DONE"') &&
            body.includes(`${round.code}-`) &&
            body.includes('.0"') &&
            !body.includes('"started"'),
        }),
    ],
  ];
  it.each(lost)('%s goes out again, and the possible second copy is counted', async (_, lose) => {
    const mails = countMails(at);
    const remove = lose();
    const { reference, email } = await applyBehindPages(at, round);
    const entry = await entryOf(
      at,
      reference,
      'a mail put off',
      (one) => accepting(one) && one.attempts === 1 && one.state === 'PENDING',
    );
    remove();
    expect(entry.failures).toBe(0);
    const sent = await sweepUntilFinal(at, entry.id);
    mails.end();
    expect(sent).toMatchObject({ state: 'DONE', attempts: 2 });
    expect(secondCopyPossible(sent)).toBe(true);
    expect(mails.of(entry.id)).toBe(2);
    const copies = (await mailsTo(at, email)).filter(({ subject }) => decoded(subject).includes('접수했습니다'));
    expect(copies).toHaveLength(2);
    console.log(`${mails.of(entry.id) - 1} second copy of ${entry.errand.kind} ${entry.id}, counted`);
  });
});

describe('feedback of SES', () => {
  const addresses = () => addressesTable(at.db, at.tables.ADDRESSES_TABLE);
  const applyFrom = (email: string) => applyBehindPages(at, round, answers({ 'about-you': { email } }));

  it.each([
    ['bounce', 'bounced', '반송된 주소'],
    ['complaint', 'complained', '스팸으로 신고한'],
  ] as const)(
    'about a %s marks the address by the topic, tells the operator once, and stops further mails',
    async (box, problem, words) => {
      const email = `${box}+${randomUUID().slice(0, 8)}@simulator.amazonses.com`;
      const { reference, browser } = await applyFrom(email);
      const marked = await eventually('the mark', () => addresses().problemOf(email));
      expect(marked.problem).toBe(problem);
      await at.untilState(reference, 'ACCEPTED');
      await toldOnce(marked.pk);
      expect((await mailTo(at, operator, words)).text).not.toContain(email);
      await browser.post('/application/withdraw', {});
      const entry = await entryOf(at, reference, 'the mail about the withdrawal', isMail('application-withdrawn'));
      await eventually('it is given up', async () => (await at.outbox.get(entry.id))?.state === 'FAILED');
      expect((await at.outbox.get(entry.id))?.note).toBe(
        problem === 'bounced' ? 'AddressHasBounced' : 'AddressHasComplained',
      );
      // On the day on which SES told of the address, operators hear no more of it.
      expect(await noticesAbout(entry.id)).toEqual([]);
    },
  );
});

describe('a notice to the operator that SES refuses', () => {
  it('makes no further notice', async () => {
    const remove = failMails(rejected);
    const { reference } = await applyBehindPages(at, round);
    const entry = await givenUp(reference);
    const notice = await givenUp(`outbox#${entry.id}`, 'the notice');
    await at.sweep();
    remove();
    expect(await entriesOf(at, `outbox#${notice.id}`)).toEqual([]);
  });
});

describe('a mail that has become pointless', () => {
  it('is dropped at the moment of sending and says so', async () => {
    const remove = failMails(throttled, ours);
    const { reference, browser } = await applyBehindPages(at, round);
    const accepted = await deferred(reference, 'the answer', accepting);
    await browser.post('/application/withdraw', {});
    await at.untilState(reference, 'WITHDRAWN');
    remove();
    expect(await sweepUntilFinal(at, accepted.id)).toMatchObject({
      state: 'DROPPED',
      note: 'the application has moved on',
    });
  });

  it('is not the mail of the officer: a request that was decided meanwhile is not mailed any more', async () => {
    const person = await staff(at);
    const own = await at.round({ intake: { ...round.intake, officer: person.id } });
    const { link, request, reference } = await withOfficer(at, own, person.email);
    const remove = failMails(throttled, (entry) => entry.startsWith(`${reference}.`));
    await at.chaseAt(request.nextActionAt);
    const reminder = await entryOf(at, reference, 'the reminder', isMail('request-reminder'));
    await eventually('it is deferred', async () => (await at.outbox.get(reminder.id))?.deferrals === 1);
    await press(at, link, { outcome: 'ACCEPT' });
    remove();
    expect((await sweepUntilFinal(at, reminder.id)).state).toBe('DROPPED');
    expect((await mailsTo(at, person.email)).filter(({ text }) => text.includes(request.id))).toHaveLength(1);
  });
});
