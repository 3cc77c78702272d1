import type { Residency } from '../residencies/residency.ts';
import type { Onboarding, Residency as ResidencyRules } from '../rounds/residency.ts';
import type { Round } from '../rounds/round.ts';
import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import { Fault } from '../shared/errors.ts';
import type { Dependencies } from './dependencies.ts';

/** What a step finds: the residency, if its run is the present one, and whether it is still to begin. */
export type Found =
  | { readonly kind: 'found'; readonly residency: Residency }
  | { readonly kind: 'over'; readonly outcome: 'GONE' | 'SUPERSEDED' };

/** `GONE`: the startup has left, or lost its place, and the run lets go of what it had. */
export async function findIn(
  { residencies }: Pick<Dependencies, 'residencies'>,
  { reference, run }: RunStep,
): Promise<Found> {
  const residency = await residencies.get(reference);
  if (!residency || presentRunOf(residency.id, residency) !== run) return { kind: 'over', outcome: 'SUPERSEDED' };
  if (residency.state === 'NOT_BEGUN') return { kind: 'over', outcome: 'GONE' };
  return { kind: 'found', residency };
}

export interface Rules {
  readonly round: Round;
  readonly rules: ResidencyRules;
  readonly onboarding: Onboarding;
}

/** The rules that hold for a residency: of its round, in the version under which the place was accepted. */
export async function rulesOf(
  { rounds }: Pick<Dependencies, 'rounds'>,
  { roundId, roundVersion }: Pick<Residency, 'roundId' | 'roundVersion'>,
): Promise<Rules> {
  const round = await rounds.version(roundId, roundVersion);
  const rules = round?.residency;
  const onboarding = rules?.onboarding;
  if (!round || !onboarding) throw new Fault('ResidencyMissing', { round: roundId, version: roundVersion });
  return { round, rules, onboarding };
}
