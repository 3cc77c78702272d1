import { totalsOf } from '../../claim-rules/claim-sums.ts';
import type { RequestKind } from '../../requests/pages/kinds.ts';
import { isJustDecided } from '../../requests/pages/next-request.tsx';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html } from '../../shared/pages/request.ts';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate } from '../../shared/time.ts';
import type { BasisReach } from '../claim-basis.ts';
import { type ClaimDecision, provedDecision } from '../claim-decision.ts';
import { decideClaim } from '../decide-claim.ts';
import type { Dependencies } from '../dependencies.ts';
import type { DecideOutcome } from '../settle-claim.ts';
import { decisionWords, claimWords as words } from './claim-texts.ts';
import { closedClaimPage } from './closed-page.tsx';
import { decisionForm, readDecision } from './decision-form.ts';
import { ClaimDecisionPage } from './decision-page.tsx';
import { extraPages } from './extra-page.tsx';
import { extrasPath } from './extra-texts.ts';
import { provedPages, type Shown, statusOf } from './proved-pages.tsx';

type Reach = BasisReach &
  Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'random' | 'requests' | 'rounds'>;

/** What is missing for a decision, or that the claim has changed or is on hold. */
function missingFor(outcome: Exclude<DecideOutcome, { kind: 'not-proved' | 'barred' }>) {
  const about = (field: 'yearMissing' | 'addingMissing' | 'ceiling') => ({
    kind: 'again' as const,
    shown: (lang: 'ko' | 'en'): Shown => ({ errors: [{ field: 'outcome', message: decisionWords[field][lang] }] }),
  });
  switch (outcome.kind) {
    case 'year-wanted':
      return about('yearMissing');
    case 'short':
      return about(outcome.parts.every(({ by, free }) => by <= free) ? 'addingMissing' : 'ceiling');
    case 'seen-before':
    case 'held':
      return { kind: 'again' as const, shown: (): Shown => ({ seenBefore: true }) };
    case 'changed':
      return { kind: 'somebody-was-first' as const };
    default:
      return { kind: outcome.kind };
  }
}

/** The page of the academy manager, and of finance. */
export function decisionKind(deps: Reach): RequestKind {
  const pages = provedPages<ClaimDecision>(deps, {
    form: ({ asked }) => decisionForm(asked),
    view: ({ request, path }, found, lang, shown) => {
      const { typed = {}, errors = [], seenBefore = false } = shown;
      const form = decisionForm(found.asked);
      return html(<ClaimDecisionPage {...{ request, path, found, form, typed, errors, seenBefore, lang }} />, {
        status: statusOf(shown),
      });
    },
    read: ({ asked }, typed, lang) => readDecision(decisionForm(asked), asked, typed, lang),
    proved: ({ request, holder }, claim, decision) => {
      const kind = request.kind === 'wage-finance' ? 'wage-finance' : 'wage-manager';
      return provedDecision({ request: { id: request.id, kind }, claim, person: { id: holder } }, decision);
    },
    sure: ({ claim }, lang) => {
      const { gross, paid } = totalsOf(claim);
      const rows = [
        { term: words.gross[lang], value: formatWon(gross)[lang] },
        { term: words.paid[lang], value: formatWon(paid)[lang] },
        { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
      ];
      return { lead: words.sureLead[lang], rows };
    },
    decide: async (given, now) => {
      const outcome = await decideClaim(deps, given, now);
      return outcome.kind === 'not-proved' || outcome.kind === 'barred' ? outcome : missingFor(outcome);
    },
    isLocked: ({ held }) => held !== undefined,
    leads: [extrasPath],
  });
  return {
    ...pages,

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
