import { deskPage } from '../../desk/pages/desk-page.tsx';
import { peopleNames } from '../../people/people-names.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import type { CaseworkDependencies } from '../casework-dependencies.ts';
import { maySeeRound } from '../may-see.ts';
import { applicationRoutes } from './application-routes.tsx';
import { caseworkPaths } from './casework-paths.ts';
import { roundWords as words } from './casework-words.ts';
import { interestsRoute } from './interests-route.tsx';
import { forCaseworkers, ofRound } from './round-access.tsx';
import { RoundView } from './round-page.tsx';
import { RoundsView } from './rounds-page.tsx';

/** Rounds and their applications, for the managers of their programmes and operators. */
export function caseworkRoutes(deps: CaseworkDependencies): PageRoute[] {
  return [
    {
      method: 'GET',
      path: caseworkPaths.rounds,
      page: forCaseworkers(deps, async (desk, { lang, now }) => {
        const seen = (await deps.rounds.list()).filter((round) => maySeeRound(desk.person, round));
        const rounds = await Promise.all(
          seen.toReversed().map(async (round) => {
            const [admission, counts] = await Promise.all([deps.admissions.get(round.id), deps.counts.get(round.id)]);
            return { round, admission, counts };
          }),
        );
        return deskPage({
          desk,
          lang,
          current: caseworkPaths.rounds,
          title: words.rounds[lang],
          lead: words.roundsLead[lang],
          children: <RoundsView {...{ rounds, now, lang }} />,
        });
      }),
    },
    {
      method: 'GET',
      path: caseworkPaths.round('{round}'),
      page: ofRound(deps, async ({ desk, round, admission, sight }, { lang, now }) => {
        const counts = await deps.counts.get(round.id);
        const names = await peopleNames(deps, counts?.waits.map(({ person }) => person) ?? []);
        return deskPage({
          desk,
          lang,
          title: round.title[lang],
          children: (
            <RoundView
              {...{ round, admission, counts, names, now, lang }}
              kinds={deps.kinds}
              mayList={sight === 'all'}
            />
          ),
        });
      }),
    },
    interestsRoute(deps),
    ...applicationRoutes(deps),
  ];
}
