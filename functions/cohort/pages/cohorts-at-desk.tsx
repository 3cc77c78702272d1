import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { deskWords } from '../../desk/pages/desk-words.ts';
import { withDesk } from '../../desk/pages/sign-in.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import type { PageRequest, PageResponse } from '../../shared/pages/request.ts';
import { type CohortView, someCohortViewOf, viewOfCohort } from '../cohort-link.ts';
import type { Dependencies } from '../dependencies.ts';
import { howCounted } from '../how-counted.ts';
import { cohortsPath } from './cohort-paths.ts';
import { cohortWords as words } from './cohort-texts.ts';

/** A page for those who get the list of a cohort; everybody else signs in, or is told whom it is for. */
export const forReaders = (
  deps: DeskDependencies,
  page: (desk: Desk, view: CohortView, request: PageRequest) => Promise<PageResponse>,
) =>
  withDesk(deps, async (desk, request) => {
    const view = someCohortViewOf(desk.person);
    return view
      ? page(desk, view, request)
      : deskRefusal(desk, request.lang, { status: 403, title: deskWords.noRole, text: words.noRoleText });
  });

/** An address of no round, or of one whose cohort is not confirmed. */
export const noCohortAtDesk = (desk: Desk, lang: Lang): PageResponse =>
  deskRefusal(desk, lang, {
    status: 404,
    title: words.noCohort,
    text: words.noCohortText,
    back: { href: cohortsPath, label: words.toCohorts },
  });

/** Every round whose cohort is confirmed, the latest first; for an institution, those that were mailed to who looks. */
export const cohortsAtDesk = (deps: DeskDependencies & Pick<Dependencies, 'rounds' | 'statistics'>): PageRoute => ({
  method: 'GET',
  path: cohortsPath,
  page: forReaders(deps, async (desk, view, { lang }) => {
    const rounds = (await deps.rounds.list()).toReversed();
    const found = await Promise.all(rounds.map(async (round) => ({ round, of: await deps.statistics.get(round.id) })));
    const confirmed = found.flatMap(({ round, of }) =>
      of && viewOfCohort(desk.person, round, of) ? [{ round, taken: of.stages.taken }] : [],
    );
    return deskPage({
      desk,
      current: cohortsPath,
      lang,
      title: words.cohorts[lang],
      lead: words.cohortsLead[lang],
      children:
        confirmed.length === 0 ? (
          <Notice>
            <p>{words[view === 'staff' ? 'noCohorts' : 'noneSent'][lang]}</p>
          </Notice>
        ) : (
          <ul class="desk-list">
            {confirmed.map(({ round, taken }) => (
              <li key={round.id}>
                <a href={`${cohortsPath}/${round.id}`}>{round.title[lang]}</a>
                <p>
                  {words.confirmed[lang]} {howCounted(round).count(taken)[lang]}
                </p>
              </li>
            ))}
          </ul>
        ),
    });
  }),
});
