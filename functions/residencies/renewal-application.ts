import type { Application } from '../applications/application.ts';
import { fingerprint } from '../shared/random.ts';
import type { Dependencies } from './dependencies.ts';

/** By what the application of a residency in a round of renewal is found, whatever address it has by now. */
export const renewalKey = (roundId: string, residency: string): string => fingerprint(roundId, 'renews', residency);

/** The application of a residency in a round of renewal, unless it was withdrawn. */
export async function renewalApplication(
  { applications }: Pick<Dependencies, 'applications'>,
  roundId: string,
  residency: string,
): Promise<Application | undefined> {
  const reference = await applications.draftBegunWith(renewalKey(roundId, residency));
  const application = reference === undefined ? undefined : await applications.get(reference);
  return application && !application.erasedAt && application.state !== 'WITHDRAWN' ? application : undefined;
}
