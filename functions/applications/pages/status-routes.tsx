import { isDeepStrictEqual } from 'node:util';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { accessCookie, readCredential } from '../access.ts';
import { type ApplicationState, nextState } from '../application.ts';
import { leave, signOutElsewhere } from '../end-sessions.ts';
import { mailQuestionAgain } from '../mail-link.ts';
import { presentRequest } from '../open-requests.ts';
import { withdrawApplication } from '../withdraw-application.ts';
import type { ResultOf } from './applicant-result.ts';
import {
  forgetCredential,
  keepCredential,
  type Opened,
  type PagesDependencies,
  withApplication,
  withSent,
} from './context.ts';
import { AnswersPage, StatusPage, WithdrawPage } from './status.tsx';

/** States in which it would be untrue to say that the application has just been sent. */
const ended: readonly ApplicationState[] = ['REFUSED', 'WITHDRAWN'];

/** After sending: where the application stands, its answers, its withdrawal. */
export function statusRoutes(deps: PagesDependencies & { readonly resultOf: ResultOf }): PageRoute[] {
  const sent = (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) => withSent(deps, page);
  const status = async (
    opened: Opened,
    { now, lang }: PageRequest,
    justSent: boolean,
    alone = false,
  ): Promise<PageResponse> => {
    const { application, round } = opened;
    const [result, request, draft, version] = await Promise.all([
      deps.resultOf(application, round, now),
      presentRequest(deps, application),
      deps.applications.draft(application.reference),
      deps.applications.version(application.reference, application.version),
    ]);
    const unsent = !isDeepStrictEqual(draft.typed, version?.typed);
    return html(
      <StatusPage {...opened} {...{ request, result, now, lang, justSent: justSent && !result, unsent, alone }} />,
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
        const follows = (await deps.resultOf(application, round, now))?.givesUp;
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
      path: '/application/leave',
      page: async ({ cookies, now }) => {
        await leave(deps, readCredential(cookies[accessCookie]), now);
        return seeOther('/', { cookies: [forgetCredential(deps)] });
      },
    },
    {
      method: 'POST',
      path: '/application/sign-out-elsewhere',
      page: withApplication(deps, async ({ application: { reference } }, { now }) => {
        const { secret } = await deps.sessions.begin(reference, 'code', deps.random, now);
        await signOutElsewhere(deps, { reference, secret }, now);
        return seeOther('/application/signed-out-elsewhere', {
          cookies: [keepCredential(deps, { kind: 'session', reference, secret })],
        });
      }),
    },
    {
      method: 'GET',
      path: '/application/signed-out-elsewhere',
      page: sent((opened, request) => status(opened, request, false, true)),
    },
  ];
}
