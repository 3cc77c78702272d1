import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import { withdrawAgreement } from '../agreements/end-agreement.ts';
import { rulesOf } from '../onboarding/case.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import type { contractsSteps } from './joints.ts';

const by = 'system:contracts';

/**
 * *Set it aside*: what is not signed by both is taken back, then the event is dropped, and the startup and the manager
 * are told. What all have signed already is not undone by this, and changes nothing in the residency.
 */
export async function setAside(
  deps: Dependencies & Agreements,
  { reference, run }: RunStep,
  now: Instant,
): Promise<OutcomeOf<typeof contractsSteps, 'set-aside'>> {
  const present = await deps.residencyEvents.get(reference);
  if (!present || presentRunOf(present.id, present) !== run) return 'SUPERSEDED';
  const { agreement } = present;
  if (agreement !== undefined) await withdrawAgreement(deps, { agreement, by }, now);
  await decideAgainOnConflict(async () => {
    const was = await deps.residencyEvents.get(reference);
    if (was?.state !== 'OPEN') return;
    const residency = await deps.residencies.get(was.residency);
    if (!residency) throw new Fault('ResidencyMissing', { reference: was.residency });
    const { onboarding } = await rulesOf(deps, residency);
    await deps.commit({
      changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, { callback: undefined }, 'drop'), was)],
      events: [{ subject: was.id, type: 'ContractSetAside', by, at: now, data: { run, state: residency.state } }],
      outbox: [
        { kind: 'mail', template: 'contract-set-aside', to: { applicant: residency.id }, ids: { event: was.id } },
        {
          kind: 'mail',
          template: 'contract-set-aside-told',
          to: { person: onboarding.manager },
          ids: { event: was.id },
        },
      ],
    });
  }, tries.contested);
  return 'SET_ASIDE';
}
