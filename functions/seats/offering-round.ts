import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Round } from '../rounds/round.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { Admission } from '../selection/admission.ts';
import { admittingRound } from '../selection/admitting-round.ts';
import { Fault } from '../shared/errors.ts';

/** A round while its seats are offered. */
export interface OfferingRound {
  /** As it is now: words, dates and contacts. */
  readonly round: Round;
  /** As they were at the closing, but for the last day of the waitlist, which may be put off. */
  readonly rules: AdmissionRules;
  /** Seats, as many as there were at the closing. */
  readonly capacity: number;
}

/** @throws if the round is missing or has no admission. */
export async function offeringRound(
  { rounds }: { readonly rounds: RoundsTable },
  admission: Pick<Admission, 'roundId' | 'roundVersion'>,
): Promise<OfferingRound> {
  const [made, round] = await Promise.all([admittingRound({ rounds }, admission), rounds.current(admission.roundId)]);
  if (!round?.admission) throw new Fault('RoundMissing', { round: admission.roundId });
  const { lastDay } = round.admission.offer.waitlist;
  const { offer } = made.rules;
  const rules = { ...made.rules, offer: { ...offer, waitlist: { ...offer.waitlist, lastDay } } };
  return { round, rules, capacity: made.round.capacity };
}
