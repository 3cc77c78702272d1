import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { runNameOf } from '../../functions/runs/run.ts';
import { answers, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { operator } from '../support/intake/intake.ts';
import {
  inReview,
  moreReviewers,
  onlyReviewers,
  reviewedRound,
  reviewNumber,
  reviewPath,
  scored,
  screeningOf,
  sendReview,
  untilScreening,
} from '../support/screening/reviewed-round.ts';
import { untilQuiet } from '../support/stored.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const ended = (run: string, ...states: string[]) =>
  eventually(`${run} has ended`, async () => {
    const status = await at.runStatus(run, 'screening');
    return states.includes(status) && status;
  });

/** One application under review by the two of these reviewers who are asked first. */
async function underReview(rows: Parameters<typeof onlyReviewers>[1], rules: Parameters<typeof reviewedRound>[1] = {}) {
  const reviewers = await onlyReviewers(at, rows);
  const round = await reviewedRound(at, rules);
  const [applied] = await inReview(at, round, [answers()]);
  if (!applied) throw new Error('nobody applied');
  return { ...applied, round, reviewers };
}

const statesOf = async (reference: string) => (await screeningOf(at, reference)).reviews.map(({ state }) => state);

const untilWaiting = (reference: string) =>
  eventually(`the run of ${reference} waits`, async () => {
    const screening = await screeningOf(at, reference);
    return screening.callback !== undefined && screening;
  });

const goesOn = (round: string) =>
  eventually(`${round} is ranked`, async () => (await at.admissions.get(round))?.since.RANKING !== undefined);

const operatorNotices = async (subject: string) =>
  (await mailsTo(at, operator)).filter(({ text }) => text.includes(subject));

describe('the screening of an application', () => {
  it('ends when both reviewers have sent their scores, and the round goes on to be ranked', async () => {
    await onlyReviewers(at, [{}, {}, {}]);
    const round = await reviewedRound(at);
    for (const { reference } of await inReview(at, round, [answers(), answers()])) {
      await sendReview(at, round, await reviewNumber(at, reference, 1), 4);
      await sendReview(at, round, await reviewNumber(at, reference, 2), 3);
      await untilScreening(at, reference, 'REVIEWED');
      await ended(reference, 'SUCCEEDED');
      expect(await statesOf(reference)).toEqual(['SENT', 'SENT']);
      // It wakes once, when both are there.
      expect((await at.statesOf(reference, 'screening')).length).toBeLessThanOrEqual(8);
    }
    await goesOn(round.id);
  });

  it('asks another reviewer by itself if one declares a conflict, and another if one declines', async () => {
    const { reference, round } = await underReview([{}, {}, {}, {}]);
    const [first, second] = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];
    const conflict = await visitor(at.baseUrl).post(`${await reviewPath(at, round, first)}/conflict`, {});
    expect(conflict.title).toContain('이해관계가 있다고 알려 주셨습니다');
    const third = await reviewNumber(at, reference, 3);
    const declining = `${await reviewPath(at, round, second)}/decline`;
    expect((await visitor(at.baseUrl).post(declining, { reason: '' })).status).toBe(422);
    await visitor(at.baseUrl).post(declining, { reason: '출장 중입니다.' });
    const fourth = await reviewNumber(at, reference, 4);
    expect(new Set([first, second, third, fourth].map(({ reviewer }) => reviewer)).size).toBe(4);
    expect(await at.requests.get(first.id)).toMatchObject({ state: 'SETTLED', outcome: 'CONFLICT' });
    expect(await at.requests.get(second.id)).toMatchObject({ state: 'SETTLED', outcome: 'DECLINED' });
    expect((await at.screenings.reviewer(round.id, first.reviewer))?.declared).toEqual([reference]);
    for (const { reviewer } of [third, fourth]) {
      await mailTo(at, (await at.people.get(reviewer))?.email ?? '', '추가 심사');
    }
    await sendReview(at, round, third, 4);
    await sendReview(at, round, fourth, 4);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await statesOf(reference)).toEqual(['CONFLICT', 'DECLINED', 'SENT', 'SENT']);
  });

  it('reminds once of all that waits, and asks another reviewer when nobody answered by the due time', async () => {
    const reviewers = await onlyReviewers(at, [{}, {}]);
    const round = await reviewedRound(at, { within: 2, remindAfter: [1] });
    const applied = await inReview(at, round, [answers(), answers(), answers()]);
    await moreReviewers(at, [{}, {}]);
    const [{ reference } = { reference: '' }] = applied;
    const first = await reviewNumber(at, reference, 1);
    const request = await at.requests.get(first.id);
    if (!request) throw new Error('the request is missing');
    // A request that its run takes up at this moment is left to the next chase.
    await untilQuiet(at);
    await at.chaseAt(request.nextActionAt);
    for (const { email } of reviewers) {
      const reminder = await mailTo(at, email, '남은 심사가 있습니다');
      expect(reminder.text).toContain('3건');
    }
    await at.chaseAt(request.dueAt);
    const third = await reviewNumber(at, reference, 3);
    expect(await at.screenings.review(first.id)).toMatchObject({ state: 'MISSED' });
    expect(await at.requests.get(first.id)).toMatchObject({ state: 'LAPSED', outcome: 'LAPSE' });
    expect(reviewers.map(({ id }) => id)).not.toContain(third.reviewer);
    for (const { email } of reviewers) {
      const reminders = (await mailsTo(at, email)).filter(({ text }) => text.includes('남은 심사가 있습니다'));
      expect(reminders).toHaveLength(1);
    }
    const missed = await visitor(at.baseUrl).post(await reviewPath(at, round, first), scored(round, 5));
    expect(missed.title).toContain('심사 기한이 지났습니다');
    expect((await at.screenings.review(first.id))?.scores).toEqual({});
  });

  it('asks one further reviewer if two scores lie too far apart, who is shown neither', async () => {
    const { reference, round } = await underReview([{}, {}, {}, {}]);
    const [first, second] = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];
    await visitor(at.baseUrl).post(await reviewPath(at, round, first), scored(round, 1, '첫째 의견입니다'));
    await visitor(at.baseUrl).post(await reviewPath(at, round, second), scored(round, 5, '둘째 의견입니다'));
    const third = await reviewNumber(at, reference, 3);
    expect(third.why).toBe('divergence');
    const page = await visitor(at.baseUrl).get(await reviewPath(at, round, third));
    expect(page.html).not.toMatch(/의견입니다|checked/u);
    await sendReview(at, round, third, 5);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await screeningOf(at, reference)).toMatchObject({ wanted: 3, diverged: true });
    expect(await statesOf(reference)).toEqual(['SENT', 'SENT', 'SENT']);
  });

  it('closes with the review there is if nobody is left to ask, and tells the operators once', async () => {
    const { reference, round } = await underReview([{}, {}]);
    await sendReview(at, round, await reviewNumber(at, reference, 1), 4);
    await visitor(at.baseUrl).post(`${await reviewPath(at, round, await reviewNumber(at, reference, 2))}/conflict`, {});
    await untilScreening(at, reference, 'REVIEWED');
    expect(await screeningOf(at, reference)).toMatchObject({ short: true });
    await eventually('the notice', async () => (await operatorNotices(reference)).length > 0);
    expect(await operatorNotices(reference)).toHaveLength(1);
    await goesOn(round.id);
  });

  it('begins with the reviewers there are if a round has too few, and tells the operators what is missing', async () => {
    const { reference, round } = await underReview([{}]);
    const [notice] = await eventually('the notice', async () => {
      const found = await operatorNotices(round.id);
      return found.length > 0 && found;
    });
    expect(notice?.text).toContain('applications 1, reviews 1');
    expect(notice?.text).toContain('docs/runbook.md#reviewers-missing');
    await sendReview(at, round, await reviewNumber(at, reference, 1), 4);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await operatorNotices(reference)).toEqual([]);
  });

  it('takes changes of a sent review until the round is ranked, and none after that', async () => {
    await onlyReviewers(at, [{}, {}]);
    const round = await reviewedRound(at);
    const [one, two] = await inReview(at, round, [answers(), answers()]);
    if (!one || !two) throw new Error('nobody applied');
    const [first, second] = [await reviewNumber(at, one.reference, 1), await reviewNumber(at, one.reference, 2)];
    await sendReview(at, round, first, 3);
    await sendReview(at, round, second, 3);
    await untilScreening(at, one.reference, 'REVIEWED');
    const amended = await sendReview(at, round, first, 4);
    expect(await screeningOf(at, one.reference)).toMatchObject({ state: 'REVIEWED', run: 1 });
    expect(amended.text).toContain('심사를 보내셨습니다');
    expect(Object.values((await at.screenings.review(first.id))?.scores ?? {})).toEqual([4, 4, 4, 4]);

    for (const number of [1, 2]) await sendReview(at, round, await reviewNumber(at, two.reference, number), 3);
    await goesOn(round.id);
    const frozen = await sendReview(at, round, first, 5);
    expect(frozen.title).toContain('보내신 심사는 더 고칠 수 없습니다');
    expect(Object.values((await at.screenings.review(first.id))?.scores ?? {})).toEqual([4, 4, 4, 4]);
  });

  it('ends with the withdrawal of the application, and nothing is asked about it any more', async () => {
    const { reference, round, browser } = await underReview([{}, {}]);
    const first = await reviewNumber(at, reference, 1);
    // A mail that is still on its way when nothing is asked any more is not sent.
    const path = await reviewPath(at, round, first);
    await browser.post('/application/withdraw', {});
    await untilScreening(at, reference, 'CANCELLED');
    await ended(reference, 'SUCCEEDED');
    expect((await at.statesOf(reference, 'screening')).at(-1)).toBe('Withdrawn or cancelled');
    expect(await at.requests.get(first.id)).toMatchObject({ state: 'CANCELLED', outcome: 'WITHDRAWN' });
    const page = await visitor(at.baseUrl).post(path, scored(round, 5));
    expect(page.title).toContain('이 심사는 필요 없게 되었습니다');
    expect(await statesOf(reference)).toEqual(['CANCELLED', 'CANCELLED']);
    await goesOn(round.id);
  });
});

describe('a run of a screening', () => {
  it('is started again if it was stopped, asks nobody twice, and what it is told late counts', async () => {
    const { reference, round, reviewers } = await underReview([{}, {}]);
    const before = await untilWaiting(reference);
    await at.sfn.send(new StopExecutionCommand({ executionArn: at.executionArn(reference, 'screening') }));
    await sendReview(at, round, await reviewNumber(at, reference, 1), 4);
    await at.reconcile();
    await eventually('the next run waits', async () => {
      const { run, callback } = await screeningOf(at, reference);
      return run === 2 && callback !== undefined;
    });
    await sendReview(at, round, await reviewNumber(at, reference, 2), 4);
    await untilScreening(at, reference, 'REVIEWED');
    await ended(runNameOf(reference, 2), 'SUCCEEDED');
    const after = await screeningOf(at, reference);
    expect(after.reviews.map(({ id }) => id)).toEqual(before.reviews.map(({ id }) => id));
    for (const { email } of reviewers) expect(await mailsTo(at, email)).toHaveLength(1);
  });

  it('changes nothing by a step that comes late, or from a run before', async () => {
    const { reference, round } = await underReview([{}, {}]);
    const step = (name: string, run: string, more = {}) =>
      at.invoke('screening-tasks', { step: name, reference, run, ...more });
    const waiting = await untilWaiting(reference);
    for (const name of ['compare-reviews', 'find-another-reviewer', 'close-reviews']) {
      expect(await step(name, `${reference}_9`)).toEqual({ outcome: 'SUPERSEDED' });
    }
    await step('wait-for-reviewers', `${reference}_9`, { token: 'of-a-run-before' });
    expect(await step('compare-reviews', reference)).toEqual({ outcome: 'WAIT' });
    expect(await step('find-another-reviewer', reference)).toEqual({ outcome: 'NOT_NEEDED' });
    expect(await step('close-reviews', reference)).toEqual({ outcome: 'NEWS' });
    expect(await screeningOf(at, reference)).toEqual(waiting);

    for (const number of [1, 2]) await sendReview(at, round, await reviewNumber(at, reference, number), 4);
    await untilScreening(at, reference, 'REVIEWED');
    const done = await screeningOf(at, reference);
    expect(await step('compare-reviews', reference)).toEqual({ outcome: 'COMPLETE' });
    expect(await step('close-reviews', reference)).toEqual({ outcome: 'REVIEWED' });
    expect(await step('find-another-reviewer', reference)).toEqual({ outcome: 'NOT_NEEDED' });
    expect(await screeningOf(at, reference)).toEqual(done);
  });
});
