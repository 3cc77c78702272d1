import type { Person } from '../people/person.ts';
import type { PersonRequest } from './request.ts';

/**
 * What somebody of the staff has to do with what a request is about. `surely`: it could affect them or their own, and
 * they are not asked; `perhaps`: it only looks like it, and they are asked if nobody else is left.
 */
export type Interest = 'surely' | 'perhaps';

export type InterestOf = (person: Person) => Promise<Interest | undefined>;

/** Handed over by app/, since ideas do not know what requests are about. What was read is kept for everybody. */
export type InterestsIn = (request: Pick<PersonRequest, 'subject'>) => InterestOf;
