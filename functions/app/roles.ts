import { peopleRoles, type Role } from '../people/person.ts';
import * as brought from './ports-brought.ts';

/** All roles that somebody of the staff may have. */
export const roles: readonly Role[] = [
  ...peopleRoles,
  ...Object.values(brought).flatMap((ports): readonly Role[] => ('roles' in ports ? ports.roles : [])),
];
