import type { Instant } from '../shared/time.ts';
import { assigneeId, endOf, mayLapse, type PersonRequest } from './request.ts';

/** What the clock has to do about an open request. */
export type ChaseAction =
  | { readonly kind: 'none' }
  | { readonly kind: 'remind' }
  | { readonly kind: 'hand'; readonly to: string; readonly why: 'deputy' | 'escalation' }
  | { readonly kind: 'lapse' }
  /** Late, and asked for until it is answered. */
  | { readonly kind: 'chase' }
  /** Overdue at the last stage: the holder is reminded every business day and the operator is told. */
  | { readonly kind: 'overdue' };

/** What is to be done now. The chase does it and commits. */
export function chaseAction(request: PersonRequest, now: Instant): ChaseAction {
  if (request.state !== 'OPEN' || request.nextActionAt > now) return { kind: 'none' };
  if (endOf(request) > now) return { kind: 'remind' };
  if (request.plan.chaseEvery !== undefined) return { kind: 'chase' };
  if (mayLapse(request)) {
    if (request.plan.until !== undefined && request.plan.until <= now) return { kind: 'lapse' };
    const wanted = request.remindersPlanned ?? request.plan.remindAfter.length;
    return request.remindersSent < wanted ? { kind: 'remind' } : { kind: 'lapse' };
  }
  const { deputy, escalation } = request.plan;
  const holder = assigneeId(request.assignee);
  if (request.stage === 'FIRST' && deputy && deputy !== holder) return { kind: 'hand', to: deputy, why: 'deputy' };
  if (request.stage !== 'ESCALATED' && escalation && escalation !== holder) {
    return { kind: 'hand', to: escalation, why: 'escalation' };
  }
  return { kind: 'overdue' };
}
