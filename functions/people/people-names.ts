import type { PeopleTable } from './people-table.ts';

/** The names of people of the staff, by their ids; whoever is not known is left out. */
export async function peopleNames(
  { people }: { readonly people: Pick<PeopleTable, 'get'> },
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const known = await Promise.all([...new Set(ids)].map((id) => people.get(id)));
  return new Map(known.flatMap((person) => (person ? [[person.id, person.name] as const] : [])));
}
