import * as z from 'zod';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Round } from '../rounds/round.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import { storedObject } from '../shared/database/stored.ts';
import { type Instant, instantSchema } from '../shared/time.ts';
import { allocate, cutSchema, outcomeSchema, seatingOf, seatingSchema } from './allocation.ts';
import { type Candidate, type RankedCandidate, rank } from './ranking.ts';
import type { WhyRaw } from './severity.ts';

const number = z.number().int().positive();
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What the committee is shown beside a place. Who has one of the last two gets no place, wherever they stand. */
const flagSchema = z.enum(['divergent', 'few-reviews', 'no-reviews', 'below-minimum']);
type Flag = z.output<typeof flagSchema>;

const scoresSchema = storedObject({
  /** The one that ranks: equal to one of the next three. */
  ranked: z.number().optional(),
  mean: z.number().optional(),
  adjusted: z.number().optional(),
  median: z.number().optional(),
  spread: z.number().optional(),
  /** Means by the criterion's id. */
  criteria: z.record(z.string(), z.number()),
});

const entrySchema = storedObject({
  reference: z.string(),
  place: number,
  scores: scoresSchema,
  reviews: z.number().int().nonnegative(),
  /** What separated it from the one before when the scores were ranked; a move of either leaves it. */
  tieBreak: z.string().optional(),
  lot: z.string(),
  quotas: z.array(z.string()),
  flags: z.array(flagSchema),
  outcome: outcomeSchema,
  nearCut: z.boolean(),
  /** The last time that it was moved by hand: from which place, why, and by whom. */
  moved: storedObject({
    from: number,
    reason: z.string().regex(/\S/),
    by: z.string(),
    /** The place that it was given: moves of others may have changed it since. */
    to: number.optional(),
    /** The number of the snapshot that the move made; the one before tells of earlier moves. */
    snapshot: number.optional(),
  }).optional(),
});
export type SnapshotEntry = z.output<typeof entrySchema>;

/**
 * A ranking as it was frozen: all that decided it, with a hash over everything. It has references and no personal data,
 * except what somebody may write into the reason for a move.
 */
export const snapshotSchema = storedObject({
  /** Counts the snapshots of a round. */
  number,
  roundId: z.string(),
  roundVersion: number,
  /** Of the round's rules for admission. */
  rulesHash: hashSchema,
  madeAt: instantSchema,
  /** As in the audit: `system:<part>` or `person:<id>`. */
  madeBy: z.string(),
  /** The snapshot before, so that the snapshots of a round are a chain. */
  basedOn: storedObject({ number, hash: hashSchema }).optional(),
  /** Of all reviews with their revisions: see `inputsHashOf`. */
  inputsHash: hashSchema,
  seedHash: hashSchema,
  /** Which score ranks, and why there is no adjustment though the round asks for one. */
  model: storedObject({
    rankedBy: z.enum(['adjusted', 'mean', 'median']),
    whyRaw: z.enum(['no-reviews', 'too-few-reviews', 'not-connected']).optional(),
  }),
  seating: seatingSchema,
  cut: cutSchema.optional(),
  quotaCuts: z.record(z.string(), cutSchema),
  /** In the order of places. */
  entries: z.array(entrySchema),
  snapshotHash: hashSchema,
});
export type Snapshot = z.output<typeof snapshotSchema>;

/** One review as it counted. */
export interface ReviewInput {
  readonly reference: string;
  readonly reviewer: string;
  readonly revision: number;
  readonly scores: Readonly<Record<string, number>>;
}

/** The same for the same reviews in any order. */
export const inputsHashOf = (reviews: readonly ReviewInput[]): string =>
  canonicalHash(
    reviews
      .map(({ reference, reviewer, revision, scores }) => ({ reference, reviewer, revision, scores }))
      .sort((a, b) => (`${a.reference} ${a.reviewer}` < `${b.reference} ${b.reviewer}` ? -1 : 1)),
  );

/** Whether a snapshot is as it was frozen. */
export const isUnaltered = ({ snapshotHash, ...rest }: Snapshot): boolean => canonicalHash(rest) === snapshotHash;

export interface RankingToFreeze {
  readonly round: Pick<Round, 'id' | 'version' | 'capacity'>;
  readonly rules: AdmissionRules;
  readonly candidates: readonly Candidate[];
  /** Why no candidate has an adjusted score, though the round ranks by it. */
  readonly whyRaw?: WhyRaw;
  readonly inputsHash: string;
  readonly seedHash: string;
  readonly at: Instant;
  readonly by: string;
  /** The last snapshot of the round, if the scores are ranked once more. */
  readonly previous?: Snapshot;
}

/** Ranks the candidates by the round's rules, gives out the seats, and freezes both. */
export function freezeRanking(given: RankingToFreeze): Snapshot {
  const { round, rules, previous } = given;
  const ranked = rank(given.candidates, rules.ranking);
  return seal({
    number: (previous?.number ?? 0) + 1,
    roundId: round.id,
    roundVersion: round.version,
    rulesHash: canonicalHash(rules),
    madeAt: given.at,
    madeBy: given.by,
    basedOn: previous && basisOf(previous),
    inputsHash: given.inputsHash,
    seedHash: given.seedHash,
    model: { rankedBy: ranked[0]?.rankedBy ?? rules.ranking.by, whyRaw: given.whyRaw },
    seating: seatingOf(round.capacity, rules),
    entries: ranked.map((candidate) => entryOf(candidate, rules)),
  });
}

/** By what a snapshot names the one that it was made of. */
export const basisOf = ({ number, snapshotHash }: Snapshot) => ({ number, hash: snapshotHash });

type Unallocated = Omit<SnapshotEntry, 'outcome' | 'nearCut'>;
type Unsealed = Omit<Snapshot, 'entries' | 'cut' | 'quotaCuts' | 'snapshotHash'> & {
  readonly entries: readonly Unallocated[];
};

/** Gives out the seats to the entries as they stand, whoever had them before, and closes the snapshot with its hash. */
export function seal({ entries, ...rest }: Unsealed): Snapshot {
  const line = entries.map((entry) => ({ ...entry, score: entry.scores.ranked, placeable: isPlaceable(entry) }));
  const { outcomes, cut, quotaCuts, nearCut } = allocate(line, rest.seating);
  const content = {
    ...rest,
    cut,
    quotaCuts,
    entries: entries.map((entry) => ({
      ...entry,
      outcome: outcomes.get(entry.reference) ?? { outcome: 'NOT_SELECTED' },
      nearCut: nearCut.has(entry.reference),
    })),
  };
  return snapshotSchema.parse({ ...content, snapshotHash: canonicalHash(content) });
}

/** Whether an entry may get a seat or a number of the waitlist. */
export const isPlaceable = ({ flags }: Pick<SnapshotEntry, 'flags'>): boolean =>
  !flags.includes('no-reviews') && !flags.includes('below-minimum');

function entryOf(candidate: RankedCandidate, rules: AdmissionRules): Unallocated {
  const { reference, place, scores, adjusted, score, tieBreak, lot, quotas } = candidate;
  return {
    reference,
    place,
    scores: {
      ranked: score,
      mean: scores?.mean,
      adjusted,
      median: scores?.median,
      spread: scores?.spread,
      criteria: { ...scores?.criteria },
    },
    reviews: scores?.reviews ?? 0,
    tieBreak,
    lot,
    quotas: [...quotas],
    flags: flagsOf(candidate, rules),
  };
}

function flagsOf({ scores, unplaceable }: RankedCandidate, { review }: AdmissionRules): Flag[] {
  const flags: Flag[] = [];
  if (scores && scores.spread > review.divergence) flags.push('divergent');
  if (scores && scores.reviews < review.reviewers) flags.push('few-reviews');
  return unplaceable ? [...flags, unplaceable] : flags;
}
