import { totalsOf } from '../../claim-rules/claim.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { leadsTo } from '../../requests/pages/decision-frame.tsx';
import { keptTyped } from '../../requests/pages/kept-typed.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import { leadToProof, proofText } from '../../second-factor/pages/lead-to-proof.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { RoundAndReference } from '../../shared/pages/components.tsx';
import { decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { goingTo, revisionIn } from '../../shared/pages/shown.ts';
import { confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { leaving } from '../../shared/pages/unsaved.tsx';
import { formatDate } from '../../shared/time.ts';
import { formatWon } from '../../shared/won.ts';
import type { BasisReach } from '../claim-basis.ts';
import { type ClaimDecision, provedDecision } from '../claim-decision.ts';
import { decideClaim, refuseDecision } from '../decide-claim.ts';
import type { Dependencies } from '../dependencies.ts';
import { decisionWords, claimWords as words } from './claim-texts.ts';
import { barredPage, closedClaimPage } from './closed-page.tsx';
import { decisionForm, readDecision } from './decision-form.ts';
import { ClaimDecisionPage } from './decision-page.tsx';
import { extraPages } from './extra-page.tsx';
import { extrasPath } from './extra-texts.ts';
import { type ClaimCase, loadCase } from './load-case.ts';

type Reach = BasisReach &
  Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'random' | 'requests' | 'rounds'>;

interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly seenBefore?: boolean;
}

/** The page of the academy manager, and of finance. */
export function decisionKind(deps: Reach): RequestKind {
  const view = (held: Held, found: ClaimCase, lang: Lang, shown: Shown = {}): PageResponse => {
    const { typed = {}, errors = [], seenBefore = false } = shown;
    const status = errors.length > 0 ? 422 : seenBefore ? 409 : 200;
    const { request, path } = held;
    const form = decisionForm(found.asked);
    return html(<ClaimDecisionPage {...{ request, path, found, form, typed, errors, seenBefore, lang }} />, { status });
  };

  const confirm = async (
    { request, holder, path }: Held,
    found: ClaimCase,
    { typed, decision }: { readonly typed: Typed; readonly decision: ClaimDecision },
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
  ): Promise<PageResponse> => {
    const { claim, round, asked } = found;
    const { gross, paid } = totalsOf(claim);
    const asks = { request: { id: request.id, kind: asked.kind }, claim, person: { id: holder } };
    const also = await proofText(deps, provedDecision(asks, decision), now);
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
        ...chosenOf(decisionForm(asked), typed, lang),
        { term: words.gross[lang], value: formatWon(gross)[lang] },
        { term: words.paid[lang], value: formatWon(paid)[lang] },
        { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
      ],
      yes: decidingWords.submit[lang],
    });
  };

  const settle = async (
    held: Held,
    decision: ClaimDecision,
    typed: Typed,
    page: PageRequest,
  ): Promise<PageResponse> => {
    const { request, path, holder } = held;
    const { lang, now } = page;
    const outcome = await decideClaim(
      deps,
      {
        request: request.id,
        generation: request.generation,
        revision: revisionIn(page.form),
        by: holder,
        decision,
      },
      now,
    );
    const again = async (shown: Shown): Promise<PageResponse> =>
      view(held, await loadCase(deps, held, now), lang, { typed, ...shown });
    switch (outcome.kind) {
      case 'decided':
        return seeOther(decidedPath(path));
      case 'barred':
        return barredPage(lang, path);
      case 'not-proved':
        return leadToProof(
          deps,
          held,
          { decision: outcome.decision, typed: { ...typed, revision: [String(revisionIn(page.form))] } },
          now,
        );
      case 'year-wanted':
        return again({ errors: [{ field: 'outcome', message: decisionWords.yearMissing[lang] }] });
      case 'short': {
        const isEnough = outcome.parts.every(({ by, free }) => by <= free);
        return again({
          errors: [{ field: 'outcome', message: decisionWords[isEnough ? 'addingMissing' : 'ceiling'][lang] }],
        });
      }
      case 'seen-before':
      case 'held':
        return again({ seenBefore: true });
      default:
        return seeOther(path);
    }
  };

  /** The two acts, with what was typed in the form that showed a revision of the claim. */
  const acts = async (
    held: Held,
    found: ClaimCase,
    { typed, revision }: { readonly typed: Typed; readonly revision: number },
    page: PageRequest,
  ): Promise<PageResponse> => {
    const { claim, asked } = found;
    const form = decisionForm(asked);
    if (claim.held || revision !== claim.revision) return view(held, found, page.lang, { typed, seenBefore: true });
    return twoActs(page, {
      read: (lang) => readDecision(form, asked, typed, lang),
      choose: (lang, errors) => view(held, found, lang, { typed, errors }),
      confirm: (decision, lang) => confirm(held, found, { typed, decision }, { lang, now: page.now }),
      settle: (decision) => settle(held, decision, typed, page),
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
      const { request, path, holder } = held;
      const found = await loadCase(deps, held, page.now);
      const { claim, round, asked } = found;
      const form = decisionForm(asked);
      const typed = decode(form, page.form);
      const eyebrow = <RoundAndReference title={round.title[page.lang]} reference={claim.id} />;
      const to = { [leadsTo.handOver]: `${path}/hand-over`, [extrasPath]: `${path}/${extrasPath}` }[
        goingTo(page.form) ?? ''
      ];
      const left = leaving(page.form, {
        lang: page.lang,
        eyebrow,
        contact: round.contact,
        pages: [form],
        typed,
        action: path,
        hidden: { revision: String(revisionIn(page.form)) },
        to: to ?? path,
      });
      if (left) return left;
      const [outcome = ''] = typed.outcome ?? [];
      const options = form.fields.outcome?.options ?? [];
      if (outcome !== '' && !options.some(({ value }) => value === outcome)) {
        await refuseDecision(deps, request, { by: holder, why: 'outcome', outcome }, page.now);
      }
      return acts(held, found, { typed, revision: revisionIn(page.form) }, page);
    },

    below: async (held, page, [part = '', item]) => {
      if (part !== extrasPath || item !== undefined || held.request.kind !== 'wage-manager') throw new PageFault(404);
      return extraPages(deps, held, page);
    },

    closed: async (request, page) => {
      const [by, round] = await Promise.all([
        request.settledBy ? deps.people.get(request.settledBy) : undefined,
        deps.rounds.current(request.context),
      ]);
      return closedClaimPage(page.lang, request, { round, by, first: isJustDecided(page, request) });
    },
  };
}
