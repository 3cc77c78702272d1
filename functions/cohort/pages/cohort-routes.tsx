import { pastLinkPage } from '../../requests/pages/link-pages.tsx';
import type { Round } from '../../rounds/round.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { accessed, html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { cohortOf } from '../cohort.ts';
import { type CohortLinkState, openCohortLink } from '../cohort-link.ts';
import type { Dependencies } from '../dependencies.ts';
import { downloadCohort } from '../download-cohort.ts';
import type { Statistics } from '../statistics.ts';
import { CohortPage, leftCohortPage, unknownCohortPage } from './cohort-page.tsx';
import { StatisticsPage } from './statistics-page.tsx';

interface Opened {
  readonly link: Extract<CohortLinkState, { kind: 'current' }>;
  readonly round: Round;
  readonly statistics: Statistics;
  readonly path: string;
}

/** A confirmed cohort for its managers and the institutions, and the numbers of the round. */
export function cohortRoutes(
  deps: Pick<Dependencies, 'applications' | 'commit' | 'people' | 'rounds' | 'seats' | 'statistics'> & {
    readonly verifyLink: VerifyLink;
  },
): PageRoute[] {
  const byLink =
    (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest): Promise<PageResponse> => {
      const { key = '', mac = '' } = request.params;
      const link = await openCohortLink(deps, key, mac);
      if (link.kind === 'left') return leftCohortPage(request.lang);
      if (link.kind === 'renewed') return pastLinkPage(request.lang, link.kind);
      if (link.kind === 'unknown') return unknownCohortPage(request.lang);
      const [round, statistics] = await Promise.all([
        deps.rounds.current(link.roundId),
        deps.statistics.get(link.roundId),
      ]);
      if (!round || !statistics) return unknownCohortPage(request.lang);
      const response = await page({ link, round, statistics, path: `/c/${key}/${mac}` }, request);
      return accessed(response, { account: link.person.id, of: round.id, task: `cohort-${link.view}` });
    };

  return [
    {
      method: 'GET',
      path: '/c/{key}/{mac}',
      page: byLink(async ({ link, round, statistics, path }, { lang }) => {
        const members = await cohortOf(deps, round.id, statistics.capacity);
        return html(<CohortPage {...{ round, statistics, members, view: link.view, path, lang }} />);
      }),
    },
    {
      method: 'GET',
      path: '/c/{key}/{mac}/statistics',
      page: byLink(async ({ link, round, statistics, path }, { lang }) =>
        html(<StatisticsPage {...{ round, statistics, view: link.view, path, lang }} />),
      ),
    },
    {
      method: 'POST',
      path: '/c/{key}/{mac}/cohort.csv',
      page: byLink(async ({ link, round, statistics }, { lang, now }) => {
        const members = await cohortOf(deps, round.id, statistics.capacity);
        const given = { roundId: round.id, person: link.person.id, view: link.view, members, lang };
        return fileOf(
          await downloadCohort(deps, given, now),
          `${round.id}-cohort${statistics.revised ? `-${statistics.revised.number}` : ''}.csv`,
        );
      }),
    },
  ];
}

const fileOf = (csv: string, name: string): PageResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  },
  body: csv,
});
