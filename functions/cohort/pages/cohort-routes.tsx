import type { DeskDependencies } from '../../desk/open-desk.ts';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import type { Person } from '../../people/person.ts';
import { pastLinkPage } from '../../requests/pages/link-pages.tsx';
import type { Round } from '../../rounds/round.ts';
import { roundIdIn } from '../../rounds/round-in-path.ts';
import { roundSubject } from '../../selection/admission.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import {
  accessed,
  attachment,
  csvType,
  html,
  type PageRequest,
  type PageResponse,
} from '../../shared/pages/request.ts';
import type { Instant } from '../../shared/time.ts';
import { cohortOf } from '../cohort.ts';
import { type CohortView, openCohortLink, viewOfCohort } from '../cohort-link.ts';
import type { Dependencies } from '../dependencies.ts';
import { downloadCohort, shownTo } from '../download-cohort.ts';
import type { Statistics } from '../statistics.ts';
import { CohortPage, leftCohortPage, unknownCohortPage } from './cohort-page.tsx';
import { cohortsPath } from './cohort-paths.ts';
import { cohortsAtDesk, forReaders, noCohortAtDesk } from './cohorts-at-desk.tsx';
import { StatisticsPage } from './statistics-page.tsx';

interface Opened {
  readonly person: Person;
  readonly view: CohortView;
  readonly round: Round;
  readonly statistics: Statistics;
  readonly path: string;
  /** Records that the people on the list are read, before they are shown; by a link, the line of access is the record. */
  readonly recordRead: (references: readonly string[], now: Instant) => Promise<void>;
}

/** How somebody comes to a cohort: those who may not see it get another page. */
type Opening = (
  page: (opened: Opened, request: PageRequest) => Promise<PageResponse>,
) => (request: PageRequest) => Promise<PageResponse>;

export type CohortPagesDependencies = DeskDependencies &
  Pick<Dependencies, 'applications' | 'commit' | 'people' | 'rounds' | 'seats' | 'statistics'> & {
    readonly verifyLink: VerifyLink;
  };

/** A confirmed cohort for its managers and the institutions, and the numbers of the round: by their link, or at the desk. */
export function cohortRoutes(deps: CohortPagesDependencies): PageRoute[] {
  const show = async (
    {
      person,
      roundId,
      path,
      recordRead,
    }: Pick<Opened, 'person' | 'path'> & {
      readonly roundId: string;
      readonly recordRead: (view: CohortView) => Opened['recordRead'];
    },
    page: Parameters<Opening>[0],
    request: PageRequest,
  ): Promise<PageResponse | undefined> => {
    const [round, statistics] = await Promise.all([deps.rounds.current(roundId), deps.statistics.get(roundId)]);
    const view = round && statistics && viewOfCohort(person, round, statistics);
    if (!view) return undefined;
    const response = await page({ person, view, round, statistics, path, recordRead: recordRead(view) }, request);
    return accessed(response, { account: person.id, of: round.id, task: `cohort-${view}` });
  };

  const byLink: Opening = (page) => async (request) => {
    const { key = '', mac = '' } = request.params;
    const link = await openCohortLink(deps, key, mac);
    if (link.kind === 'left') return leftCohortPage(request.lang);
    if (link.kind === 'renewed') return pastLinkPage(request.lang, link.kind);
    if (link.kind === 'unknown') return unknownCohortPage(request.lang);
    const opened = { ...link, path: `/c/${key}/${mac}`, recordRead: () => async () => undefined };
    return (await show(opened, page, request)) ?? unknownCohortPage(request.lang);
  };

  const atDesk: Opening = (page) =>
    forReaders(deps, async (desk, _view, request) => {
      const { person } = desk;
      const roundId = roundIdIn(request);
      if (roundId === undefined) return noCohortAtDesk(desk, request.lang);
      const recordRead =
        (view: CohortView): Opened['recordRead'] =>
        (references, now) =>
          recordDeskRead(deps, { person }, { of: roundSubject(roundId), task: `cohort-${view}`, references }, now);
      const opened = { person, roundId, path: `${cohortsPath}/${roundId}`, recordRead };
      return (await show(opened, page, request)) ?? noCohortAtDesk(desk, request.lang);
    });

  const pagesBelow = (path: string, opening: Opening): PageRoute[] => [
    {
      method: 'GET',
      path,
      page: opening(async ({ round, statistics, view, path: own, recordRead }, { lang, now }) => {
        const members = await cohortOf(deps, round.id, statistics.capacity);
        const references = shownTo(view, members).map(({ reference }) => reference);
        await recordRead(references, now);
        return html(<CohortPage {...{ round, statistics, members, view, path: own, lang }} />);
      }),
    },
    {
      method: 'GET',
      path: `${path}/statistics`,
      page: opening(async ({ round, statistics, view, path: own }, { lang }) =>
        html(<StatisticsPage {...{ round, statistics, view, path: own, lang }} />),
      ),
    },
    {
      method: 'POST',
      path: `${path}/cohort.csv`,
      page: opening(async ({ person, view, round, statistics }, { lang, now }) => {
        const members = await cohortOf(deps, round.id, statistics.capacity);
        const given = { roundId: round.id, person: person.id, view, members, lang };
        const name = `${round.id}-cohort${statistics.revised ? `-${statistics.revised.number}` : ''}.csv`;
        return attachment(name, csvType, await downloadCohort(deps, given, now));
      }),
    },
  ];

  return [
    ...pagesBelow('/c/{key}/{mac}', byLink),
    cohortsAtDesk(deps),
    ...pagesBelow(`${cohortsPath}/{round}`, atDesk),
  ];
}
