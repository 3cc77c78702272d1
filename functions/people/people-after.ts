import { loadedPerson } from './load-people.ts';
import type { PeopleTable } from './people-table.ts';
import type { Person } from './person.ts';
import type { Row } from './read-people.ts';

/** People as they will be once these rows are loaded: to say before what becomes of what. */
export function peopleAfter(people: PeopleTable, rows: readonly Row[]): Pick<PeopleTable, 'get' | 'withRole'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const get = async (id: string): Promise<Person | undefined> => {
    const row = byId.get(id);
    const was = await people.get(id);
    return row ? loadedPerson(row, was) : was;
  };
  return {
    get,
    withRole: async (role) => {
      const before = await people.withRole(role);
      const ids = [...before.map(({ id }) => id), ...rows.map(({ id }) => id)];
      const found = await Promise.all([...new Set(ids)].map(get));
      return found.filter((person) => person?.roles.includes(role)).filter((person) => person !== undefined);
    },
  };
}
