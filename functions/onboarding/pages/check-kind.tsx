import { deskDocumentPaths } from '../../documents/pages/document-paths.ts';
import { slotStateText } from '../../documents/pages/document-texts.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { decidedPage } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided, ToDesk } from '../../requests/pages/next-request.tsx';
import { firstOf, type Residency, residencyKind } from '../../residencies/residency.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Notice,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatDate, formatEnd, formatInstant } from '../../shared/time.ts';
import { documentsCloseAt } from '../ask-documents.ts';
import { documentsOf, undecidedIn } from '../asked-documents.ts';
import { endCheck, whatFollows } from '../decide-documents.ts';
import { documentName, outcomeWords, onboardingWords as words } from '../words.ts';
import { caseOf, type OnboardingPages } from './documents-kind.tsx';

/** Who the startup is, for the staff. */
export const startupRows = (residency: Residency, lang: Lang): SummaryRow[] => {
  const { from, to } = firstOf(residency);
  return [
    { term: words.startup[lang], value: residency.startup.name },
    { term: words.representative[lang], value: residency.startup.representative },
    { term: words.contract[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
  ];
};

/** The manager's page for the documents of a startup: each is decided at the desk, then the check is ended here. */
export function checkKind(deps: OnboardingPages): RequestKind {
  const look = async ({ request }: Held, now: PageRequest['now']) => {
    const found = await caseOf(deps, request);
    const all = await documentsOf(deps, found.onboarding, found.residency);
    const outcome = whatFollows(all, { closeAt: documentsCloseAt(found.residency), now });
    return { ...found, all, outcome, isUndecided: undecidedIn(all).length > 0 };
  };
  const view = async (
    held: Held,
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
    said?: 'undecided' | 'changed',
  ): Promise<PageResponse> => {
    const { request, path } = held;
    const { residency, round, all, outcome, isUndecided } = await look(held, now);
    return html(
      <Layout
        lang={lang}
        title={words.documents[lang]}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
        lead={words.checkLead[lang]}
      >
        {said && (
          <Notice kind="warning">
            <p>{words[said][lang]}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) },
            ...startupRows(residency, lang),
            { term: words.dueOn[lang], value: formatEnd(documentsCloseAt(residency), lang) },
          ]}
        />
        <h2>{words.documents[lang]}</h2>
        <SummaryList
          rows={all.map(({ document, state }) => ({
            term: documentName(document, lang),
            value: slotStateText(state, {})[lang],
          }))}
        />
        <Actions>
          <ButtonLink href={deskDocumentPaths.list(residencyKind, residency.id)}>{words.toCheck[lang]}</ButtonLink>
        </Actions>
        <PageForm id="form" action={path} hidden={{ outcome }}>
          {!isUndecided && <SummaryList rows={[{ term: words.follows[lang], value: outcomeWords[outcome][lang] }]} />}
          <Actions>
            <Button>{words.endCheck[lang]}</Button>
          </Actions>
        </PageForm>
        <p class="later">
          <a href={`${path}/hand-over`}>{decidingWords.handOver[lang]}</a>
        </p>
        <ToDesk lang={lang} />
      </Layout>,
      { status: said === undefined ? 200 : said === 'changed' ? 409 : 422 },
    );
  };

  return {
    show: (held, page) => view(held, page),
    answer: async (held, page) => {
      const { request, path, holder } = held;
      const { now } = page;
      const { outcome, isUndecided, residency, round } = await look(held, now);
      if (isUndecided) return view(held, page, 'undecided');
      if (page.form.get('outcome')?.at(-1) !== outcome) return view(held, page, 'changed');
      return twoActs(page, {
        read: () => ({ answer: outcome }),
        choose: (lang) => view(held, { lang, now }),
        confirm: (chosen, lang) =>
          confirmation({
            lang,
            title: words.confirm[lang],
            eyebrow: <RoundAndReference title={round.title[lang]} reference={request.subject} />,
            lead: words.confirmLead[lang],
            action: path,
            chosen: { outcome: [chosen] },
            rows: [...startupRows(residency, lang), { term: words.follows[lang], value: outcomeWords[chosen][lang] }],
            yes: words.yes[lang],
          }),
        settle: async (chosen) => {
          const given = { request: request.id, generation: request.generation, by: holder, outcome: chosen };
          const { kind } = await endCheck(deps, given, now);
          if (kind === 'undecided' || kind === 'changed') return view(held, page, kind);
          return seeOther(kind === 'decided' ? decidedPath(path) : path);
        },
      });
    },
    closed: async (request, page) => {
      const { lang } = page;
      const { residency } = await caseOf(deps, request);
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      const outcome = (['ACCEPTED', 'RETURNED', 'REFUSED'] as const).find((one) => one === request.outcome);
      return decidedPage(lang, request, by, {
        title: request.state === 'SETTLED' ? words.checked : words.gone,
        rows: [
          ...startupRows(residency, lang),
          ...(outcome ? [{ term: words.follows[lang], value: outcomeWords[outcome][lang] }] : []),
        ],
        followed: words.followed,
        nothing: words.nobody,
        first: isJustDecided(page, request),
      });
    },
  };
}
