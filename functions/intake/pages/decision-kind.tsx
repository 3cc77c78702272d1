import { askKey } from '../../applications/open-requests.ts';
import type { CaseFigures } from '../../attachments/case-figures.ts';
import type { Dependencies } from '../../attachments/dependencies.ts';
import { documentsOf } from '../../attachments/sent-documents.ts';
import { pagesToRead } from '../../forms/round-form.ts';
import { confirmDecision, lateWords, leavingDecision } from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import type { SummaryRow } from '../../shared/pages/components.tsx';
import { check, decode, errorsOfWanted, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, twoActs } from '../../shared/pages/two-acts.tsx';
import { decideIntake, type IntakeDecision } from '../decide-intake.ts';
import { findingsOf, maxShown } from '../eligibility-check.ts';
import { closedDecisionPage, DecisionPage, decisionForm } from './decision.tsx';

/** Questions that were asked about an application, of which the page shows the last. */
const maxQuestions = 20;

/** The intake officer's page: the whole case, and the one decision. */
export function decisionKind(
  deps: Pick<Dependencies, 'applications' | 'commit' | 'documents' | 'people' | 'requests' | 'rounds'> & {
    readonly caseFigures: CaseFigures;
  },
): RequestKind {
  const view = async (
    { request, path }: Held,
    lang: Lang,
    typed: Typed,
    errors: readonly FieldError[],
    status: number,
  ): Promise<PageResponse> => {
    const application = await deps.applications.get(request.subject);
    if (!application) throw new Fault('ApplicationMissing', { reference: request.subject });
    const { help } = application;
    const [findings, helper] = await Promise.all([findingsOf(deps, application), help && deps.people.get(help.by)]);
    const { duplicates: flagged = [], more: unlisted = 0 } = application.flags ?? {};
    const known = [...new Set([...flagged, ...findings.duplicates])];
    const references = known.slice(0, maxShown);
    const all = Math.max(known.length, flagged.length + unlisted, findings.duplicates.length + findings.more);
    const others = await Promise.all(
      references.map(async (reference) => {
        const other = await deps.applications.get(reference);
        const version = other && (await deps.applications.version(reference, other.version));
        return other && version ? [{ application: other, version }] : [];
      }),
    );
    const questions = await Promise.all(
      Array.from({ length: Math.min(application.asks - 1, maxQuestions) }, (_, before) =>
        deps.requests.byAskKey(
          askKey('question', { reference: application.reference, asks: application.asks - 1 - before }),
        ),
      ).reverse(),
    );
    return html(
      <DecisionPage
        {...{ request, path, application, helper, findings, typed, errors, lang }}
        others={others.flat()}
        more={all - references.length}
        attachments={await documentsOf(deps, findings.round, findings.version)}
        figures={await deps.caseFigures(application)}
        questions={questions.filter((question) => question !== undefined)}
      />,
      { status },
    );
  };

  return {
    show: (held, { lang }) => view(held, lang, {}, [], 200),

    answer: async (held: Held, request: PageRequest) => {
      const { request: asked, holder, path } = held;
      const round = await deps.rounds.current(asked.context);
      if (!round) throw new Fault('RoundMissing', { round: asked.context });
      const form = decisionForm(pagesToRead(round));
      const typed = decode(form, request.form);
      const leaving = leavingDecision(held, form, typed, request, round);
      if (leaving) return leaving;
      return twoActs(request, {
        read: (lang) => readDecision(form, typed, lang),
        choose: (lang, errors) => view(held, lang, typed, errors, errors.length > 0 ? 422 : 200),
        confirm: (decision, lang) => {
          const rows = chosenRows(form, decision, lang);
          return confirmDecision({ request: asked, path, round, rows, typed, lang });
        },
        settle: async (decision) => {
          const given = { request: asked.id, generation: asked.generation, by: holder, decision };
          const outcome = await decideIntake(deps, given, request.now);
          return seeOther(outcome === 'decided' ? decidedPath(path) : path);
        },
      });
    },

    closed: async (request, page) => {
      const { lang, form } = page;
      const [by, round] = await Promise.all([
        request.settledBy ? deps.people.get(request.settledBy) : undefined,
        form.size > 0 ? deps.rounds.current(request.context) : undefined,
      ]);
      const late = round ? lateWords(request, decisionForm(pagesToRead(round)), form, lang) : [];
      return closedDecisionPage(lang, request, by, { late, first: isJustDecided(page, request) });
    },
  };
}

/** What the officer decided, or what is missing for it: refusing and returning want words. */
function readDecision(form: ReturnType<typeof decisionForm>, typed: Typed, lang: Lang): Choice<IntakeDecision> {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason, question, pages } = checked.values;
  if (outcome === 'ACCEPT') return { answer: { outcome } };
  const wanted = (field: 'reason' | 'question') => ({ errors: errorsOfWanted(form, field, typed, lang) });
  if (outcome === 'REFUSE') return reason ? { answer: { outcome, reason } } : wanted('reason');
  return question ? { answer: { outcome, question, pages: pages ?? [] } } : wanted('question');
}

/** The decision as the officer has to confirm it: what goes with another one is not shown. */
function chosenRows(form: ReturnType<typeof decisionForm>, decision: IntakeDecision, lang: Lang): SummaryRow[] {
  const typed: Typed = {
    outcome: [decision.outcome],
    reason: 'reason' in decision ? [decision.reason] : [],
    question: 'question' in decision ? [decision.question] : [],
    pages: 'pages' in decision ? decision.pages : [],
  };
  return chosenOf(form, typed, lang);
}
