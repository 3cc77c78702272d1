import type { PeopleTable } from '../people/people-table.ts';
import type { Person } from '../people/person.ts';
import { openStaffLink } from '../people/staff-link.ts';
import type { VerifyLink } from '../shared/links.ts';
import type { Statistics } from './statistics.ts';

/** Who is shown a cohort: the staff everything, an institution those who have agreed to it. */
export type CohortView = 'staff' | 'institution';

/** What somebody sees of the cohort by their roles; nothing, if none of them is a reader's. */
export const cohortViewOf = ({ roles }: Pick<Person, 'roles'>): CohortView | undefined => {
  if (roles.includes('academy-manager')) return 'staff';
  return roles.includes('institution') ? 'institution' : undefined;
};

/**
 * What somebody sees of one cohort: of an institution, only who was mailed its list. Of a cohort that was confirmed before
 * that was kept, whoever has the role.
 */
export function viewOfCohort(
  person: Pick<Person, 'id' | 'roles'>,
  { institutions }: Pick<Statistics, 'institutions'>,
): CohortView | undefined {
  const view = cohortViewOf(person);
  return view === 'institution' && institutions?.includes(person.id) === false ? undefined : view;
}

/** Everybody who gets a link to the list of a confirmed cohort, by their ids. */
export async function cohortReaders({ people }: { readonly people: PeopleTable }): Promise<Person[]> {
  const [managers, institutions] = await Promise.all([
    people.withRole('academy-manager'),
    people.withRole('institution'),
  ]);
  const all = new Map([...managers, ...institutions].map((person) => [person.id, person]));
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Their ids alone: for a change that only tells them. */
export async function cohortReaderIds({ people }: { readonly people: PeopleTable }) {
  const [managers, institutions] = await Promise.all([
    people.idsWithRole('academy-manager'),
    people.idsWithRole('institution'),
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
  | { readonly kind: 'current'; readonly roundId: string; readonly person: Person; readonly view: CohortView }
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
  const may = (person: Person): boolean => cohortViewOf(person) !== undefined;
  const link = await openStaffLink(deps, cohortLink(roundId, personId), mac, may);
  if (link.kind !== 'present') return link;
  const view = cohortViewOf(link.person);
  return view ? { kind: 'current', roundId, person: link.person, view } : { kind: 'left' };
}
