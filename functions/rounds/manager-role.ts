import type { Role } from '../shared/names.ts';
import type { Round } from './round.ts';

const roles: Readonly<Record<Round['programme'], Role>> = {
  academy: 'academy-manager',
  lab: 'lab-manager',
  pilot: 'academy-manager',
};

/** Whose roles look after the rounds of a programme: they get the list of who takes part, and are told if nobody does. */
export const managerRoleOf = ({ programme }: Pick<Round, 'programme'>): Role => roles[programme];

export const managerRoles: readonly Role[] = [...new Set(Object.values(roles))];
