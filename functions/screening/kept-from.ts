import type { Application } from '../applications/application.ts';
import type { ApplicationsTable } from '../applications/applications-table.ts';
import type { Person } from '../people/person.ts';
import { conflictsBetween } from '../reviewers/conflicts.ts';
import { applicantsOf } from '../reviewers/round-reviewers.ts';
import type { Round } from '../rounds/round.ts';
import type { ScreeningsTable } from './screenings-table.ts';

/**
 * References of those of some applications with which somebody has a conflict of interest: they do not see these. What
 * they declared as a reviewer of the round holds when they are none any more.
 */
export async function keptFrom(
  deps: {
    readonly applications: ApplicationsTable;
    readonly screenings: Pick<ScreeningsTable, 'reviewer'>;
  },
  person: Person,
  round: Round,
  applications: readonly Application[],
): Promise<ReadonlySet<string>> {
  const [applicants, reviewer] = await Promise.all([
    applicantsOf(deps, round, applications),
    deps.screenings.reviewer(round.id, person.id),
  ]);
  const conflicts = conflictsBetween(applicants, [{ ...person, declared: reviewer?.declared ?? [] }]);
  return new Set(applications.flatMap(({ reference }) => (conflicts(reference, person.id) ? [reference] : [])));
}
