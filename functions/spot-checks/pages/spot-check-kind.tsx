import { totalsOf } from '../../claim-rules/claim-sums.ts';
import { drawnBelow } from '../../claim-rules/spot-check.ts';
import type { BasisReach } from '../../claims/claim-basis.ts';
import type { Dependencies } from '../../claims/dependencies.ts';
import { ClaimView, claimRows } from '../../claims/pages/case-parts.tsx';
import { claimWords, stateWords } from '../../claims/pages/claim-texts.ts';
import type { ClaimCase } from '../../claims/pages/load-case.ts';
import { provedPages, statusOf } from '../../claims/pages/proved-pages.tsx';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { DecisionForm, decidedPage, leadsTo } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { isJustDecided } from '../../requests/pages/next-request.tsx';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice, RoundAndReference, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html } from '../../shared/pages/request.ts';
import { revisionOf } from '../../shared/pages/shown.ts';
import { formatWon } from '../../shared/text/won.ts';
import { formatInstant } from '../../shared/time.ts';
import { canBeHeld, type Found, provedFinding, settleSpotCheck } from '../settle-spot-check.ts';
import { spotCheckForm as form, readFinding } from './spot-check-form.ts';
import { findingWords, spotCheckWords as words } from './spot-check-texts.ts';

type Reach = BasisReach & Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'requests' | 'rounds'>;

/** The page of whoever looks at an approved claim again. */
export function spotCheckKind(deps: Reach): RequestKind {
  const pages = provedPages<Found>(deps, {
    form: () => form,
    view: (held, found, lang, shown) => {
      const { typed = {}, errors = [], seenBefore = false } = shown;
      const status = statusOf(shown);
      return html(<SpotCheckPage {...{ held, found, typed, errors, seenBefore, lang }} />, { status });
    },
    read: ({ claim }, typed, lang) => readFinding(typed, canBeHeld(claim), lang),
    proved: ({ request, holder }, claim, found) => provedFinding({ request, claim, person: { id: holder } }, found),
    sure: ({ claim }, lang) => ({
      lead: words.sureLead[lang],
      rows: [{ term: claimWords.gross[lang], value: formatWon(totalsOf(claim).gross)[lang] }],
    }),
    decide: async ({ decision: found, ...given }, now) => {
      const outcome = await settleSpotCheck(deps, { ...given, found }, now);
      switch (outcome.kind) {
        case 'too-late':
          return { kind: 'again', shown: (lang) => ({ errors: [{ field: 'outcome', message: words.tooLate[lang] }] }) };
        case 'seen-before':
          return { kind: 'again', shown: () => ({ seenBefore: true }) };
        default:
          return outcome;
      }
    },
  });
  return {
    ...pages,

    closed: async (request, page) => {
      const { lang } = page;
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      const titles: Readonly<Record<string, Text>> = findingWords;
      return decidedPage(lang, request, by, {
        title: titles[request.outcome ?? ''] ?? words.cancelled,
        about: [{ term: claimWords.claim[lang], value: request.subject }],
        rows: request.reason ? [{ term: words.reason[lang], value: request.reason }] : [],
        followed: words.followed,
        nothing: words.nothing,
        first: isJustDecided(page, request),
      });
    },
  };
}

interface PageProps {
  readonly held: Held;
  readonly found: ClaimCase;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly seenBefore: boolean;
  readonly lang: Lang;
}

function SpotCheckPage({ held: { request, path }, found, typed, errors, seenBefore, lang }: PageProps) {
  const { claim, round } = found;
  return (
    <Layout
      lang={lang}
      title={form.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={claim.id} />}
      lead={words.lead[lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: leadsTo.case }}
    >
      {seenBefore && (
        <Notice kind="warning" title={claimWords.seenBefore[lang]}>
          <p>{claimWords.seenBeforeText[lang]}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) },
          { term: words.paidState[lang], value: stateWords[claim.state][lang] },
          ...drawnRows(found, lang),
          ...claimRows(found, lang),
        ]}
      />
      <ClaimView found={found} lang={lang} />
      <h2 id="decide">{decidingWords.decide[lang]}</h2>
      <DecisionForm {...{ request, path, form, typed, errors, lang }} hidden={revisionOf(claim.revision)} />
    </Layout>
  );
}

/** By what everybody can work out again that it was drawn. */
function drawnRows({ claim: { spotCheck } }: ClaimCase, lang: Lang): SummaryRow[] {
  if (!spotCheck) return [];
  const { percent } = spotCheck;
  return [{ term: words.drawnBy[lang], value: words.drawn({ ...spotCheck, below: drawnBelow(percent) })[lang] }];
}
