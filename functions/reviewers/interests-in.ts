import type { Dependencies } from '../applications/dependencies.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { Fault } from '../shared/errors.ts';
import { once } from '../shared/once.ts';
import { interestOf } from './conflicts.ts';
import { applicantsOf, appliesIn } from './round-reviewers.ts';

/**
 * What the staff has to do with the application that a request is about: the applicant is one of theirs, or it is their
 * own, or another one in a round in which they apply too. Nothing, for what is about no application.
 */
export const interestsIn =
  (deps: Pick<Dependencies, 'applications' | 'rounds'>): InterestsIn =>
  ({ subject }) => {
    const about = once(() => applicationAbout(deps, subject));
    return async (person) => {
      const found = await about();
      if (!found) return undefined;
      const interest = interestOf(found.applicant, { ...person, declared: [] });
      if (interest && interest !== 'in-doubt') return 'surely';
      if (await appliesIn(deps, found.roundId, person.email)) return 'surely';
      return interest ? 'perhaps' : undefined;
    };
  };

async function applicationAbout(deps: Pick<Dependencies, 'applications' | 'rounds'>, reference: string) {
  const application = await deps.applications.get(reference);
  if (!application || application.erasedAt) return undefined;
  const { roundId, roundVersion } = application;
  const round = await deps.rounds.version(roundId, roundVersion);
  if (!round) throw new Fault('RoundMissing', { round: roundId, version: roundVersion });
  const [applicant] = await applicantsOf(deps, round, [application]);
  return applicant && { applicant, roundId };
}
