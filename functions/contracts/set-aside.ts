import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import { withdrawAgreement } from '../agreements/end-agreement.ts';
import { rulesOf } from '../onboarding/case.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import type { Residency } from '../residencies/residency.ts';
import { changedResidencyEvent, type ResidencyEvent } from '../residencies/residency-event.ts';
import { whoIsTold } from '../residencies/who-is-told.ts';
import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { isLeaving } from './ask-both.ts';
import type { Dependencies } from './dependencies.ts';
import type { contractsSteps } from './joints.ts';

const by = 'system:contracts';

/**
 * *Set it aside*: what is not signed by both is taken back, then the event is dropped, and the startup and the manager
 * are told, unless the startup leaves and it cannot be begun once more: that is told by itself. What all have signed already is not undone by this, and changes nothing in the residency.
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
      outbox: isPointless(residency, was) ? [] : told(was, await whoIsTold(deps, { manager: onboarding.manager })),
    });
  }, tries.contested);
  return 'SET_ASIDE';
}

/** Whether nobody can begin it once more. */
const isPointless = (residency: Residency, { change }: Pick<ResidencyEvent, 'change'>): boolean =>
  residency.state !== 'RESIDENT' || (change?.for === 'extension' && isLeaving(residency));

const told = ({ id: event, residency }: ResidencyEvent, managers: readonly string[]): OutboxDraft[] => [
  { kind: 'mail', template: 'contract-set-aside', to: { applicant: residency }, ids: { event } },
  ...managers.map(
    (person): OutboxDraft => ({ kind: 'mail', template: 'contract-set-aside-told', to: { person }, ids: { event } }),
  ),
];
