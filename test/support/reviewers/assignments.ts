import fc from 'fast-check';
import type { Assignment, Available, ToReview } from '../../../functions/reviewers/assignment.ts';

export interface Instance {
  readonly applications: readonly ToReview[];
  readonly reviewers: readonly Available[];
  /** By `reference id`. */
  readonly conflicts: ReadonlyMap<string, string>;
  readonly away: readonly string[];
}

type Limits = Readonly<Record<'applications' | 'reviewers' | 'wanted' | 'capacity' | 'load', number>>;

/** Rounds with conflicts, two languages, people away, and reviewers who have more or less to do already. */
export function instances(max: Limits): fc.Arbitrary<Instance> {
  const ids = Array.from({ length: max.reviewers }, (_, at) => `r-${at}`);
  const application = fc.record({
    lang: fc.constantFrom<'ko' | 'en'>('ko', 'ko', 'en'),
    wanted: fc.integer({ min: 0, max: max.wanted }),
    had: fc.oneof(fc.constant<string[]>([]), fc.subarray(ids, { maxLength: 2 })),
    conflicting: fc.oneof(fc.subarray(ids, { maxLength: 2 }), fc.subarray(ids)),
  });
  const reviewer = fc.record({
    languages: fc.subarray<'ko' | 'en'>(['ko', 'en'], { minLength: 1 }),
    capacity: fc.integer({ min: 0, max: max.capacity }),
    load: fc.integer({ min: 0, max: max.load }),
  });
  return fc
    .record({
      applications: fc.array(application, { minLength: 1, maxLength: max.applications }),
      reviewers: fc.array(reviewer, { minLength: 1, maxLength: max.reviewers }),
      away: fc.oneof(fc.constant<string[]>([]), fc.subarray(['r-0', 'x-1', 'x-2'])),
    })
    .map(({ applications, reviewers, away }) => ({
      applications: applications.map(({ lang, wanted, had }, at) => ({ reference: `A-${at}`, lang, wanted, had })),
      reviewers: reviewers.map((one, at) => ({ id: `r-${at}`, ...one })),
      conflicts: new Map(
        applications.flatMap(({ conflicting }, at) =>
          conflicting.map((id) => [`A-${at} ${id}`, 'affiliation'] as const),
        ),
      ),
      away,
    }));
}

const mayReview = ({ conflicts, away }: Instance, { reference, lang, had }: ToReview, one: Available): boolean =>
  one.languages.includes(lang) &&
  !had.includes(one.id) &&
  !away.includes(one.id) &&
  !conflicts.has(`${reference} ${one.id}`);

/** Where an assignment breaks a rule, or its loads do not tell what it gives. */
export function breaches({ applications, reviewers, ...rest }: Instance, { assigned, loads }: Assignment): string[] {
  const wrong = assigned.flatMap(({ reference, reviewers: ids }) => {
    const application = applications.find((one) => one.reference === reference);
    const allowed = reviewers.filter(
      (one) => application && mayReview({ applications, reviewers, ...rest }, application, one),
    );
    const strangers = ids.filter((id) => !allowed.some((one) => one.id === id)).map((id) => `${reference} with ${id}`);
    const tooMany = new Set(ids).size < ids.length || ids.length > (application?.wanted ?? 0);
    return tooMany ? [...strangers, `${reference} with ${ids.join(' and ')}`] : strangers;
  });
  const overloads = loads.flatMap(({ id, before, after }) => {
    const given = assigned.filter(({ reviewers: ids }) => ids.includes(id)).length;
    const capacity = reviewers.find((one) => one.id === id)?.capacity ?? 0;
    return after - before === given && after <= Math.max(before, capacity) ? [] : [`${id} from ${before} to ${after}`];
  });
  return [...wrong, ...overloads];
}

interface Outcome {
  readonly given: number;
  readonly read: number;
  /** From the highest. */
  readonly loads: readonly number[];
}

/** The best of all assignments there are, by trying each: most reviews, then most even; and most applications read. */
export function mostEven(instance: Instance): Outcome {
  const outcomes = instance.applications.reduce<{ given: number; read: number; loads: number[] }[]>(
    (all, application) => all.flatMap((was) => withEach(instance, application, was)),
    [{ given: 0, read: 0, loads: instance.reviewers.map(({ load }) => load) }],
  );
  const given = Math.max(...outcomes.map((outcome) => outcome.given));
  const squares = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load ** 2, 0);
  const best = outcomes
    .filter((outcome) => outcome.given === given)
    .reduce((one, other) => (squares(other.loads) < squares(one.loads) ? other : one));
  return {
    given,
    read: Math.max(...outcomes.map(({ read }) => read)),
    loads: best.loads.toSorted((a, b) => b - a),
  };
}

function withEach(instance: Instance, application: ToReview, was: { given: number; read: number; loads: number[] }) {
  const able = [...instance.reviewers.entries()].filter(
    ([at, one]) => mayReview(instance, application, one) && (was.loads[at] ?? 0) < one.capacity,
  );
  return subsets(able.map(([at]) => at))
    .filter((set) => set.length <= application.wanted)
    .map((set) => ({
      given: was.given + set.length,
      read: was.read + (set.length > 0 ? 1 : 0),
      loads: was.loads.map((load, at) => load + (set.includes(at) ? 1 : 0)),
    }));
}

const subsets = (places: readonly number[]): number[][] =>
  places.reduce<number[][]>((sets, place) => [...sets, ...sets.map((set) => [...set, place])], [[]]);

/** Chains of exchanges that would give another review or even the loads: none, if the assignment is optimal. */
export function waysToImprove(instance: Instance, { assigned, loads, missing }: Assignment): string[] {
  const has = new Map(assigned.map(({ reference, reviewers }) => [reference, reviewers]));
  const after = new Map(loads.map(({ id, after }) => [id, after]));
  const free = instance.reviewers.filter(({ id, capacity }) => (after.get(id) ?? 0) < capacity);
  const takers = (application: ToReview) =>
    instance.reviewers
      .filter((one) => mayReview(instance, application, one) && !has.get(application.reference)?.includes(one.id))
      .map(({ id }) => id);
  const next = (id: string) =>
    instance.applications.filter(({ reference }) => has.get(reference)?.includes(id)).flatMap(takers);
  const reachable = (from: readonly string[]) => {
    const all = new Set(from);
    for (const id of all) for (const other of next(id)) all.add(other);
    return all;
  };
  const evening = instance.reviewers.flatMap(({ id }) => {
    const reach = reachable([id]);
    const lower = free.filter((one) => reach.has(one.id) && (after.get(one.id) ?? 0) <= (after.get(id) ?? 0) - 2);
    return lower.map((one) => `${id} hands one to ${one.id}`);
  });
  const adding = missing.flatMap(({ reference }) => {
    const reach = reachable(instance.applications.filter((one) => one.reference === reference).flatMap(takers));
    return free.filter(({ id }) => reach.has(id)).map(({ id }) => `${reference} could go to ${id}`);
  });
  return [...evening, ...adding];
}
