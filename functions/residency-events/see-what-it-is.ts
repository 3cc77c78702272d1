import type { Dependencies } from '../residencies/dependencies.ts';
import { findEvent } from '../residencies/find-event.ts';
import type { ResidencyEventKind } from '../residencies/residency-event.ts';
import type { RunStep } from '../runs/steps.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { residencyEventsSteps } from './joints.ts';

type Outcome = OutcomeOf<typeof residencyEventsSteps, 'see-what-it-is'>;

const outcomes = {
  report: 'REPORT',
  renewal: 'RENEWAL',
  agreement: 'AGREEMENT',
  exit: 'EXIT',
} as const satisfies Record<ResidencyEventKind, Outcome>;

/**
 * *See what it is about*. An agreement or an exit that has become pointless is still gone through, so that what it has
 * begun is taken back.
 */
export async function seeWhatItIs(
  deps: Pick<Dependencies, 'residencies' | 'residencyEvents'>,
  step: RunStep,
): Promise<Outcome> {
  const found = await findEvent(deps, step);
  if (found.kind === 'found') return found.event.state === 'OPEN' ? outcomes[found.event.kind] : 'OVER';
  if (found.outcome === 'SUPERSEDED') return 'SUPERSEDED';
  const event = await deps.residencyEvents.get(step.reference);
  return event?.kind === 'agreement' || event?.kind === 'exit' ? outcomes[event.kind] : 'OVER';
}
