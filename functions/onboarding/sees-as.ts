import type { Person } from '../people/person.ts';
import { isHiddenFrom } from '../residencies/hidden-from.ts';
import type { Role } from '../shared/names.ts';
import type { Dependencies } from './dependencies.ts';

/** Whether somebody of the staff sees what belongs to a residency by their role: not who has an interest in the startup. */
export async function seesAs(
  deps: Pick<Dependencies, 'applications' | 'residencies' | 'rounds' | 'screenings'>,
  role: Role,
  id: string,
  person: Person,
): Promise<boolean> {
  const residency = person.roles.includes(role) ? await deps.residencies.get(id) : undefined;
  return residency !== undefined && !(await isHiddenFrom(deps, person, residency));
}
