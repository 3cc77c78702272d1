import type { Application } from '../applications/application.ts';
import { isOfficerOf, mayHelp } from '../applications/help.ts';
import type { Person } from '../people/person.ts';
import { appliesIn } from '../reviewers/round-reviewers.ts';
import { managerRoleOf, managerRoles } from '../rounds/manager-role.ts';
import type { Round } from '../rounds/round.ts';
import { keptFrom } from '../screening/kept-from.ts';
import type { Admission } from '../selection/admission.ts';
import type { Role } from '../shared/names.ts';
import type { Dependencies } from './dependencies.ts';

/** Who looks after rounds: the managers of each programme, of theirs, and operators, of all. */
export const caseworkRoles: readonly Role[] = [...managerRoles, 'operator'];

/** Whose scores count: in a blind round they are not to know whose application is whose. */
const judging: readonly Role[] = ['reviewer', 'committee'];

const hasOne = ({ roles }: Pick<Person, 'roles'>, some: readonly Role[]): boolean =>
  some.some((role) => roles.includes(role));

/** Whether somebody sees some rounds and their numbers. */
export const maySeeRounds = (person: Pick<Person, 'roles'>): boolean => hasOne(person, caseworkRoles);

/** Whether somebody sees a round and its numbers: of a programme that they look after, or as an operator. */
export const maySeeRound = (person: Pick<Person, 'roles'>, round: Pick<Round, 'programme'>): boolean =>
  hasOne(person, [managerRoleOf(round), 'operator']);

/** What somebody who looks after rounds sees of the applications of one. */
export type Sight =
  | 'all'
  /** They judge, or have judged, in a blind round whose results are not out. */
  | 'blind'
  /** They apply in it, and would see those who want the same places. */
  | 'applies';

export async function sightOf(
  deps: Pick<Dependencies, 'applications' | 'screenings'>,
  person: Person,
  round: Round,
  admission: Pick<Admission, 'releasedAt'> | undefined,
): Promise<Sight> {
  if (round.admission?.review.blind && !admission?.releasedAt) {
    // What they have sent counts, whatever role they have lost since.
    if (hasOne(person, judging) || (await deps.screenings.reviewer(round.id, person.id))) return 'blind';
  }
  return (await appliesIn(deps, round.id, person.email)) ? 'applies' : 'all';
}

export type SeesDocuments = Pick<Dependencies, 'admissions' | 'applications' | 'screenings'>;

/**
 * Whether somebody has the documents of an application at their desk: the officers who may be asked about it, and whoever
 * sees its case; nobody with a conflict of interest.
 */
export const seesDocuments =
  (deps: SeesDocuments) =>
  async (application: Application, round: Round, person: Person): Promise<boolean> => {
    const isOfficer = mayHelp(person) && isOfficerOf(round, person.id);
    if (!isOfficer) {
      if (!maySeeRound(person, round)) return false;
      const admission = await deps.admissions.get(round.id);
      if ((await sightOf(deps, person, round, admission)) !== 'all') return false;
    }
    return (await keptFrom(deps, person, round, [application])).size === 0;
  };
