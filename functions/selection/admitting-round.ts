import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Round } from '../rounds/round.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import { Fault } from '../shared/errors.ts';
import type { Admission } from './admission.ts';

/** The round as it was at its closing, whose rules hold from then on. @throws if it is missing or has none. */
export async function admittingRound(
  { rounds }: { readonly rounds: RoundsTable },
  admission: Pick<Admission, 'roundId' | 'roundVersion'>,
): Promise<{ readonly round: Round; readonly rules: AdmissionRules }> {
  const { roundId, roundVersion } = admission;
  const round = roundVersion === undefined ? undefined : await rounds.version(roundId, roundVersion);
  if (!round?.admission) throw new Fault('RoundMissing', { round: roundId, version: roundVersion });
  return { round, rules: round.admission };
}
