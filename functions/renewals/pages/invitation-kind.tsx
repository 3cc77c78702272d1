import { keepCredential } from '../../applications/pages/context.ts';
import { Figures } from '../../attachments/pages/figures.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import type { Dependencies } from '../../residencies/dependencies.ts';
import { firstOf } from '../../residencies/residency.ts';
import { roundPhase } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  ButtonLink,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatDate, formatEnd } from '../../shared/time.ts';
import { beginRenewal } from '../begin-renewal.ts';
import { figuresOf } from '../case-figures.ts';
import { type Invitation, invitationIn } from '../invitation.ts';
import { invitationOf } from '../invited.ts';
import { declineInvitation, isPointless } from '../settle-invitation.ts';
import { renewalWords as words } from '../words.ts';

export type RenewalPages = Pick<
  Dependencies,
  'applications' | 'commit' | 'random' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'sessions'
> & { readonly secure: boolean };

/** What it is about: until when the contract runs, what would follow, and when that is decided. */
function rowsOf({ residency, round }: Invitation, lang: Lang): SummaryRow[] {
  const last = residency.contracts.at(-1) ?? firstOf(residency);
  const asked = round.renews && invitationOf(round.renews, residency);
  const days = asked?.kind === 'invited' ? asked.next.days : undefined;
  return [
    { term: words.ends[lang], value: formatDate(last.to, lang) },
    ...(days
      ? [{ term: words.next[lang], value: `${formatDate(days.from, lang)} – ${formatDate(days.to, lang)}` }]
      : []),
    { term: words.closes[lang], value: formatEnd(round.closesAt, lang) },
    { term: words.results[lang], value: formatDate(round.resultsOn, lang) },
  ];
}

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
        <SummaryList rows={rowsOf(found, lang)} />
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
            rows: rowsOf(found, lang).slice(0, 1),
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
  const { round } = found;
  const how = howItEnded(request);
  const isOpen = roundPhase(round, now) === 'OPEN';
  const open = how === 'applied' ? words.openIt : how === 'declined' && isOpen ? words.stillApply : undefined;
  return html(
    <ProblemPage lang={lang} title={words[how][lang]} contact={round.contact}>
      <p>{words[`${how}Text`][lang]}</p>
      {how !== 'gone' && <SummaryList rows={rowsOf(found, lang)} />}
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
