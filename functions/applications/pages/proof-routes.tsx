import { lookAtCodeLink, useCodeLink } from '../../codes/enter-code.ts';
import { ContinuePage, UsedLinkPage } from '../../codes/pages/code-link-pages.tsx';
import { AddressForm, type ProofPlace } from '../../codes/pages/code-pages.tsx';
import { forgetCode, type ProofDependencies, showCode, takeAddress, takeCode } from '../../codes/pages/proofs.tsx';
import { otherIsOpen } from '../../forms/pages/later-pages.tsx';
import { pagesOf } from '../../forms/round-form.ts';
import { NothingPage } from '../../rounds/pages/nothing-page.tsx';
import { badLinkPage } from '../../rounds/pages/open-again.tsx';
import { type Round, roundPhase } from '../../rounds/round.ts';
import { roundIn } from '../../rounds/round-in-path.ts';
import type { Session } from '../../sessions/session.ts';
import type { Text } from '../../shared/i18n.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { formIn } from '../../shared/pages/shown.ts';
import { newId } from '../../shared/random.ts';
import { startApplication } from '../start-application.ts';
import { keepCredential, openedBy, type PagesDependencies } from './context.ts';

const words = {
  title: { ko: '이메일 주소 확인', en: 'Confirm your email address' },
  lead: {
    ko: '지원과 관련된 모든 안내를 받으실 이메일 주소를 입력해 주십시오. 그 주소로 여섯 자리 인증 번호를 보내 드립니다. 작성 중이거나 제출하신 지원서가 있으면 인증하신 뒤 바로 열립니다. 이메일을 쓸 수 없으시면 아래 문의 전화로 알려 주십시오. 담당자가 지원을 도와 드립니다.',
    en: 'Enter the email address where you want to hear from us. We will send a six-digit code to it. If you have already started or sent an application, it opens once you have entered the code. If you cannot use email, call the number below: our team will help you to apply.',
  },
} as const satisfies Record<string, Text>;

type Needed = PagesDependencies & ProofDependencies;

/** What stands in front of a round as what a proof is about. */
const aboutRound = (round: Pick<Round, 'id'>): string => `round:${round.id}`;

/** From a round to the own application in it: the address, its code, the link of the mail. */
export function proofRoutes(deps: Needed, roundOf: (request: PageRequest) => Promise<Round>): PageRoute[] {
  const at =
    (page: (place: ProofPlace & { readonly round: Round }, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest) => {
      const round = await roundOf(request);
      if (roundPhase(round, request.now) === 'BEFORE') return seeOther(`/rounds/${round.id}`);
      return page(
        {
          ...words,
          round,
          eyebrow: round.title,
          contact: round.contact,
          lang: request.lang,
          base: `/rounds/${round.id}`,
          hidden: {},
        },
        request,
      );
    };
  const roundOfChallenge = async (about: string): Promise<Round | undefined> =>
    about.startsWith('round:') ? deps.rounds.current(about.slice('round:'.length)) : undefined;
  const path = ({ challenge = '', mac = '' }: PageRequest['params']) => ({ id: challenge, mac });

  return [
    {
      method: 'GET',
      path: '/rounds/{round}/address',
      page: at(async (place, request) => {
        const begins = request.query.begin === 'yes';
        if (begins && !(await mayBegin(deps, place.round, request))) return seeOther(place.base);
        return html(<AddressForm {...place} typed={{}} errors={[]} />);
      }),
    },
    {
      method: 'POST',
      path: '/rounds/{round}/address',
      page: at((place, request) => takeAddress(deps, place, aboutRound(place.round), request)),
    },
    {
      method: 'GET',
      path: '/rounds/{round}/code',
      page: at((place, request) => showCode(deps, place, aboutRound(place.round), request)),
    },
    {
      method: 'POST',
      path: '/rounds/{round}/code',
      page: at(async (place, request) => {
        const taken = await takeCode(deps, place, aboutRound(place.round), request);
        return 'page' in taken ? taken.page : openFor(deps, place.round, taken.email, 'code', request);
      }),
    },
    {
      method: 'GET',
      path: '/continue/{challenge}/{mac}',
      page: async (request) => {
        const { lang, now, params } = request;
        const found = await lookAtCodeLink(deps, path(params), now);
        const round = found.kind === 'bad' ? undefined : await roundOfChallenge(found.challenge.about);
        if (found.kind === 'bad' || !round) return badLinkPage(lang, await deps.rounds.list());
        if (found.kind === 'over') return html(<UsedLinkPage {...usedLink(round)} lang={lang} />, { status: 410 });
        const warning = (await openedBy(deps, request)) && otherIsOpen;
        const { email } = found.challenge;
        return html(
          <ContinuePage
            {...{ lang, warning, email, path: request.path, form: newId(deps.random) }}
            eyebrow={round.title}
            contact={round.contact}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: '/continue/{challenge}/{mac}',
      page: async (request) => {
        const { form, lang, now, params } = request;
        const seen = await lookAtCodeLink(deps, path(params), now);
        const round = seen.kind === 'bad' ? undefined : await roundOfChallenge(seen.challenge.about);
        if (!round) return badLinkPage(lang, await deps.rounds.list());
        const used = await useCodeLink(deps, { ...path(params), form: formIn(form) }, now);
        if (used.kind !== 'good') return html(<UsedLinkPage {...usedLink(round)} lang={lang} />, { status: 410 });
        return openFor(deps, round, used.challenge.email, 'link', request);
      },
    },
  ];
}

const usedLink = ({ id, contact }: Round) => ({ contact, ask: `/rounds/${id}/address` });

/** Opens the own application in this browser, for whoever has just proved the address. */
async function openFor(
  deps: Needed,
  round: Round,
  email: string,
  begunBy: Session['begunBy'],
  { lang, now }: PageRequest,
): Promise<PageResponse> {
  const application = await startApplication(deps, round, { email, lang }, now);
  if (!application)
    return html(<NothingPage {...{ round, lang, now }} />, { status: 404, cookies: [forgetCode(deps)] });
  const { reference, state, createdAt } = application;
  const { secret } = await deps.sessions.begin(reference, begunBy, deps.random, now);
  // Nothing is typed yet in one that is begun at this moment: `/apply` would only lead to its first page.
  const first = createdAt === now ? `/${pagesOf(round)[0]?.id ?? ''}` : '';
  return seeOther(state === 'DRAFT' ? `/apply${first}` : '/application', {
    cookies: [keepCredential(deps, { kind: 'session', reference, secret }), forgetCode(deps)],
  });
}

/** Whether one may begin from the page of a round: not if the browser has one open, which may be somebody else's. */
export const mayBegin = async (deps: PagesDependencies, round: Round, request: PageRequest): Promise<boolean> =>
  roundPhase(round, request.now) === 'OPEN' && (await openedBy(deps, request))?.round.id !== round.id;

/** A round that an address names. */
export const roundsById =
  (deps: Pick<PagesDependencies, 'rounds'>) =>
  async (request: PageRequest): Promise<Round> => {
    const round = await roundIn(deps, request);
    if (!round) throw new PageFault(404);
    return round;
  };
