import { keepCredential } from '../../applications/pages/context.ts';
import { Figures } from '../../attachments/pages/figures.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import type { Dependencies } from '../../residencies/dependencies.ts';
import { roundPhase } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  ButtonLink,
  PageForm,
  RoundAndReference,
  SummaryList,
} from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { beginRenewal } from '../begin-renewal.ts';
import { figuresOf } from '../case-figures.ts';
import { type Invitation, invitationIn } from '../invitation.ts';
import { endFact, invitationFacts } from '../invitation-facts.ts';
import { declineInvitation, isPointless } from '../settle-invitation.ts';
import { renewalWords as words } from '../words.ts';

export type RenewalPages = Pick<
  Dependencies,
  'applications' | 'commit' | 'random' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'sessions'
> & { readonly secure: boolean };

/** The startup's page: whether it applies to stay. */
export function invitationPages(deps: RenewalPages): RequestKind {
  const eyebrow = ({ residency, round }: Invitation, lang: Lang) => (
    <RoundAndReference title={round.title[lang]} reference={residency.id} />
  );
  const gone = ({ round }: Pick<Invitation, 'round'>, lang: Lang): PageResponse =>
    html(
      <ProblemPage lang={lang} title={words.gone[lang]} contact={round.contact}>
        <p>{words.goneText[lang]}</p>
      </ProblemPage>,
      { status: 410 },
    );

  const view = async ({ path }: Held, found: Invitation, lang: Lang): Promise<PageResponse> =>
    html(
      <Layout
        lang={lang}
        title={words.title[lang]}
        eyebrow={eyebrow(found, lang)}
        lead={words.lead[lang]}
        contact={found.round.contact}
      >
        <SummaryList rows={invitationFacts(found.residency, found.round, lang)} />
        <PageForm id="apply" action={path} hidden={{ answer: 'apply' }}>
          <Actions>
            <Button>{words.apply[lang]}</Button>
          </Actions>
        </PageForm>
        <Figures figures={await figuresOf(deps, found.residency.id)} lang={lang} />
        <p>{words.figuresLead[lang]}</p>
        <PageForm id="decline" action={path} hidden={{ answer: 'decline' }}>
          <Actions>
            <Button kind="tertiary">{words.notStay[lang]}</Button>
          </Actions>
        </PageForm>
      </Layout>,
    );

  /** Whoever has the link reads the mails of the residency's address: their browser has the application open. */
  const apply = async (found: Invitation, { now, lang }: PageRequest): Promise<PageResponse> => {
    const application = await beginRenewal(deps, found.round, { residency: found.residency, lang }, now);
    if (!application) return gone(found, lang);
    const { reference, state } = application;
    const { secret } = await deps.sessions.begin(reference, 'link', deps.random, now);
    return seeOther(state === 'DRAFT' ? '/apply' : '/application', {
      cookies: [keepCredential(deps, { kind: 'session', reference, secret })],
    });
  };

  return {
    show: async (held, { lang }) => {
      const found = await invitationIn(deps, held.request);
      return isPointless(found.round, found.residency) ? gone(found, lang) : view(held, found, lang);
    },
    answer: async (held, page) => {
      const found = await invitationIn(deps, held.request);
      if (isPointless(found.round, found.residency)) return gone(found, page.lang);
      const answer = page.form.get('answer')?.at(-1);
      if (answer === 'apply') return apply(found, page);
      if (answer !== 'decline') return view(held, found, page.lang);
      return twoActs(page, {
        read: () => ({ answer }),
        choose: (lang) => view(held, found, lang),
        confirm: (_, lang) =>
          confirmation({
            lang,
            title: words.sure[lang],
            eyebrow: eyebrow(found, lang),
            lead: words.sureLead[lang],
            action: held.path,
            chosen: { answer: [answer] },
            rows: [endFact(found.residency, lang)],
            yes: words.yes[lang],
          }),
        settle: async () => {
          const { id, generation } = held.request;
          await declineInvitation(deps, { request: id, generation }, page.now);
          return seeOther(held.path);
        },
      });
    },
    closed: async (request, { lang, now }) => closedPage(request, await invitationIn(deps, request), lang, now),
  };
}

function closedPage(request: PersonRequest, found: Invitation, lang: Lang, now: PageRequest['now']): PageResponse {
  const { residency, round } = found;
  const how = howItEnded(request);
  const isOpen = roundPhase(round, now) === 'OPEN';
  const open = how === 'applied' ? words.openIt : how === 'declined' && isOpen ? words.stillApply : undefined;
  return html(
    <ProblemPage lang={lang} title={words[how][lang]} contact={round.contact}>
      <p>{words[`${how}Text`][lang]}</p>
      {how !== 'gone' && <SummaryList rows={invitationFacts(residency, round, lang)} />}
      {open && (
        <Actions>
          <ButtonLink href={`/rounds/${round.id}/address`}>{open[lang]}</ButtonLink>
        </Actions>
      )}
    </ProblemPage>,
    { status: how === 'lapsed' || how === 'gone' ? 410 : 200 },
  );
}

function howItEnded({ state, outcome }: PersonRequest): 'applied' | 'declined' | 'lapsed' | 'gone' {
  if (state === 'LAPSED') return 'lapsed';
  if (state !== 'SETTLED') return 'gone';
  return outcome === 'DECLINED' ? 'declined' : 'applied';
}
