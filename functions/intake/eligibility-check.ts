import type { Application } from '../applications/application.ts';
import type { SentVersion } from '../applications/applications-table.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { evaluateEligibility } from '../applications/eligibility.ts';
import type { Round } from '../rounds/round.ts';
import { Fault } from '../shared/errors.ts';

export interface Findings {
  readonly round: Round;
  readonly version: SentVersion;
  readonly rules: { ruleId: string; met: boolean }[];
  /**
   * References of other applications that may be the same person's: all that are not in question for this one already,
   * so that of two sent at the same moment at least one goes to an officer.
   */
  readonly duplicates: string[];
}

/** What the rules and the other applications say of the version that was sent last. */
export async function findingsOf(
  { applications, rounds }: Pick<Dependencies, 'applications' | 'rounds'>,
  application: Application,
): Promise<Findings> {
  const [round, version] = await Promise.all([
    rounds.version(application.roundId, application.roundVersion),
    applications.version(application.reference, application.version),
  ]);
  if (!round || !version || !application.keys)
    throw new Fault(round ? 'VersionMissing' : 'RoundMissing', {
      reference: application.reference,
      round: application.roundId,
    });
  const siblings = await Promise.all([
    applications.siblings('phone', application.keys.phone),
    applications.siblings('person', application.keys.person),
  ]);
  const others = new Set(siblings.flat().map((other) => other.reference));
  others.delete(application.reference);
  const found = await Promise.all([...others].map((reference) => applications.get(reference)));
  const duplicates = found
    .filter((other) => other !== undefined)
    .filter((other) => other.version > 0 && other.state !== 'WITHDRAWN')
    .filter((other) => !other.flags?.duplicates.includes(application.reference))
    .map((other) => other.reference);
  return {
    round,
    version,
    rules: evaluateEligibility(round, version.answers),
    duplicates: duplicates.sort(),
  };
}

export const isClean = (findings: Pick<Findings, 'rules' | 'duplicates'>): boolean =>
  findings.duplicates.length === 0 && findings.rules.every((rule) => rule.met);
