import type { Application } from '../applications/application.ts';
import type { SentVersion } from '../applications/applications-table.ts';
import type { Round } from '../rounds/round.ts';
import type { Review } from '../screening/review.ts';
import type { Dependencies } from '../selection/dependencies.ts';

/** An application with its sent reviews, in the order in which the reviewers were asked. */
export interface Case {
  readonly application: Application;
  readonly version: SentVersion;
  /** The round as it was when the application was sent: its form and consents. */
  readonly made: Round;
  readonly reviews: readonly Review[];
}

/** The whole case, for who decides about it; nothing if it is gone. */
export async function caseOf(
  deps: Pick<Dependencies, 'applications' | 'screenings' | 'rounds'>,
  reference: string,
): Promise<Case | undefined> {
  const [application, screening] = await Promise.all([
    deps.applications.get(reference),
    deps.screenings.get(reference),
  ]);
  if (!application || application.erasedAt) return undefined;
  const [version, made, reviews] = await Promise.all([
    deps.applications.version(reference, application.version),
    deps.rounds.version(application.roundId, application.roundVersion),
    deps.screenings.reviewsWith(screening?.reviews.map(({ id }) => id) ?? []),
  ]);
  if (!version || !made) return undefined;
  const sent = reviews.filter(({ state }) => state === 'SENT').sort((a, b) => a.number - b.number);
  return { application, version, made, reviews: sent };
}
