import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { deskWords } from '../../desk/pages/desk-words.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import type { Round } from '../../rounds/round.ts';
import { roundIn } from '../../rounds/round-in-path.ts';
import type { Admission } from '../../selection/admission.ts';
import type { PageRequest, PageResponse } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import { maySeeRound, maySeeRounds, type Sight, sightOf } from '../may-see.ts';
import { caseworkPaths } from './casework-paths.ts';
import { accessWords, roundWords } from './casework-words.ts';

type Needed = DeskDependencies & Pick<Dependencies, 'admissions' | 'applications' | 'rounds' | 'screenings'>;

/** Whoever looks, and the round that they look at. */
export interface Looking {
  readonly desk: Desk;
  readonly round: Round;
  readonly admission: Admission | undefined;
  readonly sight: Sight;
}

/** A page for those who look after rounds; everybody else signs in, or is told that it is not for them. */
export const forCaseworkers = (
  deps: DeskDependencies,
  page: (desk: Desk, request: PageRequest) => Promise<PageResponse>,
) =>
  withDesk(deps, async (desk, request) =>
    maySeeRounds(desk.person)
      ? page(desk, request)
      : deskRefusal(desk, request.lang, { status: 403, title: deskWords.noRole, text: accessWords.noRoleText }),
  );

/** A page of a round, for those who look after its programme. */
export const ofRound = (deps: Needed, page: (looking: Looking, request: PageRequest) => Promise<PageResponse>) =>
  forCaseworkers(deps, async (desk, request) => {
    const round = await roundIn(deps, request);
    if (!round) {
      return deskRefusal(desk, request.lang, {
        status: 404,
        title: roundWords.noRound,
        text: roundWords.noRoundText,
        back: { href: caseworkPaths.rounds, label: roundWords.back },
      });
    }
    if (!maySeeRound(desk.person, round)) {
      return deskRefusal(desk, request.lang, {
        status: 403,
        title: deskWords.noRole,
        text: accessWords.otherProgrammeText,
        back: { href: caseworkPaths.rounds, label: roundWords.back },
      });
    }
    const admission = await deps.admissions.get(round.id);
    return page({ desk, round, admission, sight: await sightOf(deps, desk.person, round, admission) }, request);
  });

/** A page that shows applications of a round: not to those who judge them blindly, nor to one of the applicants. */
export const ofApplications = (deps: Needed, page: (looking: Looking, request: PageRequest) => Promise<PageResponse>) =>
  ofRound(deps, async (looking, request) => {
    if (looking.sight === 'all') return page(looking, request);
    const text = { blind: accessWords.blindText, applies: accessWords.appliesText }[looking.sight];
    return deskRefusal(looking.desk, request.lang, {
      status: 403,
      title: deskWords.noRole,
      text,
      back: { href: caseworkPaths.round(looking.round.id), label: roundWords.backToRound },
    });
  });
