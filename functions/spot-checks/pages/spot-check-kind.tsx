import { totalsOf } from '../../claim-rules/claim.ts';
import { drawnBelow } from '../../claim-rules/spot-check.ts';
import type { BasisReach } from '../../claims/claim-basis.ts';
import type { Dependencies } from '../../claims/dependencies.ts';
import { ClaimView, claimRows } from '../../claims/pages/case-parts.tsx';
import { claimWords, stateWords } from '../../claims/pages/claim-texts.ts';
import { barredPage } from '../../claims/pages/closed-page.tsx';
import { type ClaimCase, loadCase } from '../../claims/pages/load-case.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { DecisionForm, decidedPage, leadsTo, leavingDecision } from '../../requests/pages/decision-frame.tsx';
import { keptTyped } from '../../requests/pages/kept-typed.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import { leadToProof, proofText } from '../../second-factor/pages/lead-to-proof.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Notice, RoundAndReference, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { revisionIn, revisionOf } from '../../shared/pages/shown.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatInstant } from '../../shared/time.ts';
import { formatWon } from '../../shared/won.ts';
import { canBeHeld, type Found, provedFinding, refuse, settleSpotCheck } from '../settle-spot-check.ts';
import { spotCheckForm as form, readFinding } from './spot-check-form.ts';
import { findingWords, spotCheckWords as words } from './spot-check-texts.ts';

type Reach = BasisReach & Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'requests' | 'rounds'>;

interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly seenBefore?: boolean;
}

/** The page of whoever looks at an approved claim again. */
export function spotCheckKind(deps: Reach): RequestKind {
  const view = (held: Held, found: ClaimCase, lang: Lang, shown: Shown = {}): PageResponse => {
    const { typed = {}, errors = [], seenBefore = false } = shown;
    const status = errors.length > 0 ? 422 : seenBefore ? 409 : 200;
    return html(<SpotCheckPage {...{ held, found, typed, errors, seenBefore, lang }} />, { status });
  };

  const confirm = async (
    { request, holder, path }: Held,
    { claim, round }: ClaimCase,
    { typed, finding }: { readonly typed: Typed; readonly finding: Found },
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
  ): Promise<PageResponse> => {
    const also = await proofText(deps, provedFinding({ request, claim, person: { id: holder } }, finding), now);
    return confirmation({
      lang,
      title: decidingWords.sure[lang],
      eyebrow: <RoundAndReference title={round.title[lang]} reference={claim.id} />,
      lead: words.sureLead[lang],
      also: also[lang],
      contact: round.contact,
      home: { go: leadsTo.case },
      action: path,
      chosen: { ...typed, revision: [String(claim.revision)] },
      rows: [
        ...chosenOf(form, typed, lang),
        { term: claimWords.gross[lang], value: formatWon(totalsOf(claim).gross)[lang] },
      ],
      yes: decidingWords.submit[lang],
    });
  };

  const settle = async (held: Held, found: Found, typed: Typed, page: PageRequest): Promise<PageResponse> => {
    const { request, path, holder } = held;
    const { lang, now } = page;
    const revision = revisionIn(page.form);
    const given = { request: request.id, generation: request.generation, revision, by: holder, found };
    const outcome = await settleSpotCheck(deps, given, now);
    const again = async (shown: Shown): Promise<PageResponse> =>
      view(held, await loadCase(deps, held, now), lang, { typed, ...shown });
    switch (outcome.kind) {
      case 'decided':
        return seeOther(decidedPath(path));
      case 'barred':
        return barredPage(lang, path);
      case 'not-proved': {
        const kept = { ...typed, revision: [String(revision)] };
        return leadToProof(deps, held, { decision: outcome.decision, typed: kept }, now);
      }
      case 'too-late':
        return again({ errors: [{ field: 'outcome', message: words.tooLate[lang] }] });
      case 'seen-before':
        return again({ seenBefore: true });
      default:
        return seeOther(path);
    }
  };

  /** The two acts, with what was typed in the form that showed a revision of the claim. */
  const acts = (
    held: Held,
    found: ClaimCase,
    { typed, revision }: { readonly typed: Typed; readonly revision: number },
    page: PageRequest,
  ): Promise<PageResponse> | PageResponse => {
    const { claim } = found;
    if (revision !== claim.revision) return view(held, found, page.lang, { typed, seenBefore: true });
    return twoActs(page, {
      read: (lang) => readFinding(typed, canBeHeld(claim), lang),
      choose: (lang, errors) => view(held, found, lang, { typed, errors }),
      confirm: (finding, lang) => confirm(held, found, { typed, finding }, { lang, now: page.now }),
      settle: (finding) => settle(held, finding, typed, page),
    });
  };

  return {
    show: async (held, page) => {
      const found = await loadCase(deps, held, page.now);
      const { revision: [revision = ''] = [], ...typed } = keptTyped(held, page) ?? {};
      return revision === ''
        ? view(held, found, page.lang)
        : acts(held, found, { typed, revision: Number(revision) }, page);
    },

    answer: async (held, page) => {
      const { request, holder } = held;
      const found = await loadCase(deps, held, page.now);
      const typed = decode(form, page.form);
      const left = leavingDecision(held, form, typed, page, found.round);
      if (left) return left;
      const [outcome = ''] = typed.outcome ?? [];
      if (outcome !== '' && !form.fields.outcome.options.some(({ value }) => value === outcome)) {
        await refuse(deps, request, { by: holder, why: 'outcome', outcome }, page.now);
      }
      return acts(held, found, { typed, revision: revisionIn(page.form) }, page);
    },

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
