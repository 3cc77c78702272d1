import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { runNameOf } from '../../functions/runs/run.ts';
import { going } from '../../functions/shared/pages/shown.ts';
import { answers, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  inReview,
  onlyReviewers,
  reviewedRound,
  reviewNumber,
  reviewPath,
  screeningOf,
  sendReview,
  underReview,
  untilScreening,
} from '../support/screening/reviewed-round.ts';
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

const statesOf = async (reference: string) => (await screeningOf(at, reference)).reviews.map(({ state }) => state);

const untilWaiting = (reference: string) =>
  eventually(`the run of ${reference} waits`, async () => {
    const screening = await screeningOf(at, reference);
    return screening.callback !== undefined && screening;
  });

const goesOn = (round: string) =>
  eventually(`${round} is ranked`, async () => (await at.admissions.get(round))?.since.RANKING !== undefined);

describe('the screening of an application', () => {
  it('ends when both reviewers have sent their scores, or with a withdrawal, and the round goes on to be ranked', async () => {
    await onlyReviewers(at, [{}, {}, {}]);
    const round = await reviewedRound(at);
    const [applied, leaves] = await inReview(at, round, [answers(), answers()]);
    if (!applied || !leaves) throw new Error('two were wanted');
    const { reference } = applied;
    const first = await reviewNumber(at, reference, 1);
    await sendReview(at, round, first, 4);
    await sendReview(at, round, await reviewNumber(at, reference, 2), 3);
    await untilScreening(at, reference, 'REVIEWED');
    await ended(reference, 'SUCCEEDED');
    expect(await statesOf(reference)).toEqual(['SENT', 'SENT']);
    // It wakes once, when both are there.
    expect((await at.statesOf(reference, 'screening')).length).toBeLessThanOrEqual(8);

    // A change that moves the two apart opens it again.
    await sendReview(at, round, first, 1);
    const third = await reviewNumber(at, reference, 3);
    expect(third.why).toBe('divergence');
    await sendReview(at, round, third, 2);
    await untilScreening(at, reference, 'REVIEWED');
    await leaves.browser.post('/application/withdraw', {});
    await untilScreening(at, leaves.reference, 'CANCELLED');
    await ended(leaves.reference, 'SUCCEEDED');
    expect((await at.statesOf(leaves.reference, 'screening')).at(-1)).toBe('Withdrawn or cancelled');
    await goesOn(round.id);
  });

  it('asks another reviewer by itself if one declares a conflict, declines, or does not answer by the due time', async () => {
    const { reference, round } = await underReview(at, [{}, {}, {}, {}, {}]);
    const [first, second] = [await reviewNumber(at, reference, 1), await reviewNumber(at, reference, 2)];
    const conflict = await visitor(at.baseUrl).post(`${await reviewPath(at, round, first)}/conflict`, {});
    expect(conflict.title).toContain('이해관계가 있어 심사를 회피하셨습니다');
    const third = await reviewNumber(at, reference, 3);
    const { name, value } = going('name-seen');
    const reported = await visitor(at.baseUrl).post(await reviewPath(at, round, second), { [name]: value });
    expect(reported.text).toContain('담당자에게 알렸습니다');
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
    await sendReview(at, round, fourth, 4);
    await eventually('the third reviewer is reminded', async () => {
      const { nextActionAt, remindersSent } = (await at.requests.get(third.id)) ?? {};
      if (remindersSent === 0 && nextActionAt) await at.chaseAt(nextActionAt);
      return remindersSent !== undefined && remindersSent > 0;
    });
    await mailTo(at, (await at.people.get(third.reviewer))?.email ?? '', '남은 심사 안내');
    await eventually('the third review has lapsed', async () => {
      const { dueAt, state } = (await at.requests.get(third.id)) ?? {};
      if (state === 'OPEN' && dueAt) await at.chaseAt(dueAt);
      return state === 'LAPSED';
    });
    const fifth = await reviewNumber(at, reference, 5);
    await sendReview(at, round, fifth, 4);
    await untilScreening(at, reference, 'REVIEWED');
    expect(await statesOf(reference)).toEqual(['CONFLICT', 'DECLINED', 'MISSED', 'SENT', 'SENT']);
  });
});

describe('a run of a screening', () => {
  it('is started again if it was stopped, asks nobody twice, and what it is told late counts', async () => {
    const { reference, round, reviewers } = await underReview(at, [{}, {}]);
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
    const { reference, round } = await underReview(at, [{}, {}]);
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
