import type { Role } from '../shared/names.ts';
import { mailboxOf } from './mailbox.ts';
import type { PeopleTable } from './people-table.ts';
import type { Person } from './person.ts';
import { everybody } from './staff-at.ts';

/**
 * The names that the audit has for who is at the command line: as the cloud tells it (`ROLE/SESSION`, or of a user), and
 * its last part alone, the name of the session.
 */
const namesOf = (by: string): readonly string[] => {
  const name = by.replace(/^operator:/u, '');
  return [...new Set([name, name.slice(name.lastIndexOf('/') + 1)])];
};

/**
 * Whether somebody of the staff is who worked at the command line: the id or the mailbox is the name of the session, or
 * one of the names that the people file has for them.
 */
export function isOperator(
  by: string,
  { id, email, operatorNames = [] }: Pick<Person, 'id' | 'email' | 'operatorNames'>,
): boolean {
  return namesOf(by).some(
    (name) => name === id || mailboxOf(name) === mailboxOf(email) || operatorNames.includes(name),
  );
}

/** Who of the staff works at the command line, if the audit's name for them is anybody's. */
export async function operatorAmong(
  deps: { readonly people: Pick<PeopleTable, 'get' | 'idsWithRole'>; readonly roles: readonly Role[] },
  by: string,
): Promise<Person | undefined> {
  const named = await Promise.all(namesOf(by).map((name) => deps.people.get(name)));
  const found = named.find((person) => person !== undefined);
  return found ?? (await everybody(deps)).find((person) => isOperator(by, person));
}
