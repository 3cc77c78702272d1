import { beforeEach, describe, expect, it } from 'vitest';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { compareReviews } from '../../../functions/screening/compare-reviews.ts';
import { findAnotherReviewer } from '../../../functions/screening/find-another-reviewer.ts';
import type { Review } from '../../../functions/screening/review.ts';
import { sendReview } from '../../../functions/screening/send-review.ts';
import { waitForReviewers } from '../../../functions/screening/wait-for-reviewers.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { answers } from '../../support/applicants.ts';
import { type MemoryCommittee, members, memoryCommittee, now } from '../../support/committee/memory-committee.ts';
import {
  closed,
  type MemoryScreening,
  memoryScreening,
  type ReviewerLine,
} from '../../support/screening/memory-screening.ts';

describe('people who are loaded while a round is under review', () => {
  let at: MemoryScreening;
  let reference: string;
  let first: Review;
  let second: Review;
  beforeEach(async () => {
    at = await memoryScreening();
    await at.begin();
    reference = at.references[0] ?? '';
    const [one, two] = await at.reviewsOf();
    if (!one || !two) throw new Error('there are no two reviews');
    [first, second] = [one, two];
  });

  const load = async (line: ReviewerLine, when = closed) => {
    await at.load([line]);
    return followPeople(at.deps, { people: [line.id], by: 'operator:test' }, when);
  };
  const step = async () => ({ reference, run: runNameOf(reference, (await at.screening()).run) });
  const compare = async () => compareReviews(at.deps, await step(), closed);
  const stateOf = async ({ id }: Review) => (await at.deps.screenings.review(id))?.state;
  const followedByAnother = async () => {
    expect([await compare(), await findAnotherReviewer(at.deps, await step(), closed)]).toEqual(['ANOTHER', 'ASKED']);
    expect((await at.reviewsOf()).at(-1)).toMatchObject({ why: 'replacement', state: 'OPEN' });
  };

  it('and turn out to be of an applicant’s own give back what is open: another is asked', async () => {
    at = await memoryScreening({ forms: [answers({ background: { organisation: '가온은행' } })] });
    await at.begin();
    reference = at.references[0] ?? '';
    [first = first] = await at.reviewsOf();
    const line = { id: first.reviewer, affiliations: '(주)가온은행 강남지점' };
    expect(await load({ ...line, affiliations: '가온카드' })).toMatchObject({ ended: 0 });
    expect(await load(line)).toMatchObject({ ended: 1 });
    expect(await stateOf(first)).toBe('UNASSIGNED');
    expect((await eventsOf(at.memory.db, 'audit', reference)).at(-1)).toMatchObject({
      type: 'ReviewUnassigned',
      data: { request: first.id, why: 'interest' },
    });
    await followedByAnother();
  });

  it('and are no longer reviewers give back what is open: another is asked', async () => {
    await waitForReviewers(at.deps, { ...(await step()), token: 'token' }, closed);
    expect(await load({ id: first.reviewer, roles: '' })).toMatchObject({ ended: 1 });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['UNASSIGNED', 'OPEN']);
    expect(await at.deps.requests.get(first.id)).toMatchObject({ state: 'CANCELLED', outcome: 'UNASSIGNED' });
    expect(await at.deps.screenings.reviewer(at.round.id, first.reviewer)).toMatchObject({ load: 0, missed: 0 });
    expect(JSON.stringify(at.memory.items('outbox').at(-1))).toContain('resume');
    expect((await eventsOf(at.memory.db, 'audit', reference)).at(-1)).toMatchObject({
      type: 'ReviewUnassigned',
      by: 'operator:test',
      data: { request: first.id, why: 'left' },
    });
    await followedByAnother();
    expect(await load({ id: first.reviewer, roles: '' })).toMatchObject({ ended: 0 });
  });

  it('keep what they have sent, and what is open if they stay', async () => {
    const scores = { motivation: 4, plan: 4, background: 4, contribution: 4 };
    await sendReview(at.deps, { review: first.id, by: first.reviewer, scores }, closed);
    expect(await load({ id: first.reviewer, roles: '' })).toMatchObject({ ended: 0 });
    expect(await load({ id: second.reviewer, capacity: 1 })).toMatchObject({ ended: 0 });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['SENT', 'OPEN']);
    expect(await compare()).toBe('WAIT');
  });

  it('and are away until their reviews are due give them back; not who is back before', async () => {
    // They are due on 17 February.
    expect(await load({ id: first.reviewer, absences: '2027-02-01..2027-02-16' })).toMatchObject({ ended: 0 });
    const absences = '2027-02-10..2027-02-28';
    expect(await load({ id: first.reviewer, absences })).toMatchObject({ ended: 0 });
    expect(await load({ id: first.reviewer, absences }, addMinutes(closed, 9 * 24 * 60))).toMatchObject({ ended: 1 });
    expect(await stateOf(first)).toBe('UNASSIGNED');
    await followedByAnother();
  });

  it('before their reviews had begun give them back as soon as the run looks', async () => {
    at = await memoryScreening();
    reference = at.references[0] ?? '';
    await at.assign();
    const planned = (await at.deps.admissions.planPage(at.round.id, 1))?.applications[0]?.reviewers[0]?.person ?? '';
    expect(await load({ id: planned, roles: '' })).toMatchObject({ ended: 0 });
    await at.start();
    const [given] = await at.reviewsOf();
    expect(given).toMatchObject({ reviewer: planned, state: 'OPEN' });
    await followedByAnother();
    expect((await at.reviewsOf())[0]).toMatchObject({ state: 'UNASSIGNED' });
  });

  it('change nothing in a round that has gone on', async () => {
    await at.bring('RANKING');
    expect(await load({ id: first.reviewer, roles: '' })).toMatchObject({ ended: 0, seeking: 0, committees: [] });
    expect(await stateOf(first)).toBe('OPEN');
  });
});

describe('people who are loaded while the committee decides', () => {
  let round: MemoryCommittee;
  const follow = (...people: string[]) => followPeople(round.deps, { people, by: 'operator:test' }, now);
  beforeEach(async () => {
    round = await memoryCommittee();
    await round.rank();
    await round.ask();
  });

  it('and have joined it are asked, by the run that is woken for it', async () => {
    expect(await follow(...members)).toMatchObject({ committees: [] });
    await round.loadMember('late-member', ['committee']);
    expect(await follow('late-member')).toMatchObject({ committees: [round.id] });
    expect(await round.resumptions()).toHaveLength(1);
    await round.ask();
    expect(await round.requestTo('late-member')).toMatchObject({ state: 'OPEN' });
    expect(await follow('late-member')).toMatchObject({ committees: [] });
  });

  it('and have left it are asked nothing more', async () => {
    await round.loadMember('kang-jiho', []);
    expect(await follow('kang-jiho')).toMatchObject({ committees: [round.id] });
    await round.ask();
    expect(await round.requestTo('kang-jiho')).toMatchObject({ state: 'CANCELLED' });
    expect((await round.deliberation())?.excluded).toMatchObject([{ member: 'kang-jiho', why: 'left' }]);
    expect(await follow('kang-jiho')).toMatchObject({ committees: [] });
  });
});
