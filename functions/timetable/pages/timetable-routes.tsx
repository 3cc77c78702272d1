import type { VerifyLink } from '../../shared/links.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { attachment, calendarType, html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { calendarFeed } from '../calendar-feed.ts';
import type { Dependencies } from '../dependencies.ts';
import { openTimetableLink } from '../timetable-link.ts';
import { noTimetablePage, TimetablePage, type TimetableProps } from './timetable-page.tsx';

/** The timetable of a cohort and its calendar feed, for who has a link. */
export function timetableRoutes(
  deps: Pick<Dependencies, 'applications' | 'people' | 'rounds' | 'seats' | 'timetables'> & {
    readonly verifyLink: VerifyLink;
    readonly baseUrl: string;
  },
): PageRoute[] {
  const byLink =
    (page: (opened: TimetableProps) => Promise<PageResponse>) =>
    async ({ params, lang, now }: PageRequest): Promise<PageResponse> => {
      const { key = '', mac = '' } = params;
      const link = await openTimetableLink(deps, key, mac);
      if (link.kind !== 'current') return noTimetablePage(lang, link.kind);
      const [round, timetable] = await Promise.all([
        deps.rounds.current(link.cohort),
        deps.timetables.get(link.cohort),
      ]);
      if (!round || !timetable) return noTimetablePage(lang, 'unknown');
      return page({ round, timetable, path: `/t/${key}/${mac}`, baseUrl: deps.baseUrl, now, lang });
    };

  return [
    {
      method: 'GET',
      path: '/t/{key}/{mac}',
      page: byLink(async (opened) => html(<TimetablePage {...opened} />)),
    },
    {
      method: 'GET',
      path: '/t/{key}/{mac}/lessons.ics',
      page: byLink(async ({ round, timetable, lang }) =>
        attachment(`${round.id}-lessons.ics`, calendarType, await calendarFeed(timetable, round, lang)),
      ),
    },
  ];
}
