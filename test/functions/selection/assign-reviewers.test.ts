import { describe, expect, it } from 'vitest';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { assignReviewersOfRound } from '../../../functions/selection/assign-reviewers.ts';
import { countReviews } from '../../../functions/selection/count-reviews.ts';
import { startScreenings } from '../../../functions/selection/start-screenings.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { answers } from '../../support/applicants.ts';
import { closed, type MemoryScreening, memoryScreening } from '../../support/screening/memory-screening.ts';
import { reserve } from '../../support/selection/reserve.ts';

const planOf = async ({ deps, round }: MemoryScreening) => {
  const plan = await deps.admissions.plan(round.id);
  if (!plan) throw new Error('there is no plan');
  const pages = await Promise.all(
    Array.from({ length: plan.pages }, (_, page) => deps.admissions.planPage(round.id, page + 1)),
  );
  return { plan, applications: pages.flatMap((page) => page?.applications ?? []) };
};

describe('the assignment of a round', () => {
  it('gives each application two people, and each person numbers from 1 without a gap', async () => {
    const at = await memoryScreening({ applications: 10 });
    expect(await at.assign()).toBe('STARTING');
    const { plan, applications } = await planOf(at);
    expect(plan).toMatchObject({ applications: 10, reviews: 20, short: { applications: 0, reviews: 0 } });
    const labels = Map.groupBy(
      applications.flatMap(({ reviewers }) => reviewers),
      ({ person }) => person,
    );
    for (const [person, given] of labels) {
      expect(given.map(({ label }) => label).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
      expect(await at.deps.screenings.reviewer(at.round.id, person)).toMatchObject({ last: 5, load: 5 });
    }
    expect(applications.every(({ reviewers }) => new Set(reviewers.map(({ person }) => person)).size === 2)).toBe(true);
  });

  it('keeps away who shares an institution or an e-mail domain, or is away all the time; not who is away for a part', async () => {
    const form = answers({
      background: { organisation: '(주) 가온은행' },
      'about-you': { email: 'somebody@works.example' },
    });
    const at = await memoryScreening({
      forms: [form],
      reviewers: [
        { id: 'colleague', affiliations: '가온은행' },
        { id: 'neighbour', email: 'neighbour@mail.works.example' },
        { id: 'absent', absences: '2027-02-01..2027-02-17' },
        { id: 'partly', absences: '2027-02-01..2027-02-10' },
        { id: 'korean', languages: 'en' },
        { id: 'free' },
      ],
    });
    await at.assign();
    const { applications } = await planOf(at);
    expect(applications[0]?.reviewers.map(({ person }) => person).sort()).toEqual(['free', 'partly']);
    expect(at.mails()).toEqual([]);
  });

  it('keeps away whose employer only looks like the applicant’s, while there is somebody else', async () => {
    const form = answers({ background: { organisation: '(주)가온은행 IT본부' } });
    const reviewers = [
      { id: 'card', affiliations: '가온카드' },
      { id: 'colleague', affiliations: '가온은행(본점)' },
      { id: 'free' },
    ];
    const enough = await memoryScreening({ forms: [form], reviewers: [...reviewers, { id: 'other' }] });
    await enough.assign();
    const [clear] = (await planOf(enough)).applications;
    expect(clear?.reviewers.map(({ person }) => person).sort()).toEqual(['free', 'other']);

    const few = await memoryScreening({ forms: [form], reviewers });
    await few.assign();
    const [doubtful] = (await planOf(few)).applications;
    expect(doubtful?.reviewers.map(({ person }) => person).sort()).toEqual(['card', 'free']);
  });

  it('keeps away who applies in the round, from every application of it', async () => {
    const own = answers({ 'about-you': { email: 'Both@works.example' } });
    const at = await memoryScreening({
      forms: [own, answers(), answers()],
      reviewers: [{ id: 'both', email: 'both@works.example' }, { id: 'free' }, { id: 'other' }],
    });
    await reserve(at.deps, at.round.id, 'Both@works.example');
    await at.assign();
    const given = (await planOf(at)).applications.flatMap(({ reviewers }) => reviewers.map(({ person }) => person));
    expect([...new Set(given)].sort()).toEqual(['free', 'other']);
  });

  it('gives nobody an application about whose intake they have decided', async () => {
    const at = await memoryScreening({ reviewers: [{ id: 'anna' }, { id: 'berta' }, { id: 'officer' }] });
    const [reference = ''] = at.references;
    const was = await at.deps.applications.get(reference);
    if (!was) throw new Error('there is no application');
    const decision: typeof was.decision = {
      outcome: 'ACCEPTED',
      at: closed,
      by: 'officer',
      request: 'f'.repeat(32),
      version: 1,
      roundVersion: at.round.version,
      rules: [],
    };
    await at.deps.commit({
      changes: [at.deps.applications.save({ ...was, decision, revision: was.revision + 1 }, was)],
      events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: closed }],
    });
    await at.assign();
    const { applications } = await planOf(at);
    expect(applications[0]?.reviewers.map(({ person }) => person).sort()).toEqual(['anna', 'berta']);
  });

  it('keeps and tells what it could not satisfy, and why, in one mail to each operator', async () => {
    const at = await memoryScreening({ applications: 3, reviewers: [{ id: 'anna', capacity: 2 }, { id: 'berta' }] });
    await at.assign();
    const { plan, applications } = await planOf(at);
    expect(plan.short).toMatchObject({ applications: 1, reviews: 1, why: { capacity: 1 } });
    expect(applications.map(({ missing }) => missing ?? 0).sort()).toEqual([0, 0, 1]);
    expect(at.mails()).toEqual(['operator-notice choi-yuna']);
    const [event] = (await eventsOf(at.memory.db, 'audit', `round#${at.round.id}`)).slice(-1);
    expect(event).toMatchObject({ type: 'ReviewersAssigned', data: { shortApplications: 1, capacity: 1 } });
  });

  it('is the same when it is made again, and is not made by a run that was replaced', async () => {
    const at = await memoryScreening({ applications: 12 });
    await at.assign();
    const first = await planOf(at);
    await at.bring('ASSIGNING');
    const { reference } = await at.step();
    const stale = await assignReviewersOfRound(at.deps, { reference, run: `${reference}-9` }, closed);
    expect([stale, (await at.admission()).state]).toEqual(['MOVED', 'ASSIGNING']);
    await at.assign();
    expect(await planOf(at)).toEqual(first);
    expect(await at.assign()).toBe('MOVED');
  });
});

describe('the start of the screenings', () => {
  it('makes each screening once and tells each reviewer once, wherever it is interrupted', async () => {
    const at = await memoryScreening({ applications: 21 });
    await at.assign();
    let commits = 0;
    const failing = {
      ...at.deps,
      commit: async (what: Parameters<typeof at.deps.commit>[0]) => {
        commits += 1;
        if (commits % 2 === 0) throw new Error('interrupted');
        await at.deps.commit(what);
      },
    };
    for (let tries = 0; tries < 20 && (await at.admission()).state === 'STARTING'; tries += 1) {
      await startScreenings(failing, { ...(await at.step()), checks: 0 }, closed).catch(() => undefined);
    }
    expect(await at.admission()).toMatchObject({ state: 'REVIEWING', progress: { of: 21 } });
    for (const reference of at.references) expect(await at.reviewsOf(reference)).toHaveLength(2);
    expect(at.mails().sort()).toEqual(
      ['anna', 'berta', 'clara', 'doris'].map((person) => `reviews-assigned ${person}`),
    );
    const reviewer = { roundId: at.round.id, person: 'anna' };
    const labels = (await at.deps.screenings.reviewsOf(reviewer)).map(({ label }) => label);
    expect(labels).toEqual(labels.map((_, index) => index + 1));
    expect(await at.deps.screenings.countOpen(at.round.id)).toBe(21);
  });

  it('does nothing twice when two of its invocations meet', async () => {
    const at = await memoryScreening({ applications: 9 });
    await at.assign();
    await Promise.all([at.start(), at.start()]);
    await at.start();
    expect(await at.deps.screenings.countOpen(at.round.id)).toBe(9);
    expect(at.mails()).toHaveLength(4);
  });

  it('leaves out what was withdrawn meanwhile, and a round of nothing but that goes on', async () => {
    const at = await memoryScreening({ applications: 2 });
    await at.assign();
    for (const reference of at.references) await withdrawApplication(at.deps, reference, closed);
    expect(await at.start()).toMatchObject({ outcome: 'REVIEWING', of: 0 });
    expect(await at.deps.screenings.get(at.references[0] ?? '')).toBeUndefined();
    expect(await countReviews(at.deps, { ...(await at.step()), checks: 0 }, closed)).toMatchObject({
      outcome: 'RANKING',
    });
  });

  it('gives all reviews of the round one due time, though it takes longer than a day', async () => {
    const at = await memoryScreening({ applications: 1 });
    await at.assign();
    await at.start(addMinutes(closed, 24 * 60));
    const [review] = await at.reviewsOf();
    expect(await at.deps.requests.get(review?.id ?? '')).toMatchObject({
      kind: 'review',
      // Ten business days after 1 February 2027: Seollal is from 6 to 9 February.
      dueAt: '2027-02-17T09:00:00.000Z',
      plan: { within: 10, lapses: true },
    });
  });
});

describe('the count of the reviews', () => {
  it('waits with how many of how many, and not for a round that has moved on', async () => {
    const at = await memoryScreening({ applications: 3 });
    await at.begin();
    const count = async () => countReviews(at.deps, { ...(await at.step()), checks: 1 }, closed);
    expect(await count()).toMatchObject({ outcome: 'WAIT', done: 0, of: 3, checks: 2 });
    await withdrawApplication(at.deps, at.references[0] ?? '', closed);
    expect(await count()).toMatchObject({ outcome: 'WAIT', done: 1, of: 3 });
    await at.bring('CANCELLING');
    expect(await count()).toMatchObject({ outcome: 'MOVED' });
  });

  it('is decided again if somebody was first', async () => {
    const at = await memoryScreening({ applications: 1 });
    await at.begin();
    await withdrawApplication(at.deps, at.references[0] ?? '', closed);
    let conflicts = 1;
    const commit = async (what: Parameters<typeof at.deps.commit>[0]) => {
      conflicts -= 1;
      if (conflicts >= 0) throw new Conflict('somebody was first');
      await at.deps.commit(what);
    };
    const counted = await countReviews({ ...at.deps, commit }, { ...(await at.step()), checks: 0 }, closed);
    expect(counted.outcome).toBe('RANKING');
  });
});
