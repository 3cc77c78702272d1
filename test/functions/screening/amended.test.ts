import { beforeEach, describe, expect, it } from 'vitest';
import { runNameOf } from '../../../functions/runs/run.ts';
import { amendReview } from '../../../functions/screening/amend-review.ts';
import { closeReviews } from '../../../functions/screening/close-reviews.ts';
import { compareReviews } from '../../../functions/screening/compare-reviews.ts';
import { findAnotherReviewer } from '../../../functions/screening/find-another-reviewer.ts';
import type { Review } from '../../../functions/screening/review.ts';
import { sendReview } from '../../../functions/screening/send-review.ts';
import { countReviews } from '../../../functions/selection/count-reviews.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';

let at: MemoryScreening;
let reference: string;
let first: Review;

const given = ({ id, reviewer }: Review, score: number) => ({
  review: id,
  by: reviewer,
  scores: { motivation: score, plan: score, background: score, contribution: score },
});
const step = async () => ({ reference, run: runNameOf(reference, (await at.screening()).run) });
const compare = async () => compareReviews(at.deps, await step(), closed);
const close = async () => closeReviews(at.deps, await step(), closed);
const amend = (score: number, deps: MemoryScreening['deps'] = at.deps) =>
  amendReview(deps, given(first, score), closed);
const count = async (deps: MemoryScreening['deps'] = at.deps) =>
  (await countReviews(deps, { ...(await at.step()), checks: 1 }, closed)).outcome;
const starts = () =>
  at.memory.items('outbox').filter(({ errand }) => JSON.stringify(errand).includes(`${reference}_2`));

/** Both have sent a 4, and the screening is closed. */
beforeEach(async () => {
  at = await memoryScreening();
  await at.begin();
  reference = at.references[0] ?? '';
  const [one, two] = await at.reviewsOf();
  if (!one || !two) throw new Error('there are no two reviews');
  first = one;
  for (const review of [one, two]) await sendReview(at.deps, given(review, 4), closed);
  expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
});

describe('a change of a review whose screening is closed', () => {
  it('opens it again if the scores now lie too far apart, and a further reviewer is asked', async () => {
    expect(await amend(1)).toEqual({ kind: 'amended' });
    expect(await at.screening()).toMatchObject({ state: 'REVIEWING', run: 2 });
    expect((await at.screening()).closedAt).toBeUndefined();
    expect(starts()).toHaveLength(1);
    expect(await count()).toBe('WAIT');
    expect(await compare()).toBe('ANOTHER');
    expect(await findAnotherReviewer(at.deps, await step(), closed)).toBe('ASKED');
    const third = (await at.reviewsOf())[2];
    if (!third) throw new Error('nobody was asked');
    expect(third.why).toBe('divergence');
    await sendReview(at.deps, given(third, 2), closed);
    expect([await compare(), await close(), await count()]).toEqual(['COMPLETE', 'REVIEWED', 'RANKING']);
  });

  it('leaves it closed if they do not, and if a further reviewer was asked already', async () => {
    await amend(3);
    expect((await at.screening()).state).toBe('REVIEWED');
    expect(starts()).toEqual([]);
    await amend(1);
    await compare();
    await findAnotherReviewer(at.deps, await step(), closed);
    const third = (await at.reviewsOf())[2];
    if (!third) throw new Error('nobody was asked');
    await sendReview(at.deps, given(third, 2), closed);
    expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
    await amend(5);
    expect(await at.screening()).toMatchObject({ state: 'REVIEWED', run: 2 });
  });

  it('is refused, and opens nothing, if the round has gone on in that very moment', async () => {
    const commit = async (what: Parameters<typeof at.deps.commit>[0]) => {
      if ((await at.admission()).state === 'REVIEWING') await count();
      await at.deps.commit(what);
    };
    expect(await amend(1, { ...at.deps, commit })).toEqual({ kind: 'frozen' });
    expect((await at.screening()).state).toBe('REVIEWED');
    expect(await at.deps.screenings.countOpen(at.round.id)).toBe(0);
  });

  it('keeps the round that was about to go on', async () => {
    let changed = false;
    const commit = async (what: Parameters<typeof at.deps.commit>[0]) => {
      if (!changed) {
        changed = true;
        await amend(1);
      }
      await at.deps.commit(what);
    };
    expect(await count({ ...at.deps, commit })).toBe('WAIT');
    expect((await at.admission()).state).toBe('REVIEWING');
  });

  it('does not stand in the audit by its scores', async () => {
    await amend(1);
    const events = await eventsOf(at.memory.db, 'audit', reference);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['ReviewAmended', 'ScreeningReopened']);
    expect(JSON.stringify(events)).not.toContain('motivation');
  });
});
