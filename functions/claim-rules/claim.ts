import { createHash } from 'node:crypto';
import * as z from 'zod';
import { idSchema } from '../rounds/round-parts.ts';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { checkCharacter, drawn } from '../shared/text/crockford.ts';
import { shaped } from '../shared/text/shaped.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';
import { endTimeSchema, startTimeSchema } from '../shared/time-of-day.ts';
import { extraKinds, wonSchema } from '../wages/wages-parts.ts';
import { withholdingSchema } from '../wages/withholding.ts';
import { correctionSchema } from './correction.ts';
import { spotCheckSchema } from './spot-check.ts';
import { calculationSchema } from './stored-calculation.ts';

const claimStates = [
  'DRAFTED',
  'ASKED',
  'CONFIRMED',
  'CHECKED',
  'MANAGER_APPROVED',
  'APPROVED',
  'IN_BATCH',
  'PAID',
  'RETURNED',
  'REFUSED',
  'CANCELLED',
] as const;
export type ClaimState = (typeof claimStates)[number];

const untilApproved = {
  DRAFTED: 'CANCELLED',
  ASKED: 'CANCELLED',
  CONFIRMED: 'CANCELLED',
  CHECKED: 'CANCELLED',
  MANAGER_APPROVED: 'CANCELLED',
  RETURNED: 'CANCELLED',
} as const;

/** A claim is paid once. What is in a batch comes back only by the bank; what is paid never changes. */
export const claimLifecycle = lifecycle('Claims for wages', claimStates, {
  ask: { DRAFTED: 'ASKED', RETURNED: 'ASKED' },
  confirm: { ASKED: 'CONFIRMED' },
  /** Nobody answered: the manager decides on what the timetable says. */
  lapse: { ASKED: 'CONFIRMED' },
  check: { CONFIRMED: 'CHECKED' },
  /** What it was calculated with has changed since it was checked. */
  checkAgain: { CHECKED: 'CONFIRMED', MANAGER_APPROVED: 'CONFIRMED' },
  approveAsManager: { CHECKED: 'MANAGER_APPROVED' },
  approve: { MANAGER_APPROVED: 'APPROVED' },
  askManager: { MANAGER_APPROVED: 'CHECKED' },
  sendBack: { CHECKED: 'RETURNED', MANAGER_APPROVED: 'RETURNED' },
  refuse: { CHECKED: 'REFUSED', MANAGER_APPROVED: 'REFUSED' },
  undo: { APPROVED: 'CONFIRMED' },
  cancel: { ...untilApproved, APPROVED: 'CANCELLED' },
  takeIntoBatch: { APPROVED: 'IN_BATCH' },
  giveBack: { IN_BATCH: 'APPROVED' },
  pay: { IN_BATCH: 'PAID' },
});
export type ClaimMove = MoveOf<typeof claimLifecycle>;

export const monthSchema = shaped(/^\d{4}-(0[1-9]|1[0-2])$/, '2027-03');

/** A lesson as it was taught by the timetable, when the claim was drafted. */
const claimedLessonSchema = storedObject({
  id: z.string(),
  date: localDateSchema,
  start: startTimeSchema,
  end: endTimeSchema,
  course: idSchema,
});
export type ClaimedLesson = z.infer<typeof claimedLessonSchema>;

/** What the lecturer says of a lesson that was not as the timetable has it. */
const saidSchema = storedObject({
  lesson: z.string(),
  said: z.discriminatedUnion('kind', [
    storedObject({ kind: z.literal('not-taught') }),
    storedObject({ kind: z.literal('hours'), start: startTimeSchema, end: endTimeSchema }),
  ]),
  reason: z.string(),
  at: instantSchema,
});
export type Said = z.infer<typeof saidSchema>;

const extraSchema = storedObject({
  kind: z.enum(extraKinds),
  /** The lesson for which it is, and with which the cap counts it. */
  lesson: z.string(),
  amount: wonSchema,
});
export type Extra = z.infer<typeof extraSchema>;

/** What somebody of the staff has changed of it since the lecturer answered, and why. */
const extraChangeSchema = extraSchema.extend({
  /** What it was. */
  before: wonSchema,
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
});
export type ExtraChange = z.infer<typeof extraChangeSchema>;

export const approvalSchema = storedObject({
  by: z.string(),
  role: z.enum(['academy-manager', 'finance-officer']),
  at: instantSchema,
  /** Whom they stood in for. */
  standsFor: z.string().optional(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** One lecturer's lessons of one cohort in one month, from the draft to the payment. */
export const wageClaimSchema = storedObject({
  id: z.string(),
  lecturer: z.string(),
  /** The round whose timetable they are of, and the commitment that pays them. */
  cohort: z.string(),
  month: monthSchema,
  /** From 1: what was taught, or found, after the first claim of the month was drafted is in a further one. */
  number: z.number().int().positive(),
  state: z.enum(claimStates),
  lessons: z.array(claimedLessonSchema),
  said: z.array(saidSchema),
  extras: z.array(extraSchema),
  extraChanges: z.array(extraChangeSchema).optional(),
  /** What earlier, paid claims were wrong by. */
  corrections: z.array(correctionSchema),
  calculation: calculationSchema,
  /** What it was calculated by: the ids of the files, each with what tells its content. */
  versions: storedObject({ card: z.string(), tax: z.string() }),
  promisedPayDate: localDateSchema,
  /** By what its taxes were calculated when it was checked: it is paid on no day, and as nobody, of other ones. */
  withholding: withholdingSchema.optional(),
  approvals: z.array(approvalSchema),
  /** How often somebody was asked, so that each question is another one. */
  asks: z.number().int().positive(),
  /** The question with which it was returned last, and by whom. */
  question: storedObject({
    text: z.string(),
    by: z.string(),
    at: instantSchema,
    /** Who was asked; not said of before answers were kept. */
    of: z.enum(['lecturer', 'manager']).optional(),
    /** What whoever was asked has written; none of before there was a field for it. */
    answer: z.string().optional(),
  }).optional(),
  /** Nobody answered the last time. */
  unanswered: instantSchema.optional(),
  /** Beside the state: nothing is decided and nothing is paid until it is released. */
  held: storedObject({ by: z.string(), reason: z.string(), at: instantSchema }).optional(),
  refusal: z.string().optional(),
  /** Whether it was drawn for another look when it was approved; none if no share was to be. */
  spotCheck: spotCheckSchema.optional(),
  /** What was drawn from the budget, by year and line. */
  drawn: z.array(storedObject({ year: z.int(), line: z.string(), amount: z.int() })),
  /** The batch that pays it. */
  batch: z.string().optional(),
  paidOn: localDateSchema.optional(),
  /** When the lecturer and the operators were told that the promised day has passed. */
  toldLate: instantSchema.optional(),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
});
export type WageClaim = z.infer<typeof wageClaimSchema>;

/** The subject of the audit and of requests about a claim: its id. */
const claimIdPattern = /^W-\d{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;
export const isClaimId = (id: string): boolean => claimIdPattern.test(id);

/** `W-2703-7K3Q-9MX4`, the same whenever the same is drafted, so that two drafts at once are one. */
export function claimIdOf({
  lecturer,
  cohort,
  month,
  number,
}: Pick<WageClaim, 'lecturer' | 'cohort' | 'month' | 'number'>): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([lecturer, cohort, month, number]))
    .digest();
  const code = `W-${month.slice(2, 4)}${month.slice(5)}`;
  const chars = drawn(digest.subarray(0, 7));
  const whole = chars + checkCharacter(code.replace('-', '') + chars);
  return `${code}-${whole.slice(0, 4)}-${whole.slice(4)}`;
}

const inRun: readonly ClaimState[] = ['DRAFTED', 'ASKED', 'CONFIRMED', 'CHECKED', 'MANAGER_APPROVED', 'RETURNED'];

/** Whether its state wants a run under way. */
export const claimInRun = ({ state }: Pick<WageClaim, 'state'>): boolean => inRun.includes(state);

/** Whether it is, or will be, paid unless somebody says otherwise. */
export const isLive = ({ state }: Pick<WageClaim, 'state'>): boolean => state !== 'CANCELLED' && state !== 'REFUSED';

/** In which it is still to be paid. */
export const unpaidStates: readonly ClaimState[] = claimStates.filter((state) => isLive({ state }) && state !== 'PAID');

/** Whether the money has been decided on. */
export const isApproved = ({ state }: Pick<WageClaim, 'state'>): boolean =>
  state === 'APPROVED' || state === 'IN_BATCH' || state === 'PAID';

const indexed = (next: WageClaim): WageClaim => ({
  ...next,
  needsRun: runIndexOf(next.id, { stuck: next.stuck, inRun: claimInRun(next) }),
});

export const newClaim = (
  given: Pick<
    WageClaim,
    | 'lecturer'
    | 'cohort'
    | 'month'
    | 'number'
    | 'lessons'
    | 'corrections'
    | 'calculation'
    | 'versions'
    | 'promisedPayDate'
  > &
    Partial<Pick<WageClaim, 'state'>>,
  now: Instant,
): WageClaim =>
  indexed({
    state: 'DRAFTED',
    ...given,
    id: claimIdOf(given),
    said: [],
    extras: [],
    approvals: [],
    drawn: [],
    asks: 1,
    run: 1,
    revision: 1,
    changedAt: now,
  });

/** The next revision, by a move of the lifecycle or, without one, in the same state. */
export function changedClaim(claim: WageClaim, now: Instant, change: Partial<WageClaim>, move?: ClaimMove): WageClaim {
  const state = claimLifecycle.moved(claim.state, move);
  const named = namedRun(claim.id, claim, change);
  return indexed({ ...claim, ...named, ...change, state, revision: claim.revision + 1, changedAt: now });
}
