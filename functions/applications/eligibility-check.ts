import type { Round } from '../rounds/round.ts';
import type { Application } from './application.ts';
import type { SentVersion } from './applications-table.ts';
import type { Dependencies } from './dependencies.ts';
import { evaluateEligibility } from './eligibility.ts';

export interface Findings {
  readonly round: Round;
  readonly version: SentVersion;
  readonly rules: { ruleId: string; met: boolean }[];
  /** References of other applications that may be the same person's and were sent before. */
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
  if (!round || !version || !application.keys) throw new Error('the sent version or its round is missing');
  const siblings = await Promise.all([
    applications.siblings('phone', application.keys.phone),
    applications.siblings('person', application.keys.person),
  ]);
  const sentAt = application.sentAt ?? version.sentAt;
  const earlier = siblings
    .flat()
    .filter((other) => other.reference !== application.reference)
    .filter((other) => other.sentAt < sentAt || (other.sentAt === sentAt && other.reference < application.reference))
    .map((other) => other.reference);
  return {
    round,
    version,
    rules: evaluateEligibility(round, version.answers),
    duplicates: [...new Set(earlier)].sort(),
  };
}

export const isClean = (findings: Pick<Findings, 'rules' | 'duplicates'>): boolean =>
  findings.duplicates.length === 0 && findings.rules.every((rule) => rule.met);
