import { changedResidency, firstOf } from '../residencies/residency.ts';
import type { CountStep } from '../runs/steps.ts';
import { type Counted, counted } from '../selection/counting.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { type Instant, seoulTime } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { findIn } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps } from './joints.ts';

/** *Begin the residency*: on its first day, which is read again after the wait. */
export const beginResidency = (
  deps: Pick<Dependencies, 'commit' | 'residencies'>,
  step: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof onboardingSteps, 'begin-residency'>>> =>
  decideAgainOnConflict(async () => {
    const numbers = { done: 0, of: 1, checks: step.checks };
    const found = await findIn(deps, step);
    if (found.kind === 'over') return counted(found.outcome, numbers);
    const was = found.residency;
    if (was.state !== 'ONBOARDING') return counted('BEGUN', { ...numbers, done: 1 });
    const { from } = firstOf(was);
    const seconds = Math.ceil((Date.parse(seoulTime(from, '00:00')) - Date.parse(now)) / 1000);
    if (seconds > 0) return counted('WAIT', { ...numbers, seconds });
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, now, {}, 'begin'), was)],
      events: [{ subject: was.id, type: 'ResidencyBegun', by: 'system:onboarding', at: now, data: { from } }],
      outbox: [{ kind: 'mail', template: 'residency-begun', to: { applicant: was.id }, ids: {} }],
    });
    return counted('BEGUN', { ...numbers, done: 1 });
  }, tries.contested);
