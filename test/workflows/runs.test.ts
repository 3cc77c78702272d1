import { ExecutionAlreadyExists, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { answers, applyBehindPages, mailsWith, mailTo, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  allMailsTo,
  entriesOf,
  inject,
  officer,
  openRequest,
  press,
  replyOf,
  sweepUntilFinal,
  tooYoung,
  withApplicant,
  withOfficer,
} from '../support/intake/intake.ts';
import { logLines } from '../support/logs.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import type { Visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const ended = (run: string) =>
  eventually(`${run} has ended`, async () => (await at.runStatus(run)) === 'SUCCEEDED', { seconds: 90 });
const waits = (run: string, request: string) =>
  eventually(`${run} waits on ${request}`, async () => {
    const { callback = '' } = (await at.requests.get(request)) ?? {};
    return (await at.requests.callback(callback))?.run === run;
  });
const step = (name: string, reference: string, run: string, more: object = {}) =>
  at.invoke('intake-tasks', { step: name, reference, run, ...more });
const mailsAbout = (request: string) => mailsWith(at, `/r/intake/${request}/`);
const eventTypes = async (reference: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, reference)).map(({ type }) => type);

/** Sends the application once more, from the page that shows all answers. */
async function sendAgain(browser: Visitor) {
  const check = await browser.get('/apply/check');
  return browser.post('/apply/send', { version: sendVersion(check) });
}

describe('an application that is withdrawn meanwhile', () => {
  for (const person of ['officer', 'applicant'] as const) {
    it(`ends its run by itself while it waits for the ${person}, and the old link says so`, async () => {
      const asked = person === 'officer' ? await withOfficer(at, round) : await withApplicant(at, round);
      const { reference, browser, email } = asked;
      const link = 'questionLink' in asked ? String(asked.questionLink) : asked.link;
      await browser.post('/application/withdraw', {});
      await at.untilState(reference, 'WITHDRAWN');
      await ended(reference);
      expect((await at.statesOf(reference)).at(-1)).toBe('Withdrawn or changed');
      await mailTo(at, email, '취소');
      const page = await press(at, link, { outcome: 'ACCEPT' });
      expect(page.status).toBe(200);
      expect(page.text).toContain(person === 'officer' ? '취소된 지원서입니다' : '더 이상 필요하지 않은 질문입니다');
      expect((await at.application(reference)).state).toBe('WITHDRAWN');
    });
  }
});

describe('an application that is changed meanwhile', () => {
  it('ends the old run, is checked anew by the next one, and the old link of the officer says so', async () => {
    const { reference, browser, link, request } = await withOfficer(at, round);
    const birth = { ...answers()['about-you'], email: String((await at.application(reference)).email) };
    await browser.post('/apply/about-you', birth);
    const sent = await sendAgain(browser);
    expect(sent.text).toContain(reference);
    await at.untilState(reference, 'ACCEPTED');
    await ended(reference);
    await ended(`${reference}_2`);
    expect((await at.statesOf(reference)).at(-1)).toBe('Withdrawn or changed');
    expect(await at.statesOf(`${reference}_2`)).toEqual(['Check the application', 'Settle what is in question']);
    expect((await at.requests.get(request.id))?.outcome).toBe('SUPERSEDED');
    const page = await press(at, link, { outcome: 'REFUSE', reason: '늦은 결정' });
    expect(page.text).toContain('지원자가 지원서를 수정하여 다시 제출했습니다');
    expect((await at.application(reference)).state).toBe('ACCEPTED');
  });

  it('asks the officer anew if it still does not meet a rule', async () => {
    const { reference, browser, link, request } = await withOfficer(at, round);
    await sendAgain(browser);
    const next = await openRequest(at, reference, request.id);
    await press(at, link, { outcome: 'REFUSE', reason: '늦은 결정' });
    expect((await at.application(reference)).state).toBe('WITH_OFFICER');
    await press(at, await requestLink(at, next.id, officer), { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    await ended(`${reference}_2`);
  });
});

describe('a run that is stopped', () => {
  it('while it waits for the officer goes on under the next name: same request, same link, no second mail', async () => {
    const { reference, request, link } = await withOfficer(at, round);
    await at.stopRun(reference);
    await at.reconcile();
    await waits(`${reference}_2`, request.id);
    expect(await openRequest(at, reference)).toMatchObject({ id: request.id, generation: 1, dueAt: request.dueAt });
    await press(at, link, { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    await ended(`${reference}_2`);
    expect(await at.runStatus(reference)).toBe('ABORTED');
    expect(await mailsAbout(request.id)).toHaveLength(1);
  });

  it('while it waits for the applicant goes on under the next name: same question, same link, no second mail', async () => {
    const { reference, question, questionLink, email } = await withApplicant(at, round);
    await at.stopRun(reference);
    await at.runEnded(reference);
    await waits(`${reference}_2`, question.id);
    await press(at, questionLink, replyOf({ email }, '맞습니다.'));
    const next = await openRequest(at, reference, question.id);
    expect(await mailsAbout(question.id)).toHaveLength(1);
    await press(at, await requestLink(at, next.id, officer), { outcome: 'REFUSE', reason: '나이가 맞지 않습니다.' });
    await at.untilState(reference, 'REFUSED');
    await ended(`${reference}_2`);
    expect((await at.statesOf(`${reference}_2`)).at(-1)).toBe('Refused');
  });

  it('is told of by Step Functions, and keeps a decision that came while no run was alive', async () => {
    const { reference, link, email } = await withOfficer(at, round);
    const since = Date.now();
    await at.stopRun(reference);
    await eventually(`the reconciling hears of ${reference}`, async () =>
      (await logLines(at, since)).some((line) => line.includes('run ended') && line.includes(reference)),
    );
    await press(at, link, { outcome: 'REFUSE', reason: '나이가 맞지 않습니다.' });
    await at.untilState(reference, 'REFUSED');
    await mailTo(at, email, '지원 자격 확인 결과');
    await at.runEnded(reference);
    expect((await at.application(reference)).run).toBe(1);
  });

  it('takes up a return and an answer that came while no run was alive', async () => {
    const { reference, link, request, email } = await withOfficer(at, round);
    await at.stopRun(reference);
    await press(at, link, { outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you'] });
    await at.untilState(reference, 'WITH_APPLICANT');
    await at.runEnded(reference);
    const question = await openRequest(at, reference, request.id);
    await at.stopRun(`${reference}_2`);
    await press(at, await requestLink(at, question.id, email), replyOf({ email }, '맞습니다.'));
    await at.untilState(reference, 'WITH_OFFICER');
    await at.runEnded(`${reference}_2`);
    const next = await openRequest(at, reference, question.id);
    await press(at, await requestLink(at, next.id, officer), { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    await ended(`${reference}_3`);
    expect(await at.statesOf(`${reference}_3`)).toEqual([
      'Check the application',
      'Settle what is in question',
      'Who is asked?',
      'Ask the intake officer',
      'What did the officer decide?',
      'Accepted',
    ]);
  });

  it('is not needed any more once the application was accepted, however often one reconciles', async () => {
    const { reference } = await applyBehindPages(at, round);
    await ended(reference);
    await at.reconcile();
    await at.reconcile();
    expect((await at.application(reference)).run).toBe(1);
    expect(await at.runStatus(`${reference}_2`)).toBe('MISSING');
  });
});

describe('what happens twice', () => {
  it('asks once if the step that asks is invoked twice', async () => {
    const { reference, request, link } = await withOfficer(at, round);
    const { token = '' } = (await at.requests.callback(request.callback ?? '')) ?? {};
    await step('ask-officer', reference, reference, { token });
    const again = await openRequest(at, reference);
    expect(again.id).toBe(request.id);
    await press(at, link, { outcome: 'ACCEPT' });
    await ended(reference);
    expect(await mailsAbout(request.id)).toHaveLength(1);
    expect((await eventTypes(reference)).filter((type) => type === 'RequestOpened')).toHaveLength(1);
  });

  it('checks and accepts once if the step that checks is invoked again', async () => {
    const { reference, email } = await applyBehindPages(at, round);
    await ended(reference);
    expect(await step('check-application', reference, reference)).toEqual({ outcome: 'ACCEPTED' });
    expect((await eventTypes(reference)).filter((type) => type === 'ApplicationAccepted')).toHaveLength(1);
    expect(await allMailsTo(at, email, reference)).toHaveLength(1);
  });

  it('runs once if the start is made twice: the second finds the name taken', async () => {
    const { reference } = await withOfficer(at, round);
    const start = new StartExecutionCommand({
      stateMachineArn: at.machineArn,
      name: reference,
      input: JSON.stringify({ reference, again: true }),
    });
    await expect(at.sfn.send(start)).rejects.toBeInstanceOf(ExecutionAlreadyExists);
    const lost = inject(at, {
      service: 'states',
      operation: 'StartExecution',
      functionName: at.named('outbox-dispatch'),
      respond: 'drop',
      after: true,
      times: 1,
    });
    const other = await applyBehindPages(at, round);
    await at.untilState(other.reference, 'ACCEPTED');
    lost();
    await ended(other.reference);
    const start2 = await eventually('the start is done', async () =>
      (await entriesOf(at, other.reference)).find(({ errand, state }) => errand.kind === 'start' && state === 'DONE'),
    );
    expect(start2.note).toBe('was started already');
    expect(await at.statesOf(other.reference)).toEqual(['Check the application', 'Settle what is in question']);
  });

  it('lets a stale older run that comes late do nothing', async () => {
    const { reference, browser, request } = await withOfficer(at, round);
    await sendAgain(browser);
    const next = await openRequest(at, reference, request.id);
    const before = await at.application(reference);
    expect(await step('check-application', reference, reference)).toEqual({ outcome: 'SUPERSEDED' });
    await step('ask-officer', reference, reference, { token: 'of-a-run-that-is-gone' });
    await step('ask-applicant', reference, reference, { token: 'of-a-run-that-is-gone' });
    await step('mark-stuck', reference, reference, { error: 'Late' });
    expect(await at.application(reference)).toEqual(before);
    expect((await eventTypes(reference)).at(-1)).toBe('RunFailed');
    expect(await openRequest(at, reference)).toEqual(next);
    await eventually('the late resumptions are dropped', async () => {
      const late = (await entriesOf(at, reference)).filter(({ errand }) => errand.kind === 'resume').slice(-2);
      return late.length === 2 && late.every(({ state }) => state === 'DROPPED');
    });
    await press(at, await requestLink(at, next.id, officer), { outcome: 'ACCEPT' });
    await ended(`${reference}_2`);
  });

  it('drops the start of a run that was superseded before it was made', async () => {
    const refused = inject(at, {
      service: 'states',
      operation: 'StartExecution',
      functionName: at.named('outbox-dispatch'),
      respond: { status: 400, code: 'ExecutionLimitExceeded', message: 'made by the test' },
    });
    const { reference, browser } = await applyBehindPages(at, round, answers(tooYoung));
    await eventually('the start is put off', async () =>
      (await entriesOf(at, reference)).find(({ errand, failures }) => errand.kind === 'start' && failures === 1),
    );
    refused();
    await sendAgain(browser);
    const request = await openRequest(at, reference);
    const [first] = (await entriesOf(at, reference)).filter(({ errand }) => errand.kind === 'start');
    expect((await sweepUntilFinal(at, first?.id ?? '')).state).toBe('DROPPED');
    expect(await at.runStatus(reference)).toBe('MISSING');
    await press(at, await requestLink(at, request.id, officer), { outcome: 'ACCEPT' });
    await ended(`${reference}_2`);
  });
});
