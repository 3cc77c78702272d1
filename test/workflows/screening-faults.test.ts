import { beforeAll, describe, expect, it } from 'vitest';
import { runNameOf } from '../../functions/runs/run.ts';
import { answers } from '../support/applicants.ts';
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
  untilScreening,
} from '../support/screening/reviewed-round.ts';
import { faultsOf } from '../support/step-faults.ts';
import { visitor } from '../support/visitor.ts';

/* Faults of the steps of screening; see step-faults.test.ts for how the Retry and Catch of a waiting state are reached. */

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const { ended, failures, strike, failTask, failForGood, redrive } = faultsOf('screening', () => at);

/** One application under review, and its run waiting. */
async function waiting(reviewers = 2) {
  await onlyReviewers(
    at,
    Array.from({ length: reviewers }, () => ({})),
  );
  const round = await reviewedRound(at);
  const [applied] = await inReview(at, round, [answers()]);
  if (!applied) throw new Error('nobody applied');
  await callbackOf(applied.reference);
  return { reference: applied.reference, round };
}

/** The callback on which a screening waits, once it is another than the one given. */
const callbackOf = (reference: string, other?: string) =>
  eventually(`a callback of ${reference}`, async () => {
    const { callback } = await screeningOf(at, reference);
    return callback !== undefined && callback !== other && (await at.requests.callback(callback));
  });

const fault = (operation: 'GetItem' | 'TransactWriteItems', words: string, times: number) =>
  strike('screening-tasks', operation, (body) => body.includes(words), times);

async function sendBoth({ reference, round }: Waiting): Promise<void> {
  for (const number of [1, 2]) await sendReview(at, round, await reviewNumber(at, reference, number), 4);
}

/** What each step does first, or stores, and how a test comes to it. */
const steps = {
  'Compare the reviews': {
    reviewers: 2,
    strike: { operation: 'GetItem', words: (reference: string) => `"${reference}"` },
    come: sendBoth,
  },
  'Find another reviewer': {
    reviewers: 3,
    strike: { operation: 'TransactWriteItems', words: () => 'ReviewerAdded' },
    come: async ({ reference, round }: Waiting) =>
      visitor(at.baseUrl).post(`${await reviewPath(at, round, await reviewNumber(at, reference, 1))}/conflict`, {}),
  },
  'Close the reviews': {
    reviewers: 2,
    strike: { operation: 'TransactWriteItems', words: () => 'ScreeningReviewed' },
    come: sendBoth,
  },
} as const;
type Waiting = Awaited<ReturnType<typeof waiting>>;

/** Sends what is still open, whoever was asked. */
async function finish({ reference, round }: Waiting): Promise<void> {
  const { reviews } = await screeningOf(at, reference);
  for (const { id, state } of reviews) {
    const review = state === 'OPEN' && (await at.screenings.review(id));
    if (review) await sendReview(at, round, review, 4);
  }
  await untilScreening(at, reference, 'REVIEWED');
}

describe.each(Object.entries(steps))('%s', (state, step) => {
  it('is tried again after two faults and goes on', async () => {
    const given = await waiting(step.reviewers);
    fault(step.strike.operation, step.strike.words(given.reference), 2);
    await step.come(given);
    await eventually('both faults have struck', async () => (await failures(given.reference)) === 2);
    await eventually('it waits again, or is over', async () => {
      const { callback, state: now } = await screeningOf(at, given.reference);
      return callback !== undefined || now === 'REVIEWED';
    });
    await finish(given);
    await ended(given.reference, 'SUCCEEDED');
    expect(await failures(given.reference)).toBe(2);
  });

  it('is marked as stuck when no try helps, and a redrive ends it', async () => {
    const given = await waiting(step.reviewers);
    const { reference } = given;
    const remove = fault(step.strike.operation, step.strike.words(reference), 7);
    await step.come(given);
    await ended(reference, 'FAILED');
    remove();
    expect((await at.statesOf(reference, 'screening')).slice(-3)).toEqual([
      state,
      'Mark as stuck and tell the operator',
      'Stuck',
    ]);
    expect((await screeningOf(at, reference)).stuck).toBeDefined();
    expect(await at.causeOf(reference, 'screening')).toContain(`${reference} is stuck`);
    await redrive(reference);
    await eventually('the next run has looked', async () => {
      const { callback, state: now } = await screeningOf(at, reference);
      return callback !== undefined || now === 'REVIEWED';
    });
    await finish(given);
    await ended(runNameOf(reference, 2), 'SUCCEEDED');
  });
});

describe('Wait for the reviewers', () => {
  it('waits again after a fault: the same reviews, and the next one that is sent resumes it', async () => {
    const given = await waiting();
    const { reference } = given;
    const before = await screeningOf(at, reference);
    const { id, token } = await callbackOf(reference);
    await failTask(token);
    await callbackOf(reference, id);
    expect((await screeningOf(at, reference)).reviews).toEqual(before.reviews);
    await finish(given);
    await ended(reference, 'SUCCEEDED');
    expect(await failures(reference)).toBe(1);
  });

  it('is marked as stuck when it fails for good, at the third try of marking; a review that is sent starts it again', async () => {
    const given = await waiting();
    const { reference } = given;
    fault('TransactWriteItems', 'RunStuck', 2);
    await failForGood((before) => callbackOf(reference, before));
    await ended(reference, 'FAILED');
    expect(await failures(reference)).toBe(9);
    expect((await screeningOf(at, reference)).stuck).toBeDefined();
    await finish(given);
    await ended(runNameOf(reference, 2), 'SUCCEEDED');
    expect((await screeningOf(at, reference)).stuck).toBeUndefined();
  });
});
