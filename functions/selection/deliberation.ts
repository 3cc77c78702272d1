import * as z from 'zod';
import { Fault } from '../shared/errors.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

/** Decided once: approved as it is, or returned with changes, which make the next snapshot. */
const deliberationStates = ['OPEN', 'APPROVED', 'RETURNED', 'CANCELLED'] as const;

/** `left`: no longer a member of the committee. */
const excludedFor = ['declared', 'affiliation', 'email-domain', 'left'] as const;

/** What the committee does with one snapshot of a ranking: who was asked, who may not decide, who approved. */
export const deliberationSchema = z.object({
  roundId: z.string(),
  /** The number of the snapshot. */
  snapshot: z.number().int().positive(),
  state: z.enum(deliberationStates),
  revision: z.number().int().positive(),
  /** Approvals of this very snapshot that it takes. */
  needed: z.number().int().positive(),
  asked: z.array(z.object({ member: z.string(), request: z.string() })),
  /** Who may not decide: for a conflict on a decisive case, `declared` here or on a snapshot before, or having left. */
  excluded: z.array(z.object({ member: z.string(), why: z.enum(excludedFor), at: instantSchema })),
  approvals: z.array(z.object({ member: z.string(), request: z.string(), at: instantSchema })),
  returned: z.object({ member: z.string(), at: instantSchema }).optional(),
  /** When the operators were told that too few members are left to decide. */
  toldShort: instantSchema.optional(),
  endedAt: instantSchema.optional(),
});
export type Deliberation = z.infer<typeof deliberationSchema>;
export type Exclusion = Deliberation['excluded'][number];

/** What is remembered of a member who declared a conflict: it holds for every snapshot of the round. */
const stillDeclared = (before: Deliberation | undefined): Exclusion[] =>
  (before?.excluded ?? []).filter(({ why }) => why === 'declared');

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

const next = (was: Deliberation, change: Partial<Deliberation>): Deliberation => ({
  ...was,
  ...change,
  revision: was.revision + 1,
});

/** The next revision while it is open. */
export function deliberated(was: Deliberation, change: Partial<Omit<Deliberation, 'state' | 'approvals'>>) {
  if (was.state !== 'OPEN') throw new Fault('IllegalMove', { from: was.state });
  return next(was, change);
}

/** With one more approval: the one that completes them decides. A member approves once. */
export function approved(
  was: Deliberation,
  by: { readonly member: string; readonly request: string },
  at: Instant,
): Deliberation {
  if (was.state !== 'OPEN' || was.approvals.some(({ member }) => member === by.member)) {
    throw new Fault('IllegalMove', { move: 'approve', from: was.state, member: by.member });
  }
  const approvals = [...was.approvals, { ...by, at }];
  return approvals.length >= was.needed
    ? next(was, { approvals, state: 'APPROVED', endedAt: at })
    : next(was, { approvals });
}

/** Returned with changes: every approval of this snapshot is void. */
export function returned(was: Deliberation, member: string, at: Instant): Deliberation {
  return { ...deliberated(was, { returned: { member, at }, endedAt: at }), state: 'RETURNED' };
}

/** Ended from outside: the round was cancelled. */
export const endedDeliberation = (was: Deliberation, at: Instant): Deliberation => ({
  ...deliberated(was, { endedAt: at }),
  state: 'CANCELLED',
});

/** Members who can decide, or have: those asked who have no conflict. */
export const ableMembers = ({ asked, excluded }: Pick<Deliberation, 'asked' | 'excluded'>): string[] =>
  asked.map(({ member }) => member).filter((member) => !excluded.some((other) => other.member === member));

export const isShort = (deliberation: Pick<Deliberation, 'asked' | 'excluded' | 'needed'>): boolean =>
  ableMembers(deliberation).length < deliberation.needed;
