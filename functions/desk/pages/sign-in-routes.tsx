import { AddressForm, type ProofPlace } from '../../codes/pages/code-pages.tsx';
import { forgetCode, type ProofDependencies, showCode, takeAddress, takeCode } from '../../codes/pages/proofs.tsx';
import type { PeopleTable } from '../../people/people-table.ts';
import { staffAt } from '../../people/staff-at.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { Role } from '../../shared/names.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { deskScope } from '../desk.ts';
import { beginDesk, type DeskDependencies, endDesk, endDeskElsewhere, openDesk } from '../open-desk.ts';
import { deskEyebrow } from './desk-page.tsx';
import { deskPaths } from './desk-paths.ts';
import { wayBack, withDesk } from './sign-in.ts';
import { deskMailWords, signInWords as words } from './sign-in-words.ts';

export type SignInDependencies = Omit<DeskDependencies, 'people'> &
  ProofDependencies & {
    readonly people: Pick<PeopleTable, 'get' | 'idsWithRole' | 'withMailbox'>;
    /** All roles that somebody of the staff may have. */
    readonly roles: readonly Role[];
  };

const own = { scope: deskScope, template: 'desk-code', words: deskMailWords } as const;

const placeIn = (lang: Lang): ProofPlace => ({
  title: words.title,
  lead: words.lead,
  eyebrow: deskEyebrow,
  contact: undefined,
  lang,
  base: deskPaths.list,
  hidden: {},
  anyEnding: true,
  own,
});

/**
 * How a desk is opened and closed. Before an address is proved nothing looks whether it is of somebody of the staff: who
 * mails the code does.
 */
export function signInRoutes(deps: SignInDependencies): PageRoute[] {
  /** Whoever has a desk open needs no other. */
  const unlessOpen =
    (page: (place: ProofPlace, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest): Promise<PageResponse> =>
      (await openDesk(deps, request, request.now)) ? seeOther(deskPaths.list) : page(placeIn(request.lang), request);

  return [
    {
      method: 'GET',
      path: deskPaths.address,
      page: unlessOpen(async (place) => html(<AddressForm {...place} typed={{}} errors={[]} />)),
    },
    {
      method: 'POST',
      path: deskPaths.address,
      page: unlessOpen((place, request) => takeAddress(deps, place, deskScope, request)),
    },
    {
      method: 'GET',
      path: deskPaths.code,
      page: unlessOpen((place, request) => showCode(deps, place, deskScope, request)),
    },
    {
      method: 'POST',
      path: deskPaths.code,
      page: unlessOpen(async (place, request) => {
        const taken = await takeCode(deps, place, deskScope, request);
        return 'page' in taken ? taken.page : signIn(deps, taken.email, request);
      }),
    },
    {
      method: 'POST',
      path: deskPaths.signOut,
      page: async (request) => {
        const forget = await endDesk(deps, request);
        return html(
          <ProblemPage lang={request.lang} title={words.out[request.lang]}>
            <p>{words.outText[request.lang]}</p>
            <p>
              <a href={deskPaths.list}>{words.again[request.lang]}</a>
            </p>
          </ProblemPage>,
          { cookies: [forget] },
        );
      },
    },
    {
      method: 'POST',
      path: deskPaths.signOutElsewhere,
      page: withDesk(deps, async (desk, request) => {
        await endDeskElsewhere(deps, request, desk);
        return seeOther(deskPaths.list);
      }),
    },
  ];
}

/** Opens the desk of whoever has just proved an address, and leads to where they wanted to go. */
async function signIn(deps: SignInDependencies, email: string, request: PageRequest): Promise<PageResponse> {
  const { lang, now } = request;
  const forget = forgetCode(deps, own);
  const person = await staffAt(deps, email);
  if (!person) {
    return html(
      <ProblemPage lang={lang} title={words.nobody[lang]}>
        <p>{words.nobodyText[lang]}</p>
      </ProblemPage>,
      { status: 403, cookies: [forget] },
    );
  }
  const back = wayBack(deps, request);
  return seeOther(back.path, { cookies: [await beginDesk(deps, person, now), forget, back.forget] });
}
