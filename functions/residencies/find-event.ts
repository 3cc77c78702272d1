import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import { Fault } from '../shared/errors.ts';
import type { Dependencies } from './dependencies.ts';
import type { Residency } from './residency.ts';
import type { ResidencyEvent } from './residency-event.ts';

/** What a step of residency-event finds: the event and its residency, if the run is the present one. */
export type FoundEvent =
  | { readonly kind: 'found'; readonly event: ResidencyEvent; readonly residency: Residency }
  | { readonly kind: 'over'; readonly outcome: 'GONE' | 'SUPERSEDED' };

/** `GONE`: the event was dropped, or nobody is in the Lab any more. One that is done is found. */
export async function findEvent(
  { residencies, residencyEvents }: Pick<Dependencies, 'residencies' | 'residencyEvents'>,
  { reference, run }: RunStep,
): Promise<FoundEvent> {
  const event = await residencyEvents.get(reference);
  if (!event || presentRunOf(event.id, event) !== run) return { kind: 'over', outcome: 'SUPERSEDED' };
  const residency = await residencies.get(event.residency);
  if (!residency) throw new Fault('ResidencyMissing', { reference: event.residency });
  const isGone = event.state === 'DROPPED' || (event.state === 'OPEN' && residency.state !== 'RESIDENT');
  return isGone ? { kind: 'over', outcome: 'GONE' } : { kind: 'found', event, residency };
}
