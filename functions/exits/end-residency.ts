import { dropOpenItems } from '../checklists/drop-open-items.ts';
import { contractsLeaving } from '../contracts/end-contracts.ts';
import { ownerOf } from '../onboarding/asked-documents.ts';
import { withdrawRenewals } from '../renewals/withdraw-renewals.ts';
import { endReports } from '../reports/end-reports.ts';
import { cancelled } from '../requests/request.ts';
import { isUnconfirmed, withChangedMeasure } from '../residencies/measure.ts';
import { changedResidency, lastOf, type Residency } from '../residencies/residency.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import type { CountStep } from '../runs/steps.ts';
import { type Counted, counted } from '../selection/counting.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { addDays, type Instant, seoulTime } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { StepDependencies } from './dependencies.ts';
import { renewalsDropped } from './drop-renewals.ts';
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
    await endReports(deps, { residency: was.id, by }, now);
    await withdrawRenewals(deps, was, by, now);
    const [others, confirmation] = await Promise.all([othersEnd(deps, was.id, now), openConfirmation(deps, was)]);
    await deps.commit({
      changes: [
        deps.residencies.save(
          changedResidency(was, now, { changeAsked: undefined, ...withoutAsked(was, now) }, 'end'),
          was,
        ),
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

/** What the director has not confirmed by then is not asked for any more. */
function withoutAsked(was: Residency, now: Instant): Pick<Residency, 'measures'> {
  const asked = was.measures?.find(isUnconfirmed);
  return asked ? { measures: withChangedMeasure(was, asked.id, { withdrawn: { by, at: now } }) } : {};
}

/** What is still signed, prepared or asked for in it. */
async function othersEnd(
  deps: Pick<StepDependencies, 'checklists' | 'kinds' | 'people' | 'random' | 'requests' | 'residencyEvents'>,
  residency: string,
  now: Instant,
): Promise<Parts> {
  const events = await deps.residencyEvents.of(residency);
  return joinedParts([
    await contractsLeaving(deps, { residency, by }, now),
    await renewalsDropped(deps, events, by, now),
    await dropOpenItems(deps, { owner: ownerOf(residency), by }, now),
  ]);
}
