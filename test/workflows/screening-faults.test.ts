import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  onlyReviewers,
  reviewedRound,
  reviewNumber,
  reviewPath,
  screeningOf,
  sendReview,
  storedInReview,
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

/** Applications of one round under review, and their runs waiting. */
async function waiting(reviewers = 2): Promise<readonly [Waiting, Waiting]> {
  await onlyReviewers(
    at,
    Array.from({ length: reviewers }, () => ({})),
  );
  const round = await reviewedRound(at);
  const [one, other] = await storedInReview(at, round, 2);
  if (!one || !other) throw new Error('two were wanted');
  for (const { reference } of [one, other]) await callbackOf(reference);
  return [
    { reference: one.reference, round },
    { reference: other.reference, round },
  ];
}
interface Waiting {
  readonly reference: string;
  readonly round: Round;
}

/** The callback on which a screening waits, once it is another than the one given. */
const callbackOf = (reference: string, other?: string) =>
  eventually(`a callback of ${reference}`, async () => {
    const { callback } = await screeningOf(at, reference);
    return callback !== undefined && callback !== other && (await at.requests.callback(callback));
  });

/** About one application, and no other of its round. */
const fault = (operation: 'GetItem' | 'TransactWriteItems', words: string, { reference }: Waiting, times: number) =>
  strike(
    'screening-tasks',
    operation,
    (body) => body.includes(words) && body.includes(`"pk":{"S":"${reference}"}`),
    times,
  );

async function sendBoth({ reference, round }: Waiting): Promise<void> {
  for (const number of [1, 2]) await sendReview(at, round, await reviewNumber(at, reference, number), 4);
}

/** What each step does first, or stores, and how a test comes to it. */
const steps = {
  'Compare the reviews': {
    reviewers: 2,
    strike: { operation: 'GetItem', words: '' },
    come: sendBoth,
  },
  'Find another reviewer': {
    reviewers: 3,
    strike: { operation: 'TransactWriteItems', words: 'ReviewerAdded' },
    come: async ({ reference, round }: Waiting) =>
      visitor(at.baseUrl).post(`${await reviewPath(at, round, await reviewNumber(at, reference, 1))}/conflict`, {}),
  },
  'Close the reviews': {
    reviewers: 2,
    strike: { operation: 'TransactWriteItems', words: 'ScreeningReviewed' },
    come: sendBoth,
  },
} as const;

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
  const { operation, words } = step.strike;

  const twoFaults = async (given: Waiting): Promise<void> => {
    fault(operation, words, given, 2);
    await step.come(given);
    await eventually('both faults have struck', async () => (await failures(given.reference)) === 2);
    await eventually('it waits again, or is over', async () => {
      const { callback, state: now } = await screeningOf(at, given.reference);
      return callback !== undefined || now === 'REVIEWED';
    });
    await finish(given);
    await ended(given.reference, 'SUCCEEDED');
    expect(await failures(given.reference)).toBe(2);
  };

  const noTryHelps = async (given: Waiting): Promise<void> => {
    const { reference } = given;
    const remove = fault(operation, words, given, 7);
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
  };

  it('is tried again after two faults and goes on; is marked as stuck when no try helps, and a redrive ends it', async () => {
    const [one, other] = await waiting(step.reviewers);
    await Promise.all([twoFaults(one), noTryHelps(other)]);
  });
});

describe('Wait for the reviewers', () => {
  const waitsAgain = async (given: Waiting): Promise<void> => {
    const { reference } = given;
    const before = await screeningOf(at, reference);
    const { id, token } = await callbackOf(reference);
    await failTask(token);
    await callbackOf(reference, id);
    expect((await screeningOf(at, reference)).reviews).toEqual(before.reviews);
    await finish(given);
    await ended(reference, 'SUCCEEDED');
    expect(await failures(reference)).toBe(1);
  };

  const failsForGood = async (given: Waiting): Promise<void> => {
    const { reference } = given;
    fault('TransactWriteItems', 'RunStuck', given, 2);
    await failForGood((before) => callbackOf(reference, before));
    await ended(reference, 'FAILED');
    expect(await failures(reference)).toBe(9);
    expect((await screeningOf(at, reference)).stuck).toBeDefined();
    await finish(given);
    await ended(runNameOf(reference, 2), 'SUCCEEDED');
    expect((await screeningOf(at, reference)).stuck).toBeUndefined();
  };

  it('waits again after a fault: the same reviews, and the next one that is sent resumes it; if it fails for good it is marked as stuck at the third try of marking, and a review that is sent starts it again', async () => {
    const [one, other] = await waiting();
    await Promise.all([waitsAgain(one), failsForGood(other)]);
  });
});
