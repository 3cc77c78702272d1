import { type Approval, isClaimId, type WageClaim } from '../claim-rules/claim.ts';
import { isLecturer } from '../lecturers/lecturer.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { PersonRequest } from '../requests/request.ts';
import { once } from '../shared/once.ts';
import type { Dependencies } from './dependencies.ts';

/** Somebody who is to decide about a claim. */
export interface Deciding {
  readonly id: string;
  readonly email?: string;
  /** Whom they stand in for, if they do. */
  readonly standsFor?: string;
}

export type Barred = 'claimant' | 'approved-before';

/**
 * Why somebody may not decide about a claim: lecturer, manager and each finance officer are different persons. A deputy
 * counts as the person stood in for, and as oneself.
 */
export function barredFrom(
  {
    lecturer,
    approvals,
  }: {
    readonly lecturer: { readonly id: string; readonly email?: string };
    readonly approvals: readonly Pick<Approval, 'by' | 'standsFor'>[];
  },
  { id, email, standsFor }: Deciding,
): Barred | undefined {
  const own = [id, ...(standsFor === undefined ? [] : [standsFor])];
  if (isLecturer(lecturer, { id, email }) || standsFor === lecturer.id) return 'claimant';
  const before = approvals.flatMap((one) => [one.by, ...(one.standsFor === undefined ? [] : [one.standsFor])]);
  return own.some((one) => before.includes(one)) ? 'approved-before' : undefined;
}

/** How many of finance have to approve a claim. */
export const officersNeeded = (gross: number, secondOfficerAbove: number | undefined): number =>
  secondOfficerAbove !== undefined && gross > secondOfficerAbove ? 2 : 1;

/** Whether all have approved who have to: the manager, and so many of finance, all different persons. */
export function isApprovedByAll({ approvals }: Pick<WageClaim, 'approvals'>, officers: number): boolean {
  const people = new Set(approvals.flatMap(({ by, standsFor }) => [by, ...(standsFor ? [standsFor] : [])]));
  const finance = approvals.filter(({ role }) => role === 'finance-officer');
  const managers = approvals.filter(({ role }) => role === 'academy-manager');
  return managers.length >= 1 && finance.length >= officers && people.size >= managers.length + finance.length;
}

/**
 * Whom the holder of a request stands in for: who was named and is away, or from whom the clock has passed it on.
 * Whoever it was handed to, and whoever is asked since the one named may not decide, decides as themselves.
 */
export function standsForOf({ held }: Pick<PersonRequest, 'held'>, named: string): string | undefined {
  const [first] = held;
  const present = held.at(-1);
  if (!first || !present) return undefined;
  const isFor =
    present.why === 'deputy' || present.why === 'escalation' || (present.why === 'absent' && held.length === 1);
  if (!isFor) return undefined;
  const principal = first.why === 'absent' ? named : first.assignee;
  return principal === present.assignee ? undefined : principal;
}

/**
 * What the staff has to do with a claim that a request is about: its lecturer, and who has decided about it before, also
 * for somebody else, do not decide. Of other requests no table is asked for: not every Lambda has these.
 */
export const claimInterests =
  (deps: Pick<Dependencies, 'claims' | 'lecturers'>): InterestsIn =>
  ({ subject }) => {
    const about = once(async () => {
      const claim = isClaimId(subject) ? await deps.claims.get(subject) : undefined;
      return claim && { claim, lecturer: await deps.lecturers.get(claim.lecturer) };
    });
    return async ({ id, email }) => {
      const found = await about();
      if (!found) return undefined;
      const { claim, lecturer = { id: claim.lecturer } } = found;
      return barredFrom({ lecturer, approvals: claim.approvals }, { id, email }) ? 'surely' : undefined;
    };
  };
