import { checkBudgetFile } from '../../budget/budget-file.ts';
import { ceilingNotices, isYearOver, type TooLow } from '../../budget/load-budget.ts';
import { confirmOrRefusePages } from '../../requests/pages/confirm-or-refuse.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { leadToProof, proofText } from '../../second-factor/pages/lead-to-proof.ts';
import { Fault } from '../../shared/errors.ts';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import type { PageRequest, PageResponse } from '../../shared/pages/request.ts';
import { formatDate, seoulDateOf } from '../../shared/time.ts';
import { compareRules } from '../compare-rules.ts';
import { decideRules } from '../decide-rules.ts';
import type { Dependencies } from '../dependencies.ts';
import { fileName } from '../file-name.ts';
import { provedRules } from '../proved-rules.ts';
import { type RuleKind, readRules } from '../rule-kinds.ts';
import { slotOf } from '../rule-version.ts';
import { rulesForm, rulesPage } from './rules-page.tsx';
import { rulesWords as words } from './rules-texts.ts';

type Needed = Pick<Dependencies, 'budgets' | 'commit' | 'decisionProof' | 'people' | 'requests' | 'rules'>;

/** The pages of finance, who confirms rules or refuses them. */
export function rulesPages(deps: Needed, ruleKinds: readonly RuleKind[]): RequestKind {
  const versionOf = async (request: PersonRequest) =>
    (await deps.rules.versionsOf(slotOf(request.subject) ?? '')).find((one) => one.request === request.id);

  const view = async (
    held: Held,
    { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
    typed: Typed,
    errors: readonly FieldError[],
    tooLow: TooLow = [],
  ): Promise<PageResponse> => {
    const version = await versionOf(held.request);
    const read = version && readRules(version.text, ruleKinds);
    if (!version || !read?.ok) throw new Fault('RulesFileMissing', { request: held.request.id });
    const compared = await compareRules({ rules: deps.rules, ruleKinds }, read.rules, version.text, now);
    const budget = version.kind === 'budget' ? checkBudgetFile(version.text) : undefined;
    const ceilings = budget?.ok ? await ceilingNotices(deps.budgets, budget.value) : [];
    const yearIsOver = budget?.ok === true && isYearOver(budget.value.year, seoulDateOf(now));
    return rulesPage({ held, version, compared, typed, errors, tooLow, ceilings, yearIsOver, lang });
  };

  return confirmOrRefusePages(deps, {
    says: words,
    form: rulesForm,
    view,

    alsoSure: async (given, { request }, now) => {
      const version = await versionOf(request);
      if (!version) throw new Fault('RulesFileMissing', { request: request.id });
      return proofText(deps, provedRules(given, version), now);
    },

    decide: async (given, held, page, typed) => {
      const outcome = await decideRules(deps, given, page.now);
      if (outcome.kind === 'not-proved') {
        return leadToProof(deps, held, { decision: outcome.decision, typed }, page.now);
      }
      return outcome.kind === 'too-low' ? view(held, page, typed, [], outcome.lines) : outcome.kind;
    },

    told: async (request, lang) => {
      const version = await versionOf(request);
      const about = version && [
        { term: words.file[lang], value: `${fileName(version.slot)[lang]}, ${version.number}` },
        { term: words.firstDay[lang], value: formatDate(version.firstDay, lang) },
      ];
      return { about: about ?? [] };
    },
  });
}
