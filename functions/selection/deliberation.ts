import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { Fault } from '../shared/errors.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

/** Decided once: approved as it is, or returned with changes, which make the next snapshot. */
const deliberationStates = ['OPEN', 'APPROVED', 'RETURNED', 'CANCELLED'] as const;

export const deliberationLifecycle = lifecycle('Deliberations of the committee', deliberationStates, {
  /** One more is asked, may not decide or approves, short of the last who has to. */
  change: { OPEN: 'OPEN' },
  approve: { OPEN: 'APPROVED' },
  return: { OPEN: 'RETURNED' },
  cancel: { OPEN: 'CANCELLED' },
});

/** `applies`: has an application of their own in the round; `left`: no longer a member of the committee. */
const excludedFor = ['declared', 'affiliation', 'email-domain', 'applies', 'left'] as const;

/** What the committee does with one snapshot of a ranking: who was asked, who may not decide, who approved. */
export const deliberationSchema = storedObject({
  roundId: z.string(),
  /** The number of the snapshot. */
  snapshot: z.number().int().positive(),
  state: z.enum(deliberationStates),
  revision: z.number().int().positive(),
  ...audited,
  /** Approvals of this very snapshot that it takes. */
  needed: z.number().int().positive(),
  asked: z.array(storedObject({ member: z.string(), request: z.string() })),
  /** Who may not decide: for a conflict on a decisive case, `declared` here or on a snapshot before, or having left. */
  excluded: z.array(storedObject({ member: z.string(), why: z.enum(excludedFor), at: instantSchema })),
  approvals: z.array(storedObject({ member: z.string(), request: z.string(), at: instantSchema })),
  returned: storedObject({ member: z.string(), at: instantSchema }).optional(),
  /** When the operators were told that too few members are left to decide. */
  toldShort: instantSchema.optional(),
  endedAt: instantSchema.optional(),
});
export type Deliberation = z.infer<typeof deliberationSchema>;
export type Exclusion = Deliberation['excluded'][number];

/** What is remembered of a member who declared a conflict: it holds for every snapshot of the round. */
const stillDeclared = (before: Deliberation | undefined): Exclusion[] =>
  (before?.excluded ?? []).filter(({ why }) => why === 'declared');

/** The first revision about a snapshot; who declared a conflict before stays out of it. The caller commits it. */
export const newDeliberation = (
  snapshot: { readonly roundId: string; readonly number: number },
  needed: number,
  before: Deliberation | undefined,
): Deliberation => ({
  roundId: snapshot.roundId,
  snapshot: snapshot.number,
  state: 'OPEN',
  revision: 1,
  needed,
  asked: [],
  excluded: stillDeclared(before),
  approvals: [],
});

const moved = (
  was: Deliberation,
  move: MoveOf<typeof deliberationLifecycle>,
  change: Partial<Deliberation>,
): Deliberation => ({
  ...was,
  ...change,
  state: deliberationLifecycle.moved(was.state, move),
  revision: was.revision + 1,
});

/** The next revision while it is open. */
export const deliberated = (was: Deliberation, change: Partial<Omit<Deliberation, 'state' | 'approvals'>>) =>
  moved(was, 'change', change);

/** With one more approval: the one that completes them decides. A member approves once. */
export function approved(
  was: Deliberation,
  by: { readonly member: string; readonly request: string },
  at: Instant,
): Deliberation {
  if (was.approvals.some(({ member }) => member === by.member)) {
    throw new Fault('IllegalMove', { move: 'approve', from: was.state, member: by.member });
  }
  const approvals = [...was.approvals, { ...by, at }];
  return approvals.length >= was.needed
    ? moved(was, 'approve', { approvals, endedAt: at })
    : moved(was, 'change', { approvals });
}

/** Returned with changes: every approval of this snapshot is void. */
export const returned = (was: Deliberation, member: string, at: Instant): Deliberation =>
  moved(was, 'return', { returned: { member, at }, endedAt: at });

/** Ended from outside: the round was cancelled. */
export const endedDeliberation = (was: Deliberation, at: Instant): Deliberation =>
  moved(was, 'cancel', { endedAt: at });

/** Members who can decide, or have: those asked who have no conflict. */
export const ableMembers = ({ asked, excluded }: Pick<Deliberation, 'asked' | 'excluded'>): string[] =>
  asked.map(({ member }) => member).filter((member) => !excluded.some((other) => other.member === member));

/** Whether fewer members may still approve than are needed. */
export const isShort = (deliberation: Pick<Deliberation, 'asked' | 'excluded' | 'needed'>): boolean =>
  ableMembers(deliberation).length < deliberation.needed;
