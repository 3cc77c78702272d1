import { deskPage } from '../../desk/pages/desk-page.tsx';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { parseShard } from '../../rounds/in-round.ts';
import { keptFrom } from '../../screening/kept-from.ts';
import { roundSubject } from '../../selection/admission.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { accessed } from '../../shared/pages/request.ts';
import type { CaseworkDependencies } from '../casework-dependencies.ts';
import { mostOnPage, roundInterests } from '../round-interests.ts';
import { caseworkPaths } from './casework-paths.ts';
import { InterestsView, interestsWords as words } from './interests-page.tsx';
import { ofApplications } from './round-access.tsx';

/**
 * The conflicts of interest that were found in a round, to be looked through: without the applications from which whoever
 * looks is kept themselves.
 */
export const interestsRoute = (deps: CaseworkDependencies): PageRoute => ({
  method: 'GET',
  path: caseworkPaths.conflicts('{round}'),
  page: ofApplications(deps, async ({ desk, round }, { lang, now, query }) => {
    const from = parseShard(query.from);
    const { found: all, deciding, next } = await roundInterests(deps, round, { from, most: mostOnPage });
    const applications = await deps.applications.many([...new Set(all.map(({ reference }) => reference))]);
    const hidden = await keptFrom(deps, desk.person, round, applications);
    const found = all.filter(({ reference }) => !hidden.has(reference));
    const references = [...new Set(found.map(({ reference }) => reference))];
    if (references.length > 0) {
      await recordDeskRead(deps, desk, { of: roundSubject(round.id), task: 'conflicts', references }, now);
    }
    const page = deskPage({
      desk,
      lang,
      title: words.title[lang],
      lead: `${round.title[lang]}. ${words.lead[lang]}`,
      children: <InterestsView {...{ round: round.id, found, deciding, next, isFirst: from === 0, lang }} />,
    });
    return accessed(page, { account: desk.person.id, of: round.id, task: 'conflicts' });
  }),
});
