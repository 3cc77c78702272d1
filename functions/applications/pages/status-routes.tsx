import { isDeepStrictEqual } from 'node:util';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type ApplicationState, nextState } from '../application.ts';
import { leave, signOutElsewhere } from '../end-sessions.ts';
import { mailQuestionAgain } from '../mail-link.ts';
import { presentRequest } from '../open-requests.ts';
import { withdrawApplication } from '../withdraw-application.ts';
import type { ResultOf } from './applicant-result.ts';
import {
  credentialOf,
  forgetCredential,
  isAtDesk,
  keepCredential,
  type Opened,
  type PagesDependencies,
  withApplication,
  withDraft,
  withSent,
} from './context.ts';
import { AnswersPage, StatusPage } from './status.tsx';
import { WithdrawPage } from './withdraw-page.tsx';

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
    const [result, request, draft, version, bounces] = await Promise.all([
      deps.resultOf(application, round, now),
      presentRequest(deps, application),
      deps.applications.draft(application.reference),
      deps.applications.version(application.reference, application.version),
      deps.addresses.problemOf(application.email ?? ''),
    ]);
    const unsent = !isDeepStrictEqual(draft.typed, version?.typed);
    const more = { request, result, now, lang, unsent, alone, bounces, justSent: justSent && !result };
    return html(<StatusPage {...opened} {...more} atDesk={isAtDesk(opened)} />);
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
      page: withDraft(deps, async ({ application, round }, { lang }, draft) => {
        const version =
          application.version > 0
            ? await deps.applications.version(application.reference, application.version)
            : undefined;
        const typed = version?.typed ?? draft.typed;
        const made = version ? await deps.rounds.version(round.id, version.roundVersion) : undefined;
        return html(<AnswersPage round={made ?? round} typed={typed} sent={version !== undefined} lang={lang} />);
      }),
    },
    {
      method: 'GET',
      path: '/application/withdraw',
      page: sent(async ({ application, round }, { lang, now }) => {
        if (!nextState(application.state, 'withdraw')) return seeOther('/application');
        const result = await deps.resultOf(application, round, now);
        if (result && !result.open) return seeOther('/application');
        return html(<WithdrawPage {...{ application, round, follows: result?.givesUp, lang }} />);
      }),
    },
    {
      method: 'POST',
      path: '/application/withdraw',
      page: sent(async ({ application, by }, { now }) => {
        await withdrawApplication(deps, application.reference, now, { by });
        return seeOther('/application');
      }),
    },
    {
      method: 'POST',
      path: '/application/question',
      page: sent(async ({ application, by }, { now }) => {
        await mailQuestionAgain(deps, application.reference, now, by);
        return seeOther('/application');
      }),
    },
    {
      method: 'POST',
      path: '/application/leave',
      page: async (request) => {
        await leave(deps, credentialOf(deps, request), request.now);
        return seeOther('/', { cookies: forgetCredential(deps) });
      },
    },
    {
      method: 'POST',
      path: '/application/sign-out-elsewhere',
      page: withApplication(deps, async (opened, { now }) => {
        const { reference } = opened.application;
        if (isAtDesk(opened)) return seeOther('/application');
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
