import type { Application } from '../applications/application.ts';
import type { SentVersion } from '../applications/applications-table.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { evaluateEligibility } from '../rounds/eligibility.ts';
import type { Round } from '../rounds/round.ts';
import { Fault } from '../shared/errors.ts';

export interface Findings {
  readonly round: Round;
  readonly version: SentVersion;
  readonly rules: { ruleId: string; met: boolean }[];
  /**
   * References of other applications that may be the same person's: all that are not in question for this one already,
   * so that of two sent at the same moment at least one goes to an officer. Of many, those that were sent first.
   */
  readonly duplicates: string[];
  /** How many others there are beside these. */
  readonly more: number;
}

/** Others that an officer is shown beside an application. */
export const maxShown = 10;

/** Others that are read to find them, and how many at a time. */
const maxRead = 100;
const atOnce = 20;

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
  return {
    round,
    version,
    rules: evaluateEligibility(round, version.answers),
    ...(await othersOf(applications, application.reference, application.keys)),
  };
}

async function othersOf(
  applications: Dependencies['applications'],
  reference: string,
  keys: { readonly phone: string; readonly person: string },
): Promise<Pick<Findings, 'duplicates' | 'more'>> {
  const siblings = await Promise.all([
    applications.siblings('phone', keys.phone),
    applications.siblings('person', keys.person),
  ]);
  const sent = new Map(siblings.flat().map((other) => [other.reference, other.sentAt]));
  sent.delete(reference);
  const others = [...sent].sort(([one, first], [other, second]) =>
    first === second ? (one < other ? -1 : 1) : first < second ? -1 : 1,
  );
  const duplicates: string[] = [];
  let read = 0;
  while (read < Math.min(others.length, maxRead) && duplicates.length < maxShown) {
    const some = others.slice(read, read + atOnce);
    const found = await Promise.all(some.map(([other]) => applications.get(other)));
    duplicates.push(
      ...found
        .filter((other) => other !== undefined)
        .filter((other) => other.version > 0 && other.state !== 'WITHDRAWN')
        .filter((other) => !other.flags?.duplicates.includes(reference))
        .map((other) => other.reference),
    );
    read += some.length;
  }
  const shown = duplicates.slice(0, maxShown);
  const unread = others.length - read;
  return { duplicates: shown.sort(), more: shown.length === 0 ? 0 : duplicates.length - shown.length + unread };
}

/** Whether nothing is in question, so that no officer is asked. */
export const isClean = (findings: Pick<Findings, 'rules' | 'duplicates'>): boolean =>
  findings.duplicates.length === 0 && findings.rules.every((rule) => rule.met);
