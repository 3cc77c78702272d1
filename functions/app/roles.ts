import { peopleRoles } from '../people/person.ts';
import type { Role } from '../shared/names.ts';
import * as ports from './ports-brought.ts';

type Brought =
  | (typeof peopleRoles)[number]
  | Extract<(typeof ports)[keyof typeof ports], { readonly roles: unknown }>['roles'][number];
/** A role that the joints name and that nobody brings does not compile. */
type Complete = [Exclude<Role, Brought>] extends [never] ? Role : { readonly nobodyBrings: Exclude<Role, Brought> };

/** All roles that somebody of the staff may have. */
export const roles: readonly Complete[] = [
  ...peopleRoles,
  ...Object.values(ports).flatMap((some): readonly Brought[] => ('roles' in some ? some.roles : [])),
];
