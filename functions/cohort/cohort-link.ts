import type { PeopleTable } from '../people/people-table.ts';
import type { Person } from '../people/person.ts';
import { openStaffLink } from '../people/staff-link.ts';
import { managerRoleOf, managerRoles } from '../rounds/manager-role.ts';
import type { Round } from '../rounds/round.ts';
import type { VerifyLink } from '../shared/links.ts';
import type { Statistics } from './statistics.ts';

/** Who is shown a cohort: the staff everything, an institution those who have agreed to it. */
export type CohortView = 'staff' | 'institution';

type OfProgramme = Pick<Round, 'programme'>;

/** Institutions get who takes part in a course and has agreed to it; what startups of the Lab are is nobody else's. */
const hasInstitutions = ({ programme }: OfProgramme): boolean => programme !== 'lab';

/** What somebody sees of a programme's cohorts by their roles; nothing, if none of them is a reader's. */
export const cohortViewOf = ({ roles }: Pick<Person, 'roles'>, round: OfProgramme): CohortView | undefined => {
  if (roles.includes(managerRoleOf(round))) return 'staff';
  return hasInstitutions(round) && roles.includes('institution') ? 'institution' : undefined;
};

/** What somebody sees of some cohort, whichever programme's it is. */
export const someCohortViewOf = ({ roles }: Pick<Person, 'roles'>): CohortView | undefined => {
  if (managerRoles.some((role) => roles.includes(role))) return 'staff';
  return roles.includes('institution') ? 'institution' : undefined;
};

/**
 * What somebody sees of one cohort: of an institution, only who was mailed its list. Of a cohort that was confirmed before
 * that was kept, whoever has the role.
 */
export function viewOfCohort(
  person: Pick<Person, 'id' | 'roles'>,
  round: OfProgramme,
  { institutions }: Pick<Statistics, 'institutions'>,
): CohortView | undefined {
  const view = cohortViewOf(person, round);
  return view === 'institution' && institutions?.includes(person.id) === false ? undefined : view;
}

/** Everybody who gets a link to the list of a confirmed cohort, by their ids. */
export async function cohortReaders(
  { people }: { readonly people: PeopleTable },
  round: OfProgramme,
): Promise<Person[]> {
  const [managers, institutions] = await Promise.all([
    people.withRole(managerRoleOf(round)),
    hasInstitutions(round) ? people.withRole('institution') : [],
  ]);
  const all = new Map([...managers, ...institutions].map((person) => [person.id, person]));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Their ids alone: for a change that only tells them. */
export async function cohortReaderIds({ people }: { readonly people: PeopleTable }, round: OfProgramme) {
  const [managers, institutions] = await Promise.all([
    people.idsWithRole(managerRoleOf(round)),
    hasInstitutions(round) ? people.idsWithRole('institution') : [],
  ]);
  return { managers, institutions, all: [...new Set([...managers, ...institutions])].sort() };
}

/** What a link to a cohort opens; it holds as long as its person has a role for it. */
export const cohortLink = (roundId: string, person: string) => ({
  path: '/c',
  purpose: 'cohort',
  id: `${roundId}.${person}`,
  generation: 1,
  assignee: person,
});

export type CohortLinkState =
  | { readonly kind: 'current'; readonly roundId: string; readonly person: Person }
  /** A genuine link that they were mailed before they changed, or of somebody who has no role for it any more. */
  | { readonly kind: 'renewed' }
  | { readonly kind: 'left' }
  /** Never ours, somebody else's, or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

/** Reads the link; changes nothing. */
export async function openCohortLink(
  deps: { readonly people: PeopleTable; readonly verifyLink: VerifyLink },
  id: string,
  mac: string,
): Promise<CohortLinkState> {
  const [, roundId, personId] = /^([a-z0-9-]{1,80})\.([a-z][a-z0-9-]{1,39})$/.exec(id) ?? [];
  if (!roundId || !personId) return { kind: 'unknown' };
  const may = (person: Person): boolean => someCohortViewOf(person) !== undefined;
  const link = await openStaffLink(deps, cohortLink(roundId, personId), mac, may);
  if (link.kind !== 'present') return link;
  return { kind: 'current', roundId, person: link.person };
}
