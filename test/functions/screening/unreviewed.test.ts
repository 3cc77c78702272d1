import { beforeEach, describe, expect, it } from 'vitest';
import { machinesOf } from '../../../functions/app/machines.ts';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { closeReviews, closeUnreviewed } from '../../../functions/screening/close-reviews.ts';
import { compareReviews } from '../../../functions/screening/compare-reviews.ts';
import { declareConflict } from '../../../functions/screening/end-review.ts';
import { findAnotherReviewer } from '../../../functions/screening/find-another-reviewer.ts';
import { sendReview } from '../../../functions/screening/send-review.ts';
import { waitForReviewers } from '../../../functions/screening/wait-for-reviewers.ts';
import { countReviews } from '../../../functions/selection/count-reviews.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';

let at: MemoryScreening;
let reference: string;
const begin = async (given: Parameters<typeof memoryScreening>[0]) => {
  at = await memoryScreening(given);
  await at.begin();
  reference = at.references[0] ?? '';
};

const step = async () => ({ reference, run: runNameOf(reference, (await at.screening()).run) });
const compare = async () => compareReviews(at.deps, await step(), closed);
const findAnother = async () => findAnotherReviewer(at.deps, await step(), closed);
const close = async () => closeReviews(at.deps, await step(), closed);
const wait = async () => waitForReviewers(at.deps, { ...(await step()), token: 'token' }, closed);
const follow = (...people: string[]) => followPeople(at.deps, { people, by: 'operator:test' }, closed);
const notices = () =>
  at.memory.items('outbox').map(({ errand }) => /"about":\{"S":"([a-z-]+)"/u.exec(JSON.stringify(errand))?.[1]);
const resumptions = () => at.memory.items('outbox').filter(({ errand }) => JSON.stringify(errand).includes('"resume"'));

describe('an application that nobody may review', () => {
  beforeEach(() => begin({ reviewers: [{ id: 'anna', languages: 'en' }] }));

  it('waits, is told of with its round, and is not closed', async () => {
    expect((await at.deps.admissions.plan(at.round.id))?.short).toMatchObject({ applications: 1, unreviewed: 1 });
    expect(at.mails()).toEqual(['operator-notice choi-yuna']);
    expect([await compare(), await close()]).toEqual(['WAIT', 'NEWS']);
    await wait();
    expect(await at.screening()).toMatchObject({ state: 'REVIEWING', short: true });
    expect((await at.screening()).callback).toBeDefined();
    expect(await countReviews(at.deps, { ...(await at.step()), checks: 1 }, closed)).toMatchObject({
      outcome: 'WAIT',
      done: 0,
      of: 1,
    });
  });

  it('goes on as soon as a reviewer is loaded who may, and not with one who may not', async () => {
    await wait();
    await at.load([{ id: 'berta', languages: 'en' }]);
    expect(await follow('berta')).toMatchObject({ seeking: 1 });
    expect(resumptions()).toHaveLength(1);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'NOBODY', 'WAIT']);
    await wait();
    await at.load([{ id: 'clara' }]);
    await follow('clara');
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'ASKED', 'ANOTHER']);
    expect([await findAnother(), await compare()]).toEqual(['NOBODY', 'WAIT']);
    expect((await at.reviewsOf()).map(({ reviewer }) => reviewer)).toEqual(['clara']);
    expect(at.mails()).toEqual(['operator-notice choi-yuna', 'review-added clara']);
  });

  it('looks again in a new run', async () => {
    await at.load([{ id: 'clara' }]);
    expect(await compare()).toBe('WAIT');
    await redrive(at.deps.commit, machinesOf(at.deps).screening, reference, 'operator:test', closed);
    expect([await compare(), await findAnother()]).toEqual(['ANOTHER', 'ASKED']);
  });

  it('is closed by an operator who has found nobody, which the audit keeps with the reason', async () => {
    await wait();
    const given = { reference, by: 'operator:test', reason: 'nobody reads it' };
    expect(await closeUnreviewed(at.deps, given, closed)).toBe('closed');
    expect(await closeUnreviewed(at.deps, given, closed)).toBe('not-open');
    expect(resumptions()).toHaveLength(1);
    expect([await compare(), await close()]).toEqual(['COMPLETE', 'REVIEWED']);
    expect((await eventsOf(at.memory.db, 'audit', reference)).at(-1)).toMatchObject({
      type: 'ScreeningClosedUnreviewed',
      data: { reason: 'nobody reads it' },
    });
    expect(await countReviews(at.deps, { ...(await at.step()), checks: 1 }, closed)).toMatchObject({
      outcome: 'RANKING',
    });
  });
});

describe('an application whose last reviewer cannot', () => {
  it('waits as well, and the operators, who knew that it lacked one, hear that it has none', async () => {
    await begin({ reviewers: [{ id: 'anna' }] });
    const [review] = await at.reviewsOf();
    if (!review) throw new Error('nobody was asked');
    expect(await closeUnreviewed(at.deps, { reference, by: 'operator:test', reason: 'x' }, closed)).toBe('has-reviews');
    await declareConflict(at.deps, { review: review.id, by: 'anna' }, closed);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'NOBODY', 'WAIT']);
    expect(notices().filter(Boolean)).toEqual(['reviewers-missing', 'nobody-to-review']);
    await follow('anna');
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'NOBODY', 'WAIT']);
    expect(notices().filter(Boolean)).toHaveLength(2);
  });

  it('goes on with the one review that it has', async () => {
    await begin({ reviewers: [{ id: 'anna' }, { id: 'berta' }] });
    const [first, second] = await at.reviewsOf();
    if (!first || !second) throw new Error('nobody was asked');
    const scores = { motivation: 3, plan: 3, background: 3, contribution: 3 };
    await sendReview(at.deps, { review: first.id, by: first.reviewer, scores }, closed);
    await declareConflict(at.deps, { review: second.id, by: second.reviewer }, closed);
    expect([await compare(), await findAnother(), await compare()]).toEqual(['ANOTHER', 'NOBODY', 'COMPLETE']);
    expect(await close()).toBe('REVIEWED');
    expect(notices().filter(Boolean)).toEqual(['nobody-left-to-review']);
  });
});
