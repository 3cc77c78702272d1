import type { Lang } from '../shared/i18n.ts';
import { balancedFlow, type Flow } from './balanced-flow.ts';

export interface ToReview {
  readonly reference: string;
  readonly lang: Lang;
  /** How many further reviewers it needs. */
  readonly wanted: number;
  /** Reviewers who have it, had it or declined it. */
  readonly had: readonly string[];
}

export interface Available {
  readonly id: string;
  readonly languages: readonly Lang[];
  readonly capacity: number;
  /** Reviews they have already. */
  readonly load: number;
}

/** Gives the conflict, if there is one. */
export type Excluded = (reference: string, reviewerId: string) => string | undefined;

/** In the order in which they are looked at. */
type Reason = 'had' | 'conflict' | 'away' | 'language' | 'capacity';

export interface Missing {
  readonly reference: string;
  readonly count: number;
  /** Everybody it was not given to, each counted once: under `capacity` only if nothing else is in the way. */
  readonly why: Readonly<Record<Reason, number>>;
}

export interface Assignment {
  readonly assigned: readonly { readonly reference: string; readonly reviewers: readonly string[] }[];
  readonly missing: readonly Missing[];
  readonly loads: readonly { readonly id: string; readonly before: number; readonly after: number }[];
}

/**
 * Gives each application as many different reviewers as it wants: as many reviews in all as there can be, and the loads
 * of the reviewers as even as conflicts, languages and capacity allow. The order of the input changes nothing.
 */
export function assignReviewers(
  applications: readonly ToReview[],
  reviewers: readonly Available[],
  excluded: Excluded,
  away: readonly string[] = [],
): Assignment {
  const round = inOrder(applications, reviewers, excluded, away);
  const flow = balancedFlow({
    applications: round.applications.map((application) => ({
      wanted: application.wanted,
      choices: choicesOf(round, application),
    })),
    reviewers: round.reviewers,
  });
  const given = round.applications.map((application, at) => ({
    application,
    ids: [...(flow[at] ?? [])].flatMap((reviewer) => round.reviewers[reviewer]?.id ?? []).sort(),
  }));
  return {
    assigned: given
      .filter(({ ids }) => ids.length > 0)
      .map(({ application, ids }) => ({ reference: application.reference, reviewers: ids })),
    missing: given
      .filter(({ application, ids }) => ids.length < application.wanted)
      .map(({ application, ids }) => shortage(round, application, ids)),
    loads: loadsAfter(round.reviewers, flow),
  };
}

interface Round {
  readonly applications: readonly ToReview[];
  readonly reviewers: readonly (Available & { readonly hash: number })[];
  readonly excluded: Excluded;
  readonly away: ReadonlySet<string>;
}

const compare = <Key extends string | number>(a: Key, b: Key): number => (a < b ? -1 : Number(a > b));

/**
 * Ties are broken by hashes of references and ids together. By name, the same people would meet over each application,
 * the first of the alphabet would be favoured, and anybody could foresee it.
 */
function inOrder(
  applications: readonly ToReview[],
  reviewers: readonly Available[],
  excluded: Excluded,
  away: readonly string[],
): Round {
  const sorted = applications.toSorted((a, b) => compare(a.reference, b.reference));
  const ofAll = sorted.reduce((hash, { reference }) => fnv(reference, hash), fnv(''));
  return {
    applications: sorted,
    reviewers: reviewers
      .map((reviewer) => ({ ...reviewer, hash: mix(fnv(reviewer.id, ofAll)) }))
      .sort((a, b) => compare(a.hash, b.hash) || compare(a.id, b.id)),
    excluded,
    away: new Set(away),
  };
}

/** Why somebody can never be given the application, however few reviews they have. */
function hindrance(round: Round, application: ToReview, id: string, languages: readonly Lang[]): Reason | undefined {
  if (application.had.includes(id)) return 'had';
  if (round.excluded(application.reference, id) !== undefined) return 'conflict';
  if (round.away.has(id)) return 'away';
  return languages.includes(application.lang) ? undefined : 'language';
}

/** Who may review it, by place, in an order of its own. */
function choicesOf(round: Round, application: ToReview): number[] {
  const own = fnv(application.reference);
  const keys: number[] = [];
  for (const [at, { id, languages, hash }] of round.reviewers.entries()) {
    if (hindrance(round, application, id, languages) === undefined) keys.push(mix(own ^ hash) * places + at);
  }
  return Array.from(Float64Array.from(keys).sort(), (key) => key % places);
}

/** More reviewers than there will ever be; a hash of 32 bits above it still fits into a number. */
const places = 2 ** 20;

/** FNV-1a of Fowler, Noll and Vo, by UTF-16 units. */
function fnv(text: string, start = 0x811c9dc5): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The last step of MurmurHash3: without it, ids that differ in their last character stay neighbours. */
function mix(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function shortage(round: Round, application: ToReview, given: readonly string[]): Missing {
  const why = { conflict: 0, language: 0, capacity: 0, had: 0, away: 0 };
  const known = new Set(round.reviewers.map(({ id }) => id));
  const absent = [...round.away].filter((id) => !known.has(id)).map((id) => ({ id, languages: [] }));
  for (const { id, languages } of [...round.reviewers, ...absent]) {
    if (!given.includes(id)) why[hindrance(round, application, id, languages) ?? 'capacity'] += 1;
  }
  return { reference: application.reference, count: application.wanted - given.length, why };
}

function loadsAfter(reviewers: readonly Available[], flow: Flow): Assignment['loads'] {
  const counts = reviewers.map(() => 0);
  for (const given of flow) for (const reviewer of given) counts[reviewer] = (counts[reviewer] ?? 0) + 1;
  return reviewers
    .map(({ id, load }, at) => ({ id, before: load, after: load + (counts[at] ?? 0) }))
    .sort((a, b) => compare(a.id, b.id));
}
