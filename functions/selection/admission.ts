import * as z from 'zod';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';

/** What is being done with a round, from its opening to its cohort. */
export const admissionStates = [
  /** It takes applications, or will. */
  'OPEN',
  /** Its time is over, and its latches are being closed one by one: what was sent under an open one is in. */
  'CLOSING',
  /** Closed; intake cases are still with an officer or an applicant. */
  'SETTLING',
  /** Reviewers are being assigned to the whole round at once. */
  'ASSIGNING',
  /** The screenings are being started, page by page. */
  'STARTING',
  'REVIEWING',
  'RANKING',
  'WITH_COMMITTEE',
  /** The results are being written and told. */
  'RELEASING',
  /** Seats are offered, and go on along the waitlist. */
  'SEATING',
  /** Who still waits is being told that the waitlist has ended. */
  'CONFIRMING',
  'CONFIRMED',
  /** Cancelled; everybody is being told. */
  'CANCELLING',
  'CANCELLED',
  /** Nobody was left to be admitted. */
  'EMPTY',
] as const;
export type AdmissionState = (typeof admissionStates)[number];

export const admissionLifecycle = lifecycle('Admissions', admissionStates, {
  close: { OPEN: 'CLOSING' },
  shut: { CLOSING: 'SETTLING' },
  settle: { SETTLING: 'ASSIGNING' },
  assign: { ASSIGNING: 'STARTING' },
  start: { STARTING: 'REVIEWING' },
  review: { REVIEWING: 'RANKING' },
  rank: { RANKING: 'WITH_COMMITTEE' },
  approve: { WITH_COMMITTEE: 'RELEASING' },
  release: { RELEASING: 'SEATING' },
  seat: { SEATING: 'CONFIRMING' },
  confirm: { CONFIRMING: 'CONFIRMED' },
  /** Nobody applied, or all who did were refused or withdrew. */
  empty: { SETTLING: 'EMPTY', RANKING: 'EMPTY' },
  cancel: {
    OPEN: 'CANCELLING',
    CLOSING: 'CANCELLING',
    SETTLING: 'CANCELLING',
    ASSIGNING: 'CANCELLING',
    STARTING: 'CANCELLING',
    REVIEWING: 'CANCELLING',
    RANKING: 'CANCELLING',
    WITH_COMMITTEE: 'CANCELLING',
    RELEASING: 'CANCELLING',
    SEATING: 'CANCELLING',
  },
  tell: { CANCELLING: 'CANCELLED' },
});
export type AdmissionMove = MoveOf<typeof admissionLifecycle>;

const ended: readonly AdmissionState[] = ['CONFIRMED', 'CANCELLED', 'EMPTY'];

/** States that newer code knows are kept. */
const sinceSchema: z.ZodType<Partial<Record<AdmissionState, Instant>>> = z.record(z.string(), instantSchema);

/** One round's way to its cohort, made when the round is first loaded with an `admission` section. */
export const admissionSchema = storedObject({
  roundId: z.string(),
  state: z.enum(admissionStates),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
  /** The version of the round whose rules hold, from the closing on. */
  roundVersion: z.number().int().positive().optional(),
  /** 32 random bytes (hexadecimal) for the lot: secret until the results are out. */
  seed: z.string(),
  /** SHA-256 of the seed, published on the round's page from the beginning. */
  seedHash: z.string(),
  /** The number of the snapshot in force. */
  snapshot: z.number().int().nonnegative(),
  /** Something happened that the run has not looked at yet. */
  news: z.boolean(),
  /** The callback on which the run waits. */
  callback: z.string().optional(),
  /** Where a step that works page by page goes on, and how far it is. */
  progress: storedObject({ after: z.string(), done: z.number().int(), of: z.number().int() }).optional(),
  /** All latches are closed since then; absent too if a release without latches has closed the round. */
  latchedAt: instantSchema.optional(),
  /** When each state was entered, for the statistics. */
  since: sinceSchema,
  /** All results became visible at this moment. */
  releasedAt: instantSchema.optional(),
  /** An operator has ended the waitlist before its last day. */
  waitlistClosedAt: instantSchema.optional(),
  cancelled: storedObject({ by: z.string(), reason: z.string(), at: instantSchema }).optional(),
  /** How far the erasing of a round that has ended is; see erase-due.ts. */
  erasure: storedObject({
    /** Nothing is to be done before this day; none, if nothing is left. */
    nextOn: localDateSchema.optional(),
    /** Where a pass over the applications goes on, and the earliest day that it has found so far. */
    after: z.string(),
    pending: localDateSchema.optional(),
    erased: z.number().int().nonnegative(),
  }).optional(),
});
export type Admission = z.infer<typeof admissionSchema>;

/** What the audit calls a round. */
export const roundSubject = (roundId: string): string => `round#${roundId}`;

export const nextAdmissionState = admissionLifecycle.next;

/** Whether a run has to be under way, were it not stuck. */
export const admissionInRun = (admission: Pick<Admission, 'state'>): boolean => !ended.includes(admission.state);

/** Between the release of the results and the last seat. */
export const seatsAreOffered = ({ state, releasedAt }: Pick<Admission, 'state' | 'releasedAt'>): boolean =>
  state === 'SEATING' || (state === 'RELEASING' && releasedAt !== undefined);

const indexed = (next: Admission): Admission => ({
  ...next,
  needsRun: runIndexOf(next.roundId, { stuck: next.stuck, inRun: admissionInRun(next) }),
});

/** The admission of a round that has just been announced; its run is to be started with it. */
export const newAdmission = (given: {
  readonly roundId: string;
  readonly seed: string;
  readonly seedHash: string;
  readonly now: Instant;
}): Admission =>
  indexed({
    roundId: given.roundId,
    state: 'OPEN',
    revision: 1,
    run: 1,
    changedAt: given.now,
    seed: given.seed,
    seedHash: given.seedHash,
    snapshot: 0,
    news: false,
    since: { OPEN: given.now },
  });

/** The next revision, by a move of the lifecycle or, without one, in the same state. */
export function changedAdmission(
  admission: Admission,
  now: Instant,
  change: Partial<Admission>,
  move?: AdmissionMove,
): Admission {
  const state = admissionLifecycle.moved(admission.state, move);
  const since = state === admission.state ? admission.since : { ...admission.since, [state]: now };
  const named = namedRun(admission.roundId, admission, change);
  return indexed({ ...admission, ...named, ...change, state, since, revision: admission.revision + 1, changedAt: now });
}
