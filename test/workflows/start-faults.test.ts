import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { tries } from '../../functions/shared/tries.ts';
import type { Fault } from '../../local/gate/faults.ts';
import { resend } from '../../ops/commands/outbox.ts';
import { openContext } from '../../ops/context.ts';
import { applyBehindPages, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { inject, openRequest, press, sweepUntilFinal, tryOnceMore, withOfficer } from '../support/intake/intake.ts';
import { failing, isMail, isResumption, isStart, outboxFaults } from '../support/outbox/outbox-faults.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { changeRound } from '../support/rounds/change-round.ts';
import { onlyReviewers, reviewedRound, untilAdmission } from '../support/screening/reviewed-round.ts';
import { offerOf, rankedRound } from '../support/seats/released-round.ts';
import { faultsOf } from '../support/step-faults.ts';

let at: TestCloud;
let round: Round;
let operatorAt: Awaited<ReturnType<typeof openContext>>;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  operatorAt = await openContext({ stage: 'test', yes: true, force: false });
});

const { failMails, retriedLater, toldOnce } = outboxFaults(() => at);

const refusing = (operation: 'StartExecution' | 'SendTaskSuccess', respond?: Fault['respond']) =>
  inject(at, {
    service: 'states',
    operation,
    // A refusal that the SDK does not try again by itself.
    respond: respond ?? { status: 400, code: 'ExecutionLimitExceeded', message: 'made by the test' },
    when: ({ functionName }) => functionName?.includes('-outbox-') ?? false,
  });

/** SES takes nothing from the dispatcher, and everything from the sweep. */
const refusingMails = () => failMails(failing, undefined, { functionName: at.named('outbox-dispatch') });

const { ended } = faultsOf('applicant-intake', () => at);

describe('Step Functions that refuses to start a run', () => {
  it.each([
    ['refuses', { status: 400, code: 'ExecutionLimitExceeded', message: 'made by the test' }],
    ['throttles', { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' }],
    ['breaks the connection', 'drop'],
  ] as const)(
    '%s: the start is put off, nobody is told anything that is not so, and the sweep makes the start',
    async (_, respond) => {
      const remove = refusing('StartExecution', respond);
      const { reference, email } = await applyBehindPages(at, round);
      const { id } = await retriedLater(reference, 'a start', isStart());
      expect(await at.runStatus(reference)).toBe('MISSING');
      expect(await mailsTo(at, email)).toEqual([]);
      expect(await tryOnceMore(at, id)).toMatchObject({ state: 'PENDING', attempts: 2 });
      remove();
      expect(await sweepUntilFinal(at, id)).toMatchObject({ state: 'DONE', attempts: 3, note: 'started' });
      await at.untilState(reference, 'ACCEPTED');
      await mailTo(at, email, '접수했습니다');
      await ended(reference, 'SUCCEEDED');
    },
  );

  it('for ever: the operator is told after the declared number of tries, and reconciling starts it nevertheless', async () => {
    const remove = refusing('StartExecution');
    const { reference } = await applyBehindPages(at, round);
    const { id } = await retriedLater(reference, 'a start', isStart());
    expect(await sweepUntilFinal(at, id)).toMatchObject({
      state: 'FAILED',
      attempts: tries.outboxEntry,
      note: 'ExecutionLimitExceeded',
    });
    expect((await toldOnce(id)).text).toContain('docs/runbook.md#outbox-given-up');
    remove();
    expect((await at.application(reference)).state).toBe('SUBMITTED');
    await at.reconcile();
    expect((await at.untilState(reference, 'ACCEPTED')).run).toBe(1);
    await ended(reference, 'SUCCEEDED');
  });
});

describe('Step Functions that refuses to resume a run', () => {
  it('once: the decision stands at once, and the sweep brings the run to its end', async () => {
    const { reference, link, email } = await withOfficer(at, round);
    const remove = refusing('SendTaskSuccess');
    await press(at, link, { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    await mailTo(at, email, '선발 심사 대상에 포함되었습니다');
    const { id } = await retriedLater(reference, 'a resumption', isResumption);
    expect(await at.runStatus(reference)).toBe('RUNNING');
    remove();
    expect(await sweepUntilFinal(at, id)).toMatchObject({ state: 'DONE', attempts: 2, note: 'ACCEPT' });
    await ended(reference, 'SUCCEEDED');
  });

  it('for ever: the operator is told, and a resend brings the question to the applicant', async () => {
    const { reference, link, request, email } = await withOfficer(at, round);
    const remove = refusing('SendTaskSuccess');
    await press(at, link, { outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you'] });
    const { id } = await retriedLater(reference, 'a resumption', isResumption);
    expect(await sweepUntilFinal(at, id)).toMatchObject({ state: 'FAILED', attempts: tries.outboxEntry });
    await toldOnce(id);
    remove();
    expect(await at.runStatus(reference)).toBe('RUNNING');
    await resend(operatorAt, id);
    const question = await openRequest(at, reference, request.id);
    await requestLink(at, question.id, email);
  });
});

describe('the start of a round, of its screenings, and the mails to its reviewers', () => {
  it('are made by the sweep if the dispatcher is refused; a run that is stopped goes on under its next name', async () => {
    await onlyReviewers(at, [{}, {}, {}]);
    const refused = refusing('StartExecution');
    const announced = await reviewedRound(at);
    const first = await retriedLater(roundSubject(announced.id), 'a start', isStart());
    refused();
    expect((await sweepUntilFinal(at, first.id)).state).toBe('DONE');
    expect(await at.runStatus(announced.id, 'cohort-admission')).toBe('RUNNING');
    await at.stopRun(announced.id, 'cohort-admission');
    await at.runEnded(announced.id, 'cohort-admission');
    await eventually(
      'the next run',
      async () => (await at.runStatus(`${announced.id}_2`, 'cohort-admission')) === 'RUNNING',
    );

    const { reference } = await applyBehindPages(at, announced);
    await at.untilState(reference, 'ACCEPTED');
    const startRefused = refusing('StartExecution');
    const mailRefused = refusingMails();
    await changeRound(at, announced, { closesAt: addMinutes(at.now(), -1) });
    await untilAdmission(at, announced, 'REVIEWING');
    const start = await retriedLater(roundSubject(announced.id), 'the start', isStart('screening'));
    const mail = await retriedLater(roundSubject(announced.id), 'the mail', isMail('reviews-assigned'));
    startRefused();
    mailRefused();
    expect((await sweepUntilFinal(at, start.id)).state).toBe('DONE');
    expect((await sweepUntilFinal(at, mail.id)).state).toBe('DONE');
    expect(await at.runStatus(reference, 'screening')).toBe('RUNNING');
  });
});

describe('the start of a seat, and the mails of the results', () => {
  it('are made by the sweep if the dispatcher is refused: the offer and the number on the waitlist arrive', async () => {
    const seatStartRefused = inject(at, {
      service: 'states',
      operation: 'StartExecution',
      functionName: at.named('outbox-dispatch'),
      respond: { status: 400, code: 'ExecutionLimitExceeded', message: 'made by the test' },
      when: ({ input }) => String(input.stateMachineArn).endsWith('seat-offer'),
    });
    const mailRefused = refusingMails();
    const { round: ranked, people } = await rankedRound(at, { capacity: 1, people: 2 });
    const [first, second] = people;
    if (!first || !second) throw new Error('two people, please');
    const start = await retriedLater(roundSubject(ranked.id), 'the start', isStart('seat-offer'));
    const waitlisted = await retriedLater(roundSubject(ranked.id), 'the mail', isMail('waitlisted'));
    seatStartRefused();
    mailRefused();
    expect((await sweepUntilFinal(at, start.id)).state).toBe('DONE');
    expect((await sweepUntilFinal(at, waitlisted.id)).state).toBe('DONE');
    await mailTo(at, second.email, '대기');
    await requestLink(at, (await offerOf(at, first.reference)).id, first.email);
  });
});
