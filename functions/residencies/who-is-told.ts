import type { PeopleTable } from '../people/people-table.ts';
import type { Person } from '../people/person.ts';

/** For what the rules of a residency name somebody, and which role that needs. */
const toldRoles = { manager: 'lab-manager', director: 'signatory' } as const satisfies Record<
  string,
  Person['roles'][number]
>;

/**
 * Ids of whom a mail to the staff goes to: whoever the rules of a residency name, as they were when it was accepted; once
 * they have left or have another task, all who have it now.
 */
export async function whoIsTold(
  { people }: { readonly people: Pick<PeopleTable, 'get' | 'withRole'> },
  { manager, director }: { readonly manager?: string; readonly director?: string },
): Promise<readonly string[]> {
  const told = await Promise.all([nowOf(people, manager, 'manager'), nowOf(people, director, 'director')]);
  return [...new Set(told.flat())];
}

async function nowOf(
  people: Pick<PeopleTable, 'get' | 'withRole'>,
  named: string | undefined,
  as: keyof typeof toldRoles,
): Promise<readonly string[]> {
  if (named === undefined) return [];
  const role = toldRoles[as];
  if ((await people.get(named))?.roles.includes(role)) return [named];
  return (await people.withRole(role)).map(({ id }) => id);
}
