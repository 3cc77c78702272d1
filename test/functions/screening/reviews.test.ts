import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { newReviewer } from '../../../functions/reviewers/reviewer.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { amendReview } from '../../../functions/screening/amend-review.ts';
import { closeReviews } from '../../../functions/screening/close-reviews.ts';
import { compareReviews } from '../../../functions/screening/compare-reviews.ts';
import { declareConflict, declineReview } from '../../../functions/screening/end-review.ts';
import { findAnotherReviewer } from '../../../functions/screening/find-another-reviewer.ts';
import { lapseReview } from '../../../functions/screening/lapses.ts';
import type { Review } from '../../../functions/screening/review.ts';
import { saveReview } from '../../../functions/screening/save-review.ts';
import { changedScreening } from '../../../functions/screening/screening.ts';
import { sendReview } from '../../../functions/screening/send-review.ts';
import { waitForReviewers } from '../../../functions/screening/wait-for-reviewers.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';

let at: MemoryScreening;
let reference: string;
let first: Review;
let second: Review;
const begin = async (given: Parameters<typeof memoryScreening>[0] = {}) => {
  at = await memoryScreening(given);
  await at.begin();
  reference = at.references[0] ?? '';
  const [one, two] = await at.reviewsOf();
  if (!one || !two) throw new Error('there are no two reviews');
  [first, second] = [one, two];
};
beforeEach(() => begin());

const all = (score: number) => ({ motivation: score, plan: score, background: score, contribution: score });
const given = ({ id, reviewer }: Review, scores: Readonly<Record<string, number>>, comment?: string) => ({
  review: id,
  by: reviewer,
  scores,
  comment,
});
const send = (review: Review, score: number) => sendReview(at.deps, given(review, all(score)), closed);
const step = async () => ({ reference, run: runNameOf(reference, (await at.screening()).run) });
const compare = async () => compareReviews(at.deps, await step(), closed);
const findAnother = async () => findAnotherReviewer(at.deps, await step(), closed);
const close = async () => closeReviews(at.deps, await step(), closed);
const types = async () => (await eventsOf(at.memory.db, 'audit', reference)).map(({ type }) => type);
const outbox = () => at.memory.items('outbox').map(({ errand }) => JSON.stringify(errand));
const loadOf = async ({ reviewer }: Review) => (await at.deps.screenings.reviewer(at.round.id, reviewer))?.load;
const resumptions = () => outbox().filter((errand) => errand.includes('resume'));
const wait = async () => waitForReviewers(at.deps, { ...(await step()), token: 'token' }, closed);
const end = (review: Review) =>
  declineReview(at.deps, { review: review.id, by: review.reviewer, reason: '출장' }, closed);
const stateOf = async ({ id }: Review) => (await at.deps.screenings.review(id))?.state;

describe('a review', () => {
  it('is kept half filled in, and is not sent before every criterion has a score', async () => {
    expect(await saveReview(at.deps, given(first, { plan: 4 }, '의견'), closed)).toMatchObject({ kind: 'saved' });
    expect(await at.deps.screenings.review(first.id)).toMatchObject({ state: 'OPEN', scores: { plan: 4 } });
    expect(await sendReview(at.deps, given(first, { plan: 4 }), closed)).toEqual({
      kind: 'incomplete',
      missing: ['motivation', 'background', 'contribution'],
    });
    expect(await at.deps.requests.get(first.id)).toMatchObject({ state: 'OPEN' });
    expect(JSON.stringify(await eventsOf(at.memory.db, 'audit', reference))).not.toContain('의견');
  });

  it('settles its request when it is sent; sent again it stays as it was', async () => {
    expect(await send(first, 4)).toMatchObject({ kind: 'sent' });
    expect(await send(first, 5)).toMatchObject({ kind: 'ended', review: { scores: all(4) } });
    expect(await at.deps.requests.get(first.id)).toMatchObject({ state: 'SETTLED', outcome: 'SENT' });
    expect(await at.screening()).toMatchObject({ news: false, reviews: [{ state: 'SENT' }, { state: 'OPEN' }] });
  });

  it('loses nothing if two are sent at the same moment', async () => {
    await Promise.all([send(first, 4), send(second, 4)]);
    expect((await at.screening()).reviews.map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  });

  it('may be changed after it was sent until the round is ranked', async () => {
    await send(first, 2);
    expect(await amendReview(at.deps, given(second, all(3)), closed)).toEqual({ kind: 'frozen' });
    expect(await amendReview(at.deps, given(first, { plan: 3 }), closed)).toMatchObject({ kind: 'incomplete' });
    expect(await amendReview(at.deps, given(first, all(3)), closed)).toEqual({ kind: 'amended' });
    expect(await at.deps.screenings.review(first.id)).toMatchObject({ scores: all(3), state: 'SENT' });
    await at.bring('RANKING');
    expect(await amendReview(at.deps, given(first, all(5)), closed)).toEqual({ kind: 'frozen' });
    expect(await at.deps.screenings.review(first.id)).toMatchObject({ scores: all(3) });
  });

  it('is frozen if the ranking begins in the same moment as the change', async () => {
    await Promise.all([send(first, 4), send(second, 4)]);
    expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
    const deps = {
      ...at.deps,
      commit: async (what: Parameters<typeof at.deps.commit>[0]) => {
        if ((await at.admission()).state === 'REVIEWING') await at.bring('RANKING');
        await at.deps.commit(what);
      },
    };
    expect(await amendReview(deps, given(first, all(1)), closed)).toEqual({ kind: 'frozen' });
    expect(await at.deps.screenings.review(first.id)).toMatchObject({ scores: all(4) });
  });

  it.each([
    ['CONFLICT', (review: Review) => declareConflict(at.deps, { review: review.id, by: review.reviewer }, closed)],
    [
      'DECLINED',
      (review: Review) => declineReview(at.deps, { review: review.id, by: review.reviewer, reason: '출장' }, closed),
    ],
    ['MISSED', (review: Review) => lapseReview(at.deps, review, closed)],
  ] as const)('that ends as %s frees its reviewer, and is followed by another of the others', async (state, end) => {
    await end(first);
    await end(first);
    expect(await stateOf(first)).toBe(state);
    expect(await loadOf(first)).toBe(0);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'ASKED', 'WAIT']);
    const [, , third] = await at.reviewsOf();
    expect(third).toMatchObject({ number: 3, why: 'replacement', label: 1 });
    expect([first.reviewer, second.reviewer]).not.toContain(third?.reviewer);
    expect(at.mails().at(-1)).toBe(`review-added ${third?.reviewer}`);
    expect(await send(first, 5)).toMatchObject({ kind: 'ended' });
  });

  it('ends with the application: what is open is cancelled, what was sent stays', async () => {
    await send(first, 4);
    await withdrawApplication(at.deps, reference, closed);
    await withdrawApplication(at.deps, reference, closed);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['SENT', 'CANCELLED']);
    expect(await at.deps.requests.get(second.id)).toMatchObject({ state: 'CANCELLED', outcome: 'WITHDRAWN' });
    expect([await compare(), await close()]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await send(second, 4)).toMatchObject({ kind: 'ended' });
    expect(await at.deps.screenings.countOpen(at.round.id)).toBe(0);
    expect((await types()).filter((type) => type === 'ScreeningCancelled')).toHaveLength(1);
  });
});

describe('the comparison', () => {
  it('wants a further review if two lie further apart than the round allows, once, and none at the limit', async () => {
    await send(first, 1);
    await sendReview(at.deps, given(second, { ...all(2), motivation: 3, background: 3 }), closed);
    expect(await compare()).toBe('COMPLETE');
    await amendReview(at.deps, given(second, { ...all(2), motivation: 3, plan: 3 }), closed);
    expect(await compare()).toBe('ANOTHER');
    expect(await at.screening()).toMatchObject({ wanted: 3, diverged: true });
    expect(await findAnother()).toBe('ASKED');
    const [, , third] = await at.reviewsOf();
    if (!third) throw new Error('nobody was asked');
    expect(third.why).toBe('divergence');
    await send(third, 5);
    expect(await compare()).toBe('COMPLETE');
  });

  it('cancels a screening whose application was withdrawn as it was started', async () => {
    const application = await at.deps.applications.get(reference);
    if (!application) throw new Error('there is no application');
    await at.deps.commit({
      changes: [
        at.deps.applications.save(
          { ...application, state: 'WITHDRAWN', revision: application.revision + 1 },
          application,
        ),
      ],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
    expect(await compare()).toBe('CANCELLED');
    expect(await at.screening()).toMatchObject({ state: 'CANCELLED' });
  });

  it('does not close what has news, and does not wait for what has come already', async () => {
    await end(first);
    expect(await close()).toBe('NEWS');
    await wait();
    expect((await at.screening()).callback).toBeUndefined();
    expect(resumptions()).toHaveLength(1);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'ASKED', 'WAIT']);
    await wait();
    expect((await at.screening()).callback).toBeDefined();
    expect(resumptions()).toHaveLength(1);
  });
});

describe('the run of a screening that waits', () => {
  beforeEach(async () => {
    expect(await compare()).toBe('WAIT');
    await wait();
  });

  /** Two at once: each has read everything before either stores anything. */
  const together = async (): Promise<void> => {
    const arrived = Promise.withResolvers<undefined>();
    let commits = 0;
    const commit = async (what: Parameters<typeof at.deps.commit>[0]) => {
      commits += 1;
      if (commits === 2) arrived.resolve(undefined);
      await arrived.promise;
      await at.deps.commit(what);
    };
    await Promise.all([first, second].map((one) => sendReview({ ...at.deps, commit }, given(one, all(4)), closed)));
    expect(commits).toBe(3);
  };

  it.each([
    ['in the order of the reviews', async () => [await send(first, 4), await send(second, 4)]],
    ['in the other order', async () => [await send(second, 4), await send(first, 4)]],
    ['at the same moment', together],
  ])('is woken once by two reviews that are sent %s, by the last', async (_, sendBoth) => {
    await sendBoth();
    expect(resumptions()).toHaveLength(1);
    expect(await at.screening()).toMatchObject({ news: true });
    expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
  });

  it('sleeps on by a review that is sent, or changed, while another is open', async () => {
    const { callback } = await at.screening();
    await send(first, 4);
    await amendReview(at.deps, given(first, all(3)), closed);
    expect(await at.screening()).toMatchObject({ news: false, callback });
    expect(resumptions()).toEqual([]);
  });

  it('is not put to sleep by the last review that is sent while it goes from comparing to waiting', async () => {
    await end(first);
    expect([await compare(), await findAnother()]).toEqual(['ANOTHER', 'ASKED']);
    const third = (await at.reviewsOf())[2];
    if (!third) throw new Error('nobody was asked');
    await send(third, 4);
    expect(await compare()).toBe('WAIT');
    await send(second, 4);
    await wait();
    expect((await at.screening()).callback).toBeUndefined();
    expect(resumptions()).toHaveLength(2);
    expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
  });

  it.each([
    ['a conflict', async () => declareConflict(at.deps, { review: second.id, by: second.reviewer }, closed)],
    ['a declined one', async () => end(second)],
    ['one that nobody answered', async () => lapseReview(at.deps, second, closed)],
  ])('is woken by %s, since somebody else has to be asked, while another is open', async (_, ends) => {
    await ends();
    expect(resumptions()).toHaveLength(1);
    expect(await compare()).toBe('ANOTHER');
    await findAnother();
    expect(await compare()).toBe('WAIT');
  });

  it('is woken where the further reviewer never answers, since only the clock can end that review', async () => {
    await send(first, 5);
    await send(second, 1);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'ASKED', 'WAIT']);
    await wait();
    const third = (await at.reviewsOf())[2];
    if (!third) throw new Error('nobody was asked');
    await lapseReview(at.deps, third, closed);
    expect(resumptions()).toHaveLength(2);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'ASKED', 'WAIT']);
    const further = (await at.screening()).reviews.slice(2);
    expect(further.map(({ why, state }) => [why, state])).toEqual([
      ['divergence', 'MISSED'],
      ['replacement', 'OPEN'],
    ]);
  });

  it('is woken where the only other review was sent before', async () => {
    await send(first, 4);
    await end(second);
    expect(resumptions()).toHaveLength(1);
    expect([await compare(), await findAnother()]).toEqual(['ANOTHER', 'ASKED']);
  });

  it('is started anew, where it is stuck, by a review that is sent while another is open', async () => {
    const was = await at.screening();
    const stuck = { at: closed, step: 'wait-for-reviewers', error: 'States.Timeout' };
    await at.deps.commit({
      changes: [at.deps.screenings.save(changedScreening(was, closed, { stuck }), was)],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
    await send(first, 4);
    const { run, stuck: still } = await at.screening();
    expect([run, still]).toEqual([2, undefined]);
    expect(outbox().filter((errand) => errand.includes(`${reference}_2`))).toHaveLength(1);
  });
});

describe('another reviewer', () => {
  it('is the one with the least to do, whom nothing keeps away, and who has room', async () => {
    await begin({
      applications: 3,
      reviewers: [{ id: 'anna' }, { id: 'berta' }],
    });
    await at.load([{ id: 'full', capacity: 0 }, { id: 'absent', absences: '2027-02-01..2027-02-28' }, { id: 'fresh' }]);
    await declareConflict(at.deps, { review: first.id, by: first.reviewer }, closed);
    expect(await findAnother()).toBe('ASKED');
    expect((await at.screening()).reviews.at(-1)).toMatchObject({ reviewer: 'fresh' });
    expect(await at.deps.screenings.reviewer(at.round.id, 'fresh')).toMatchObject({ last: 1, load: 1 });
  });

  it('is somebody who missed a review only if nobody else is left, though they have the least to do', async () => {
    await begin({ reviewers: [{ id: 'anna' }, { id: 'berta' }] });
    await at.load([{ id: 'late' }, { id: 'busy' }]);
    await at.deps.commit({
      changes: [
        at.deps.screenings.saveReviewer({ ...newReviewer(at.round.id, 'late'), missed: 1 }, undefined),
        at.deps.screenings.saveReviewer({ ...newReviewer(at.round.id, 'busy'), load: 9 }, undefined),
      ],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
    await lapseReview(at.deps, first, closed);
    expect((await at.deps.screenings.reviewer(at.round.id, first.reviewer))?.missed).toBe(1);
    expect(await findAnother()).toBe('ASKED');
    await lapseReview(at.deps, second, closed);
    expect(await findAnother()).toBe('ASKED');
    expect((await at.screening()).reviews.slice(2).map(({ reviewer }) => reviewer)).toEqual(['busy', 'late']);
  });

  it('is told of to the operators once if there is none, and is found when there is one at the next end', async () => {
    await begin({ reviewers: [{ id: 'anna' }, { id: 'berta' }] });
    await lapseReview(at.deps, first, closed);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'NOBODY', 'WAIT']);
    await at.load([{ id: 'clara' }]);
    await lapseReview(at.deps, second, closed);
    expect([await compare(), await findAnother()]).toEqual(['ANOTHER', 'ASKED']);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'NOBODY', 'WAIT']);
    expect(at.mails().filter((mail) => mail.startsWith('operator-notice'))).toEqual(['operator-notice choi-yuna']);
    const [, , third] = await at.reviewsOf();
    if (!third) throw new Error('nobody was asked');
    await send(third, 4);
    expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
    expect(await at.screening()).toMatchObject({ short: true, state: 'REVIEWED' });
  });
});
