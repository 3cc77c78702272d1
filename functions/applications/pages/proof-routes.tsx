import { lookAtCodeLink, useCodeLink } from '../../codes/enter-code.ts';
import { type Round, roundPhase } from '../../rounds/round.ts';
import type { Session } from '../../sessions/session.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { startApplication } from '../start-application.ts';
import { AddressForm, ContinuePage, NothingPage, type ProofPlace, UsedLinkPage } from './code-pages.tsx';
import { keepCredential, openedBy, type PagesDependencies } from './context.ts';
import { badLinkPage } from './problems.tsx';
import { forgetCode, type ProofDependencies, showCode, takeAddress, takeCode } from './proofs.tsx';

type Needed = PagesDependencies & ProofDependencies;

/** What stands in front of a round as what a proof is about. */
const aboutRound = (round: Pick<Round, 'id'>): string => `round:${round.id}`;

/** From a round to the own application in it: the address, its code, the link of the mail. */
export function proofRoutes(deps: Needed, roundOf: (request: PageRequest) => Promise<Round>): PageRoute[] {
  const at =
    (page: (place: ProofPlace, request: PageRequest) => Promise<PageResponse>) => async (request: PageRequest) => {
      const round = await roundOf(request);
      if (roundPhase(round, request.now) === 'BEFORE') return seeOther(`/rounds/${round.id}`);
      return page({ kind: 'begin', round, lang: request.lang, base: `/rounds/${round.id}`, hidden: {} }, request);
    };
  const roundOfChallenge = async (about: string): Promise<Round | undefined> =>
    about.startsWith('round:') ? deps.rounds.current(about.slice('round:'.length)) : undefined;
  const path = ({ challenge = '', mac = '' }: PageRequest['params']) => ({ id: challenge, mac });

  return [
    {
      method: 'GET',
      path: '/rounds/{round}/address',
      page: at(async (place) => html(<AddressForm {...place} typed={{}} errors={[]} />)),
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
      path: '/c/{challenge}/{mac}',
      page: async (request) => {
        const { lang, now, params } = request;
        const found = await lookAtCodeLink(deps, path(params), now);
        const round = found.kind === 'bad' ? undefined : await roundOfChallenge(found.challenge.about);
        if (found.kind === 'bad' || !round) return badLinkPage(lang, await deps.rounds.list());
        if (found.kind === 'over') return html(<UsedLinkPage round={round} lang={lang} />, { status: 410 });
        const other = (await openedBy(deps, request)) !== undefined;
        return html(<ContinuePage {...{ round, lang, other, path: request.path, email: found.challenge.email }} />);
      },
    },
    {
      method: 'POST',
      path: '/c/{challenge}/{mac}',
      page: async (request) => {
        const { lang, now, params } = request;
        const seen = await lookAtCodeLink(deps, path(params), now);
        const round = seen.kind === 'bad' ? undefined : await roundOfChallenge(seen.challenge.about);
        if (!round) return badLinkPage(lang, await deps.rounds.list());
        const used = await useCodeLink(deps, path(params), now);
        if (used.kind !== 'good') return html(<UsedLinkPage round={round} lang={lang} />, { status: 410 });
        return openFor(deps, round, used.challenge.email, 'link', request);
      },
    },
  ];
}

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
    return html(<NothingPage round={round} lang={lang} />, { status: 404, cookies: [forgetCode(deps)] });
  const { reference, state } = application;
  const { secret } = await deps.sessions.begin(reference, begunBy, deps.random, now);
  return seeOther(state === 'DRAFT' ? '/apply' : '/application', {
    cookies: [keepCredential(deps, { kind: 'session', reference, secret }), forgetCode(deps)],
  });
}

/** A round that an address names. */
export const roundsById =
  (deps: Pick<PagesDependencies, 'rounds'>) =>
  async (request: PageRequest): Promise<Round> => {
    // What else stands in an address is no round, and too long a key would be a fault of the table.
    const { round: id = '' } = request.params;
    const round = /^[a-z0-9-]{1,200}$/.test(id) ? await deps.rounds.current(id) : undefined;
    if (!round) throw new PageFault(404);
    return round;
  };
