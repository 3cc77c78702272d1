import { cancelled } from '../requests/request.ts';
import { changedResidency, lastOf } from '../residencies/residency.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import type { CountStep } from '../runs/steps.ts';
import { type Counted, counted } from '../selection/counting.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { addDays, type Instant, seoulTime } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { StepDependencies } from './dependencies.ts';
import { findExit } from './find-exit.ts';
import type { exitsSteps } from './joints.ts';
import { openConfirmation } from './open-confirmation.ts';

const by = 'system:exits';

/** *End the residency*: when its last day is over, which is read again after the wait; with it ends what is open in it. */
export const endResidency = (
  deps: StepDependencies,
  step: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof exitsSteps, 'end-residency'>>> =>
  decideAgainOnConflict(async () => {
    const numbers = { done: 0, of: 1, checks: step.checks };
    const found = await findExit(deps, step, now);
    if (found.kind === 'over') return counted(found.outcome, numbers);
    const { event, residency: was } = found;
    if (event.state !== 'OPEN') return counted('ENDED', { ...numbers, done: 1 });
    const { to } = lastOf(was);
    const seconds = Math.ceil((Date.parse(seoulTime(addDays(to, 1), '00:00')) - Date.parse(now)) / 1000);
    if (seconds > 0) return counted('WAIT', { ...numbers, seconds });
    const [others, confirmation] = await Promise.all([deps.ending(was, { by, now }), openConfirmation(deps, was)]);
    await deps.commit({
      changes: [
        deps.residencies.save(changedResidency(was, now, {}, 'end'), was),
        deps.residencyEvents.save(changedResidencyEvent(event, now, { callback: undefined }, 'finish'), event),
        ...(confirmation ? [deps.requests.save(cancelled(confirmation, 'GONE', by, now), confirmation)] : []),
        ...others.changes,
      ],
      events: [
        { subject: was.id, type: 'ResidencyEnded', by, at: now, data: { to, exit: event.id } },
        ...others.events,
      ],
      outbox: [{ kind: 'mail', template: 'residency-ended', to: { applicant: was.id }, ids: {} }, ...others.outbox],
    });
    return counted('ENDED', { ...numbers, done: 1 });
  }, tries.contested);
