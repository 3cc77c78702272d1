import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  type Available,
  assignReviewers,
  type ToReview,
} from '../../../functions/reviewers/assignment.ts';
import { breaches, type Instance, instances, mostEven, waysToImprove } from '../../support/reviewers/assignments.ts';

const none = () => undefined;
const application = (reference: string, more: Partial<ToReview> = {}): ToReview => ({
  reference,
  lang: 'ko',
  wanted: 1,
  had: [],
  ...more,
});
const reviewer = (id: string, more: Partial<Available> = {}): Available => ({
  id,
  languages: ['ko'],
  capacity: 10,
  load: 0,
  ...more,
});
const run = ({ applications, reviewers, conflicts, away }: Instance) =>
  assignReviewers(applications, reviewers, (reference, id) => conflicts.get(`${reference} ${id}`), away);
const loadsOf = ({ loads }: Assignment) => loads.map((load) => load.after);
const given = ({ assigned }: Assignment) => assigned.reduce((sum, { reviewers }) => sum + reviewers.length, 0);

const tiny = instances({ applications: 3, reviewers: 4, wanted: 2, capacity: 3, load: 4 });
const small = instances({ applications: 25, reviewers: 8, wanted: 3, capacity: 12, load: 6 });

describe('the assignment of reviewers', () => {
  it('gives each application as many different reviewers as it wants', () => {
    const reviewers = ['r-1', 'r-2', 'r-3'].map((id) => reviewer(id));
    const result = assignReviewers([application('A', { wanted: 2 }), application('B', { wanted: 3 })], reviewers, none);
    expect(result.assigned.map(({ reference, reviewers }) => [reference, new Set(reviewers).size])).toEqual([
      ['A', 2],
      ['B', 3],
    ]);
    expect(result.missing).toEqual([]);
    expect(loadsOf(result).sort()).toEqual([1, 2, 2]);
  });

  it('gives nothing to applications that want nobody, and is empty without applications', () => {
    expect(assignReviewers([application('A', { wanted: 0 })], [reviewer('r-1', { load: 3 })], none)).toEqual({
      assigned: [],
      missing: [],
      loads: [{ id: 'r-1', before: 3, after: 3 }],
    });
    expect(assignReviewers([], [], none)).toEqual({ assigned: [], missing: [], loads: [] });
  });

  it('evens what reviewers had before as well, as far as those who may read it allow', () => {
    const applications = ['A1', 'A2', 'A3', 'A4'].map((reference) => application(reference));
    const mayOnly: Record<string, string[]> = {
      A1: ['r-1', 'r-2'],
      A2: ['r-1', 'r-2'],
      A3: ['r-2', 'r-3'],
      A4: ['r-3'],
    };
    const reviewers = [reviewer('r-1', { load: 2 }), reviewer('r-2', { load: 1 }), reviewer('r-3')];
    const result = assignReviewers(applications, reviewers, (reference, id) =>
      mayOnly[reference]?.includes(id) ? undefined : 'affiliation',
    );
    expect(loadsOf(result).sort()).toEqual([2, 2, 3]);
  });

  it('shares a shortage: nobody has a second reviewer while somebody could have a first', () => {
    const applications = ['A', 'B', 'C'].map((reference) => application(reference, { wanted: 2 }));
    const result = assignReviewers(
      applications,
      [reviewer('r-1', { capacity: 2 }), reviewer('r-2', { capacity: 2 })],
      none,
    );
    expect(result.assigned).toHaveLength(3);
    expect(result.missing.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('finds one further reviewer later, another than those who had it, the least loaded', () => {
    const reviewers = [
      reviewer('r-1', { load: 0 }),
      reviewer('r-2', { load: 7 }),
      reviewer('r-3', { load: 5 }),
      reviewer('r-4', { load: 5, languages: ['en'] }),
    ];
    const result = assignReviewers([application('A', { had: ['r-1'] })], reviewers, none);
    expect(result.assigned).toEqual([{ reference: 'A', reviewers: ['r-3'] }]);
  });

  it('says of everybody why it was not given to them', () => {
    const reviewers = [
      reviewer('conflict'),
      reviewer('korean'),
      reviewer('full', { languages: ['en'], capacity: 4, load: 4 }),
      reviewer('overfull', { languages: ['ko', 'en'], capacity: 4, load: 5 }),
      reviewer('had', { languages: ['en'] }),
      reviewer('takes-it', { languages: ['en'] }),
    ];
    const result = assignReviewers(
      [application('A', { lang: 'en', wanted: 3, had: ['had', 'had-and-away'] })],
      reviewers,
      (_, id) => (id.startsWith('conflict') ? 'affiliation' : undefined),
      ['away', 'conflict-and-away', 'had-and-away'],
    );
    expect(result.assigned).toEqual([{ reference: 'A', reviewers: ['takes-it'] }]);
    expect(result.missing).toEqual([
      { reference: 'A', count: 2, why: { conflict: 2, language: 1, capacity: 2, had: 2, away: 1 } },
    ]);
  });

  it('gives nothing to somebody away, also if they are listed as available', () => {
    const result = assignReviewers([application('A')], [reviewer('r-1')], none, ['r-1']);
    expect(result.missing).toEqual([
      { reference: 'A', count: 1, why: { conflict: 0, language: 0, capacity: 0, had: 0, away: 1 } },
    ]);
  });
});

describe('any assignment', () => {
  it('is the best of all there are: most reviews, most applications read by somebody, most even loads', () => {
    let short = 0;
    fc.assert(
      fc.property(tiny, (instance) => {
        const result = run(instance);
        const best = mostEven(instance);
        expect(given(result)).toBe(best.given);
        expect(result.assigned).toHaveLength(best.read);
        expect(loadsOf(result).sort((a, b) => b - a)).toEqual(best.loads);
        short += result.missing.length > 0 ? 1 : 0;
      }),
      { numRuns: 3000 },
    );
    expect(short).toBeGreaterThan(300);
  });

  it('leaves no chain of exchanges that would give one review more or even the loads', () => {
    fc.assert(
      fc.property(small, (instance) => {
        expect(waysToImprove(instance, run(instance))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps conflicts, languages, capacity and who had it, and accounts for every review and every person', () => {
    fc.assert(
      fc.property(small, (instance) => {
        const result = run(instance);
        expect(breaches(instance, result)).toEqual([]);
        const everybody = new Set([...instance.reviewers.map(({ id }) => id), ...instance.away]).size;
        for (const { reference, wanted } of instance.applications) {
          const got = result.assigned.find((one) => one.reference === reference)?.reviewers.length ?? 0;
          const lack = result.missing.find((one) => one.reference === reference);
          expect(got + (lack?.count ?? 0)).toBe(wanted);
          if (lack) expect(got + Object.values(lack.why).reduce((sum, count) => sum + count)).toBe(everybody);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('differs by one review at most if everybody may read everything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 3, max: 12 }), (many, few) => {
        const applications = Array.from({ length: many }, (_, at) => application(`A-${at}`, { wanted: 3 }));
        const reviewers = Array.from({ length: few }, (_, at) => reviewer(`r-${at}`, { capacity: 200 }));
        const loads = loadsOf(assignReviewers(applications, reviewers, none));
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same in whatever order applications, reviewers and absences come', () => {
    const shuffled = <Thing>(things: readonly Thing[]) =>
      fc.shuffledSubarray([...things], { minLength: things.length, maxLength: things.length });
    const twice = small.chain((instance) =>
      fc.tuple(
        fc.constant(instance),
        fc.record({
          applications: shuffled(instance.applications),
          reviewers: shuffled(instance.reviewers),
          away: shuffled(instance.away),
          conflicts: fc.constant(instance.conflicts),
        }),
      ),
    );
    fc.assert(
      fc.property(twice, ([instance, other]) => {
        expect(run(other)).toEqual(run(instance));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a realistic round', () => {
  const applications = Array.from({ length: 400 }, (_, at) =>
    application(`A-27H1-${String(at).padStart(4, '0')}`, { wanted: 2, lang: at % 10 === 0 ? 'en' : 'ko' }),
  );
  const reviewers = Array.from({ length: 24 }, (_, at) =>
    reviewer(`reviewer-${String(at).padStart(2, '0')}`, {
      capacity: 50,
      languages: at % 4 === 0 ? ['ko', 'en'] : ['ko'],
    }),
  );
  /** One in 16 or so: a number that has nothing to do with the order of either. */
  const conflict = (reference: string, id: string) =>
    (Number(reference.slice(-4)) * 7919 + Number(id.slice(-2)) * 104729) % 16 === 0 ? 'affiliation' : undefined;
  const result = assignReviewers(applications, reviewers, conflict);

  it('is shared out evenly, and the same two reviewers seldom meet', () => {
    const loads = loadsOf(result);
    const meetings = new Map<string, number>();
    for (const { reviewers } of result.assigned) {
      const pair = reviewers.join(' and ');
      meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
    }
    console.log(
      `400 applications × 2 by 24 reviewers: ${given(result)} reviews, loads ${Math.min(...loads)} to ${Math.max(...loads)}, ` +
        `${meetings.size} of 276 pairs meet, at most ${Math.max(...meetings.values())} times`,
    );
    expect(given(result)).toBe(800);
    expect(result.missing).toEqual([]);
    expect([Math.min(...loads), Math.max(...loads)]).toEqual([33, 34]);
    expect(meetings.size).toBeGreaterThan(180);
    expect(Math.max(...meetings.values())).toBeLessThan(13);
  });

  it('does not favour the first of the alphabet', () => {
    const firsts = Array.from({ length: 300 }, (_, at) => {
      const one = assignReviewers([application(`A-${at}`)], reviewers, none);
      return one.assigned[0]?.reviewers[0];
    });
    expect(new Set(firsts).size).toBe(24);
    expect(firsts.filter((id) => id === 'reviewer-00').length).toBeLessThan(30);
  });
});
