import { isDeepStrictEqual } from 'node:util';
import { calendarOf } from '../../seats/calendar.ts';
import { mailOfferAgain } from '../../seats/mail-offer-again.ts';
import { words as placeWords } from '../../seats/pages/place-texts.ts';
import { standingOf } from '../../seats/standing.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type ApplicationState, asCancelled, nextState } from '../application.ts';
import { mailQuestionAgain } from '../mail-link.ts';
import { presentRequest } from '../open-requests.ts';
import { withdrawApplication } from '../withdraw-application.ts';
import { forgetCredential, type Opened, type PagesDependencies, withApplication } from './context.ts';
import { AnswersPage, StatusPage, WithdrawPage } from './status.tsx';

/** States in which it would be untrue to say that the application has just been sent. */
const ended: readonly ApplicationState[] = ['REFUSED', 'WITHDRAWN'];

const calendarFile = (round: Opened['round'], ...rest: [PageRequest['lang'], PageRequest['now']]): PageResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Disposition': `attachment; filename="${round.id}.ics"`,
    'Cache-Control': 'no-store',
  },
  body: calendarOf(round, ...rest),
});

/** After sending: where the application stands, its answers, its withdrawal. */
export function statusRoutes(deps: PagesDependencies): PageRoute[] {
  const sent = (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) =>
    withApplication(deps, async (opened, request) =>
      opened.application.state === 'DRAFT'
        ? seeOther('/apply')
        : page({ ...opened, application: asCancelled(opened.application, opened.round) }, request),
    );
  const status = async (opened: Opened, { now, lang }: PageRequest, justSent: boolean): Promise<PageResponse> => {
    const { application } = opened;
    const [standing, request, draft, version] = await Promise.all([
      standingOf(deps, application, now),
      presentRequest(deps, application),
      deps.applications.draft(application.reference),
      deps.applications.version(application.reference, application.version),
    ]);
    const unsent = !isDeepStrictEqual(draft.typed, version?.typed);
    return html(
      <StatusPage {...opened} {...{ request, standing, now, lang, justSent: justSent && !standing, unsent }} />,
    );
  };
  return [
    { method: 'GET', path: '/application', page: sent((opened, request) => status(opened, request, false)) },
    {
      method: 'GET',
      path: '/application/sent',
      page: sent((opened, request) => status(opened, request, !ended.includes(opened.application.state))),
    },
    {
      method: 'GET',
      path: '/application/answers',
      page: withApplication(deps, async ({ application, round }, { lang }) => {
        const version =
          application.version > 0
            ? await deps.applications.version(application.reference, application.version)
            : undefined;
        const typed = version?.typed ?? (await deps.applications.draft(application.reference)).typed;
        const made = version ? await deps.rounds.version(round.id, version.roundVersion) : undefined;
        return html(<AnswersPage round={made ?? round} typed={typed} sent={version !== undefined} lang={lang} />);
      }),
    },
    {
      method: 'GET',
      path: '/application/withdraw',
      page: sent(async ({ application, round }, { lang, now }) => {
        if (!nextState(application.state, 'withdraw')) return seeOther('/application');
        const standing = await standingOf(deps, application, now);
        const follows = standing?.place.seat ? placeWords.giveUpText : undefined;
        return html(<WithdrawPage {...{ application, round, follows, lang }} />);
      }),
    },
    {
      method: 'POST',
      path: '/application/withdraw',
      page: sent(async ({ application }, { now }) => {
        await withdrawApplication(deps, application.reference, now);
        return seeOther('/application');
      }),
    },
    {
      method: 'POST',
      path: '/application/question',
      page: sent(async ({ application }, { now }) => {
        await mailQuestionAgain(deps, application.reference, now);
        return seeOther('/application');
      }),
    },
    {
      method: 'POST',
      path: '/application/offer',
      page: sent(async ({ application }, { now }) => {
        await mailOfferAgain(deps, application.reference, now);
        return seeOther('/application');
      }),
    },
    {
      method: 'GET',
      path: '/application/calendar',
      page: sent(async ({ application, round }, { lang, now }) => {
        const standing = await standingOf(deps, application, now);
        return standing?.place.state === 'ACCEPTED' ? calendarFile(round, lang, now) : seeOther('/application');
      }),
    },
    {
      method: 'POST',
      path: '/application/leave',
      page: async () => seeOther('/', { cookies: [forgetCredential(deps)] }),
    },
  ];
}
