import type { Role } from '../shared/names.ts';
import { mailboxOf } from './mailbox.ts';
import type { PeopleTable } from './people-table.ts';
import type { Person } from './person.ts';

interface Reach {
  readonly people: Pick<PeopleTable, 'get' | 'idsWithRole'>;
  readonly roles: readonly Role[];
}

/** All of the staff: whoever has a role, for who has none has left. */
export async function everybody({ people, roles }: Reach): Promise<Person[]> {
  const ids = await Promise.all(roles.map((role) => people.idsWithRole(role)));
  const staff = await Promise.all([...new Set(ids.flat())].map((id) => people.get(id)));
  return staff.flatMap((person) => (person && person.roles.length > 0 ? [person] : []));
}

/**
 * Who of the staff has a mailbox. Who was last saved by an earlier release, which kept no mailboxes, is found among
 * everybody.
 */
export async function staffAt(
  deps: Reach & { readonly people: Pick<PeopleTable, 'withMailbox'> },
  email: string,
): Promise<Person | undefined> {
  const mailbox = mailboxOf(email);
  const known = await deps.people.withMailbox(mailbox);
  if (known && known.roles.length > 0) return known;
  return (await everybody(deps)).find((person) => mailboxOf(person.email) === mailbox);
}
