import type { Person } from '../people/person.ts';
import type { Round } from '../rounds/round.ts';

/** The page of the desk from which officers apply for somebody who cannot use mail, and go on with it. */
export const helpPath = '/desk/help';

/** Whether a round is one of somebody's, who may be asked about its applications and so help to apply in it. */
export const isOfficerOf = ({ intake }: Pick<Round, 'intake'>, person: string): boolean =>
  [intake.officer, intake.deputy, intake.escalation].includes(person);

/** Who helps to apply. */
export const mayHelp = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('intake-officer');
