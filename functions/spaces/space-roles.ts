import type { Person } from '../people/person.ts';

/** Who gives spaces away, and confirms that they are returned. */
export const spaceManagers = ['lab-manager'] as const;

export const managesSpaces = ({ roles }: Pick<Person, 'roles'>): boolean =>
  spaceManagers.some((role) => roles.includes(role));
