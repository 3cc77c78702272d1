import type { WageClaim } from '../../claim-rules/claim.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { leadsTo } from '../../requests/pages/decision-frame.tsx';
import { keptTyped } from '../../requests/pages/kept-typed.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath } from '../../requests/pages/next-request.tsx';
import { leadToProof, proofText } from '../../second-factor/pages/lead-to-proof.ts';
import type { Decision, NotProved } from '../../second-factor/proofs.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { RoundAndReference, type SummaryRow } from '../../shared/pages/components.tsx';
import { decode, type FieldError, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { goingTo, revisionIn } from '../../shared/pages/shown.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { leaving } from '../../shared/pages/unsaved.tsx';
import type { BasisReach } from '../claim-basis.ts';
import { refuseDecision } from '../decide-claim.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Barred } from '../separation.ts';
import { barredPage } from './closed-page.tsx';
import { type ClaimCase, loadCase } from './load-case.ts';

type Reach = BasisReach & Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'requests' | 'rounds'>;

/** The form again: with what was typed, what is wrong with it, or as the claim is now. */
export interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly seenBefore?: boolean;
}

/** How the page of a form answers that is shown again. */
export const statusOf = ({ errors = [], seenBefore = false }: Shown): number =>
  errors.length > 0 ? 422 : seenBefore ? 409 : 200;

/** A decision about a claim as a page gives it to its use case. */
interface GivenDecision<Answer> {
  readonly request: string;
  readonly generation: number;
  /** The revision of the claim that was shown. */
  readonly revision: number;
  readonly by: string;
  readonly decision: Answer;
}

interface Steps<Answer> {
  readonly form: (found: ClaimCase) => FormPage;
  readonly view: (held: Held, found: ClaimCase, lang: Lang, shown: Shown) => PageResponse;
  readonly read: (found: ClaimCase, typed: Typed, lang: Lang) => Choice<Answer>;
  /** What is proved of the decision. */
  readonly proved: (held: Held, claim: WageClaim, answer: Answer) => Decision;
  /** Where it is asked whether the decision is meant: what follows from it, and the sums that it is about. */
  readonly sure: (found: ClaimCase, lang: Lang) => { readonly lead: string; readonly rows: readonly SummaryRow[] };
  readonly decide: (
    given: GivenDecision<Answer>,
    now: PageRequest['now'],
  ) => Promise<
    | { readonly kind: 'decided' | 'somebody-was-first' }
    | { readonly kind: 'barred'; readonly why: Barred }
    /** It is shown again, since it has changed, or with what is wrong. */
    | { readonly kind: 'again'; readonly shown: (lang: Lang) => Shown }
    | NotProved
  >;
  /** Whether nothing can be decided now. */
  readonly isLocked?: (claim: WageClaim) => boolean;
  /** Pages below, to which a button of the form leads. */
  readonly leads?: readonly string[];
}

/**
 * The pages of somebody of the staff who decides about a claim as they were shown it: in two acts, proved by a second
 * factor, with all that was typed. Of a claim that has changed since nothing is decided: it is shown again.
 */
export function provedPages<Answer>(deps: Reach, steps: Steps<Answer>): Pick<RequestKind, 'show' | 'answer'> {
  const confirm = async (
    held: Held,
    found: ClaimCase,
    { typed, answer }: { readonly typed: Typed; readonly answer: Answer },
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
  ): Promise<PageResponse> => {
    const { claim, round } = found;
    const also = await proofText(deps, steps.proved(held, claim, answer), now);
    const { lead, rows } = steps.sure(found, lang);
    return confirmation({
      lang,
      title: decidingWords.sure[lang],
      eyebrow: <RoundAndReference title={round.title[lang]} reference={claim.id} />,
      lead,
      also: also[lang],
      contact: round.contact,
      home: { go: leadsTo.case },
      action: held.path,
      chosen: { ...typed, revision: [String(claim.revision)] },
      rows: [...chosenOf(steps.form(found), typed, lang), ...rows],
      yes: decidingWords.submit[lang],
    });
  };

  const settle = async (held: Held, decision: Answer, typed: Typed, page: PageRequest): Promise<PageResponse> => {
    const { request, path, holder } = held;
    const { lang, now } = page;
    const revision = revisionIn(page.form);
    const outcome = await steps.decide(
      { request: request.id, generation: request.generation, revision, by: holder, decision },
      now,
    );
    switch (outcome.kind) {
      case 'decided':
        return seeOther(decidedPath(path));
      case 'barred':
        return barredPage(lang, path);
      case 'not-proved': {
        const kept = { ...typed, revision: [String(revision)] };
        return leadToProof(deps, held, { decision: outcome.decision, typed: kept }, now);
      }
      case 'again':
        return steps.view(held, await loadCase(deps, held, now), lang, { typed, ...outcome.shown(lang) });
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
    const { claim } = found;
    if (steps.isLocked?.(claim) || revision !== claim.revision)
      return steps.view(held, found, page.lang, { typed, seenBefore: true });
    return twoActs(page, {
      read: (lang) => steps.read(found, typed, lang),
      choose: (lang, errors) => steps.view(held, found, lang, { typed, errors }),
      confirm: (answer, lang) => confirm(held, found, { typed, answer }, { lang, now: page.now }),
      settle: (answer) => settle(held, answer, typed, page),
    });
  };

  return {
    show: async (held, page) => {
      const found = await loadCase(deps, held, page.now);
      const { revision: [revision = ''] = [], ...typed } = keptTyped(held, page) ?? {};
      return revision === ''
        ? steps.view(held, found, page.lang, {})
        : acts(held, found, { typed, revision: Number(revision) }, page);
    },

    answer: async (held, page) => {
      const { request, path, holder } = held;
      const found = await loadCase(deps, held, page.now);
      const { claim, round } = found;
      const form = steps.form(found);
      const typed = decode(form, page.form);
      const revision = revisionIn(page.form);
      const going = goingTo(page.form) ?? '';
      const left = leaving(page.form, {
        lang: page.lang,
        eyebrow: <RoundAndReference title={round.title[page.lang]} reference={claim.id} />,
        contact: round.contact,
        pages: [form],
        typed,
        action: path,
        hidden: { revision: String(revision) },
        to: [leadsTo.handOver, ...(steps.leads ?? [])].includes(going) ? `${path}/${going}` : path,
      });
      if (left) return left;
      const [outcome = ''] = typed.outcome ?? [];
      if (outcome !== '' && !form.fields.outcome?.options?.some(({ value }) => value === outcome)) {
        await refuseDecision(deps, request, { by: holder, why: 'outcome', outcome }, page.now);
      }
      return acts(held, found, { typed, revision }, page);
    },
  };
}
