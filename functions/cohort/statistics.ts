import * as z from 'zod';
import type { Application } from '../applications/application.ts';
import { highestScore, lowestScore } from '../rounds/admission-rules.ts';
import { rounded } from '../screening/score.ts';
import type { Place } from '../seats/place.ts';
import type { Seat } from '../seats/seat.ts';
import type { Admission, AdmissionState } from '../selection/admission.ts';
import { fitSeverity, type ScoredReview } from '../selection/severity.ts';
import type { Snapshot } from '../selection/snapshot.ts';
import { storedObject } from '../shared/database/stored.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

/** What is counted of a round, in the order in which an application goes through it. */
export const stageIds = [
  'sent',
  'accepted',
  'refused',
  'withdrawn',
  'reviewed',
  'ranked',
  'notSelected',
  'waitlisted',
  'offers',
  'declined',
  'lapsed',
  'taken',
  'waitlistEnded',
] as const;
export type StageId = (typeof stageIds)[number];

/** The stages whose time is shown: between entering one and entering the next. */
const timedStates = [
  'SETTLING',
  'ASSIGNING',
  'STARTING',
  'REVIEWING',
  'RANKING',
  'WITH_COMMITTEE',
  'RELEASING',
  'SEATING',
  'CONFIRMING',
] as const satisfies readonly AdmissionState[];

const count = z.number().int().nonnegative();

/** The numbers of a round, counted once when its cohort is confirmed. Nobody is named: reviewers are A, B, C …. */
export const statisticsSchema = storedObject({
  roundId: z.string(),
  countedAt: instantSchema,
  capacity: count,
  stages: z.looseRecord(z.enum(stageIds), count),
  /** Whole seconds. */
  times: z.array(storedObject({ state: z.enum(timedStates), seconds: count })),
  scores: storedObject({
    rankedBy: z.enum(['adjusted', 'mean', 'median']),
    /** From `from`, below `to`; the last one has the highest score too. */
    bins: z.array(storedObject({ from: z.number(), to: z.number(), count })),
  }),
  /** From the mildest to the most severe, if the model could be fitted; else by their mean. */
  reviewers: z.array(
    storedObject({
      label: z.string(),
      reviews: count,
      mean: z.number(),
      /** Standard deviation of the reviewer's own scores. */
      spread: z.number(),
      /** Points below what others give to the same applications; none with too little data. */
      severity: z.number().optional(),
    }),
  ),
  /** The list and the numbers since somebody gave up their place: the second revision, the third … */
  revised: storedObject({ number: count, at: instantSchema, givenUp: count }).optional(),
  /** Ids of those of institutions to whom the list was mailed; missing for cohorts confirmed before that was kept. */
  institutions: z.array(z.string()).optional(),
  /** How many seats were taken at the first offer, the second … */
  offers: z.array(storedObject({ offers: count, seats: count })),
});
export type Statistics = z.infer<typeof statisticsSchema>;

/** All that is counted, as it was read. */
export interface Counting {
  readonly admission: Admission;
  readonly applications: readonly Pick<Application, 'state' | 'decision'>[];
  readonly reviewed: number;
  readonly reviews: readonly ScoredReview[];
  readonly snapshot: Snapshot;
  readonly places: readonly Pick<Place, 'state' | 'waitlistNumber'>[];
  readonly seats: readonly Pick<Seat, 'state' | 'offers'>[];
  readonly now: Instant;
}

/** Counts a round at its end. Whoever calls stores what it returns. */
export function statisticsOf(counting: Counting): Statistics {
  const { admission, snapshot, reviews, seats, now } = counting;
  return {
    roundId: admission.roundId,
    countedAt: now,
    capacity: snapshot.seating.capacity,
    stages: stagesOf(counting),
    times: timesOf(admission, now),
    scores: { rankedBy: snapshot.model.rankedBy, bins: binsOf(snapshot) },
    reviewers: reviewersOf(reviews),
    offers: offersOf(seats),
  };
}

function stagesOf({ applications, reviewed, snapshot, places, seats }: Counting): Record<StageId, number> {
  const applied = (holds: (application: Counting['applications'][number]) => boolean) =>
    applications.filter(holds).length;
  const placed = (...states: Place['state'][]) => places.filter(({ state }) => states.includes(state)).length;
  return {
    sent: applications.length,
    accepted: applied(({ decision }) => decision?.outcome === 'ACCEPTED'),
    refused: applied(({ state }) => state === 'REFUSED'),
    withdrawn: applied(({ state }) => state === 'WITHDRAWN'),
    reviewed,
    ranked: snapshot.entries.length,
    notSelected: placed('NOT_SELECTED'),
    waitlisted: places.filter(({ waitlistNumber }) => waitlistNumber !== undefined).length,
    offers: seats.reduce((sum, seat) => sum + seat.offers, 0),
    declined: placed('DECLINED'),
    lapsed: placed('LAPSED'),
    taken: seats.filter(({ state }) => state === 'TAKEN').length,
    waitlistEnded: placed('ENDED'),
  };
}

/** A state that was entered more than once counts from the last time. */
function timesOf({ since }: Admission, now: Instant): Statistics['times'] {
  return timedStates.flatMap((state, index) => {
    const from = since[state];
    if (!from) return [];
    const next = timedStates.slice(index + 1).find((later) => since[later] !== undefined);
    const to = (next && since[next]) ?? now;
    return [{ state, seconds: Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000)) }];
  });
}

const binWidth = 0.5;

function binsOf({ entries }: Snapshot): Statistics['scores']['bins'] {
  const scores = entries.flatMap(({ scores: { ranked } }) => (ranked === undefined ? [] : [ranked]));
  const bins = Math.round((highestScore - lowestScore) / binWidth);
  // An adjusted score may lie outside of the scale: it counts at its end.
  const binOf = (score: number): number =>
    Math.min(bins - 1, Math.max(0, Math.floor((score - lowestScore) / binWidth)));
  return Array.from({ length: bins }, (_, bin) => ({
    from: lowestScore + bin * binWidth,
    to: lowestScore + (bin + 1) * binWidth,
    count: scores.filter((score) => binOf(score) === bin).length,
  }));
}

/** `A` … `Z`, `AA` … */
export const reviewerLabel = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${reviewerLabel(Math.floor(index / 26) - 1)}${reviewerLabel(index % 26)}`;

function reviewersOf(reviews: readonly ScoredReview[]): Statistics['reviewers'] {
  const fit = reviews.length > 0 ? fitSeverity(reviews) : undefined;
  const severities: ReadonlyMap<string, number> = fit?.kind === 'adjusted' ? fit.severities : new Map();
  const own = [...Map.groupBy(reviews, ({ reviewer }) => reviewer)].map(([reviewer, given]) => {
    const mean = given.reduce((sum, { score }) => sum + score, 0) / given.length;
    const squares = given.reduce((sum, { score }) => sum + (score - mean) ** 2, 0);
    return {
      reviews: given.length,
      mean: rounded(mean),
      spread: rounded(Math.sqrt(squares / given.length)),
      severity: severities.get(reviewer),
    };
  });
  return own
    .sort((a, b) => (a.severity ?? -a.mean) - (b.severity ?? -b.mean))
    .map((reviewer, index) => ({ label: reviewerLabel(index), ...reviewer }));
}

function offersOf(seats: Counting['seats']): Statistics['offers'] {
  const taken = Map.groupBy(
    seats.filter(({ state }) => state === 'TAKEN'),
    ({ offers }) => offers,
  );
  const most = Math.max(0, ...taken.keys());
  return Array.from({ length: most }, (_, index) => ({
    offers: index + 1,
    seats: taken.get(index + 1)?.length ?? 0,
  }));
}
