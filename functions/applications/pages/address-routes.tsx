import { AddressForm, type ProofPlace } from '../../codes/pages/code-pages.tsx';
import {
  forgetCode,
  mailCode,
  type ProofDependencies,
  showCode,
  takeAddress,
  takeCode,
} from '../../codes/pages/proofs.tsx';
import { decideAgainOnConflict, Fault } from '../../shared/errors.ts';
import type { Text } from '../../shared/i18n.ts';
import type { FormPage, Typed } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { shownOf } from '../../shared/pages/shown.ts';
import { tries } from '../../shared/tries.ts';
import type { Application } from '../application.ts';
import { emailKey, isProvedFor } from '../identity.ts';
import { proveAddress } from '../prove-address.ts';
import { isAtDesk, keepCredential, type Opened, type PagesDependencies, withApplication } from './context.ts';

const words = {
  title: { ko: '이메일 주소 변경', en: 'Change your email address' },
  lead: {
    ko: '새 주소로 보내 드리는 인증 번호를 입력하시면 주소가 변경됩니다. 그 전까지는 지금 주소를 그대로 사용합니다. 작성하신 다른 내용은 저장되어 있습니다.',
    en: 'We will send a code to the new address. Once you have entered it, the address is changed. Until then we keep the current one. Everything else that you entered is saved.',
  },
  back: { ko: '주소를 변경하지 않고 돌아가기', en: 'Go back without changing it' },
} as const satisfies Record<string, Text>;

type Needed = PagesDependencies & ProofDependencies;

const aboutApplication = ({ reference }: Pick<Application, 'reference'>): string => `application:${reference}`;

const placeIn = ({ round, application }: Opened, lang: ProofPlace['lang']): ProofPlace => ({
  title: words.title,
  lead: words.lead,
  eyebrow: round.title,
  contact: round.contact,
  lang,
  base: '/apply',
  hidden: shownOf(application.reference),
  back: { href: '/apply', label: words.back },
});

/** Within an application: another address is proved before it takes the place of the present one. */
export function addressRoutes(
  deps: Needed,
  writing: (page: (opened: Opened, request: PageRequest) => Promise<PageResponse>) => PageRoute['page'],
): PageRoute[] {
  return [
    {
      method: 'GET',
      path: '/apply/address',
      page: writing(async (opened, { lang }) => html(addressForm(opened, lang, opened.application.email))),
    },
    {
      method: 'POST',
      path: '/apply/address',
      page: writing((opened, request) =>
        takeAddress(deps, placeIn(opened, request.lang), aboutApplication(opened.application), request),
      ),
    },
    {
      method: 'GET',
      path: '/apply/code',
      page: writing((opened, request) =>
        showCode(deps, placeIn(opened, request.lang), aboutApplication(opened.application), request),
      ),
    },
    {
      method: 'POST',
      path: '/apply/code',
      page: writing(async (opened, request) => {
        const { application, round } = opened;
        const taken = await takeCode(deps, placeIn(opened, request.lang), aboutApplication(application), request);
        if ('page' in taken) return taken.page;
        const { reference } = application;
        await decideAgainOnConflict(async () => {
          const was = await deps.applications.get(reference);
          if (!was) throw new Fault('ApplicationMissing', { reference });
          return proveAddress(deps, round, was, taken.email, request.now, opened.by);
        }, tries.contested);
        // Whoever helps keeps what their desk has open, as long as that is.
        if (isAtDesk(opened)) return seeOther('/apply', { cookies: [forgetCode(deps)] });
        const { secret } = await deps.sessions.begin(reference, 'code', deps.random, request.now);
        return seeOther('/apply', {
          cookies: [keepCredential(deps, { kind: 'session', reference, secret }), forgetCode(deps)],
        });
      }),
    },
    {
      // What was sent with the address that the open draft has proved, too.
      method: 'POST',
      path: '/apply/open-sent',
      page: withApplication(deps, async (opened, { now }) => {
        const { proved, roundId } = opened.application;
        const sent = proved && (await deps.applications.reservationOf(emailKey(roundId, proved.email)));
        if (!sent || isAtDesk(opened)) return seeOther('/apply');
        const { secret } = await deps.sessions.begin(sent, 'code', deps.random, now);
        return seeOther('/application', {
          cookies: [keepCredential(deps, { kind: 'session', reference: sent, secret })],
        });
      }),
    },
  ];
}

const addressForm = (opened: Opened, lang: ProofPlace['lang'], email: string | undefined) => (
  <AddressForm {...placeIn(opened, lang)} typed={email ? { email: [email] } : {}} errors={[]} />
);

/** The form for another address, which was typed on a page of the application. */
export const otherAddress = (opened: Opened, lang: ProofPlace['lang'], email: string): PageResponse =>
  html(addressForm(opened, lang, email));

/** Mails a code to the address of the answers, which nobody has proved. */
export const proveFirst = (deps: Needed, opened: Opened, email: string, request: PageRequest): Promise<PageResponse> =>
  mailCode(deps, placeIn(opened, request.lang), aboutApplication(opened.application), email, request);

/**
 * What is saved of a page: once an address is proved, no other takes its place but by a proof of its own.
 * @returns with the other address, if one was typed
 */
export function withProvedAddress(
  application: Application,
  page: FormPage,
  typed: Typed,
  email: string | undefined,
): { readonly saved: Typed; readonly other?: string } {
  if (!page.fields.email || !application.proved || isProvedFor(application, email)) return { saved: typed };
  return { saved: { ...typed, email: [application.proved.email] }, other: email };
}
