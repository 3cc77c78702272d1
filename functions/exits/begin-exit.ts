import { startChecklist } from '../checklists/start-checklist.ts';
import { rulesOf } from '../onboarding/case.ts';
import { withdrawRenewals } from '../renewals/withdraw-renewals.ts';
import { lastOf } from '../residencies/residency.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import type { RunStep } from '../runs/steps.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { StepDependencies } from './dependencies.ts';
import { exitOwner } from './exit-events.ts';
import { findExit } from './find-exit.ts';
import type { exitsSteps } from './joints.ts';

const by = 'system:exits';

/**
 * *Begin the exit list*: once, counted from the last day; the startup is told what is to be done, and by when. Whoever
 * leaves by notice does not stay on, whatever they have applied for.
 */
export const beginExit = (
  deps: StepDependencies,
  step: RunStep,
  now: Instant,
): Promise<OutcomeOf<typeof exitsSteps, 'begin-exit'>> =>
  decideAgainOnConflict(async () => {
    const found = await findExit(deps, step, now);
    if (found.kind === 'over') return found.outcome;
    const { event: was, residency } = found;
    if (lastOf(residency).endedEarly) await withdrawRenewals(deps, residency, by, now);
    if (was.exitToldAt) return 'BEGUN';
    const { onboarding } = await rulesOf(deps, residency);
    const { exit, manager } = onboarding;
    const started = await startChecklist(
      deps,
      {
        template: exit.template,
        owner: exitOwner(was.id),
        day: lastOf(residency).to,
        manager: exit.manager ?? manager,
        people: exit.doers,
        by,
      },
      now,
    );
    if (started.kind !== 'started' && started.kind !== 'there-already') {
      throw new Fault('ChecklistNotStarted', { residency: residency.id, why: started.kind });
    }
    await deps.commit({
      changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, { exitToldAt: now }), was)],
      events: [
        {
          subject: was.id,
          type: 'ExitBegun',
          by,
          at: now,
          data: { list: started.list.id, lastDay: lastOf(residency).to },
        },
      ],
      outbox: [{ kind: 'mail', template: 'exit-begun', to: { applicant: residency.id }, ids: { event: was.id } }],
    });
    return 'BEGUN';
  }, tries.contested);
