import type { Person } from '../people/person.ts';

/** Who looks after residencies, and who signs for the Lab and reads them. */
export const residencyReaders = ['lab-manager', 'signatory'] as const;

export const maySeeResidencies = ({ roles }: Pick<Person, 'roles'>): boolean =>
  residencyReaders.some((role) => roles.includes(role));

/** Who decides about residencies. */
export const decidesAboutResidencies = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('lab-manager');
