import { type SessionDependencies, withSent } from '../../applications/pages/context.ts';
import { calendarOf } from '../../rounds/calendar.ts';
import type { Round } from '../../rounds/round.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { attachment, calendarType, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import { mailOfferAgain } from '../mail-offer-again.ts';

const calendarFile = async (round: Round, ...rest: [PageRequest['lang'], PageRequest['now']]): Promise<PageResponse> =>
  attachment(`${round.id}.ics`, calendarType, await calendarOf(round, ...rest));

/** What an applicant with a place can do from their status page. */
export const placeRoutes = (deps: SessionDependencies & Pick<Dependencies, 'requests' | 'seats'>): PageRoute[] => [
  {
    method: 'POST',
    path: '/application/offer',
    page: withSent(deps, async ({ application }, { now }) => {
      await mailOfferAgain(deps, application.reference, now);
      return seeOther('/application');
    }),
  },
  {
    method: 'GET',
    path: '/application/calendar',
    page: withSent(deps, async ({ application, round }, { lang, now }) => {
      const place = await deps.seats.place(application.reference);
      return place?.state === 'ACCEPTED' ? calendarFile(round, lang, now) : seeOther('/application');
    }),
  },
];
