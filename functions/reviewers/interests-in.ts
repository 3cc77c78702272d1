import type { Dependencies } from '../applications/dependencies.ts';
import { mailsGoToOffice } from '../applications/identity.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { foldedName } from '../rounds/in-round.ts';
import { Fault } from '../shared/errors.ts';
import { once } from '../shared/once.ts';
import { interestOf } from './conflicts.ts';
import { applicantsOf, appliesIn, asJudge, type ReviewerRecords } from './round-reviewers.ts';

/**
 * What the staff has to do with the application that a request is about: the applicant is one of theirs, or it is their
 * own, or another one in a round in which they apply too, or they declared a conflict with it while they reviewed.
 * Nothing, for what is about no application.
 */
export const interestsIn =
  (deps: Pick<Dependencies, 'applications' | 'rounds'>, records: ReviewerRecords): InterestsIn =>
  ({ subject }) => {
    const about = once(() => applicationAbout(deps, subject));
    return async (person) => {
      const found = await about();
      if (!found) return undefined;
      if (found.helpedBy === person.id) return 'surely';
      const namesake = foldedName(person.name) === found.nameFolded;
      // Nobody has proved an address: the name is all that tells whose it is.
      if (namesake && found.atOffice) return 'surely';
      const record = await records.reviewer(found.roundId, person.id);
      const interest = interestOf(found.applicant, asJudge({ person, record }));
      if (interest && interest !== 'in-doubt') return 'surely';
      if (await appliesIn(deps, found.roundId, person.email)) return 'surely';
      return interest || namesake ? 'perhaps' : undefined;
    };
  };

async function applicationAbout(deps: Pick<Dependencies, 'applications' | 'rounds'>, reference: string) {
  const application = await deps.applications.get(reference);
  if (!application || application.erasedAt) return undefined;
  const { roundId, roundVersion } = application;
  const round = await deps.rounds.version(roundId, roundVersion);
  if (!round) throw new Fault('RoundMissing', { round: roundId, version: roundVersion });
  const [applicant] = await applicantsOf(deps, round, [application]);
  return (
    applicant && {
      applicant,
      roundId,
      helpedBy: application.help?.by,
      nameFolded: foldedName(application.name ?? ''),
      atOffice: mailsGoToOffice(application),
    }
  );
}
