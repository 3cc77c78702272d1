import type { Dependencies } from '../../applications/dependencies.ts';
import { askKey } from '../../applications/open-requests.ts';
import { pagesOf } from '../../forms/round-form.ts';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { Fault } from '../../shared/errors.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, errorsOfWanted, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { html, type PageRequest, type PageResponse, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { decideIntake, type IntakeDecision } from '../decide-intake.ts';
import { findingsOf } from '../eligibility-check.ts';
import { closedDecisionPage, DecisionPage, decisionForm } from './decision.tsx';

/** The intake officer's page: the whole case, and the one decision. */
export function decisionKind(
  deps: Pick<Dependencies, 'applications' | 'commit' | 'people' | 'requests' | 'rounds'>,
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
    const findings = await findingsOf(deps, application);
    const references = [...new Set([...(application.flags?.duplicates ?? []), ...findings.duplicates])];
    const others = await Promise.all(
      references.map(async (reference) => {
        const other = await deps.applications.get(reference);
        const version = other && (await deps.applications.version(reference, other.version));
        return other && version ? [{ application: other, version }] : [];
      }),
    );
    const questions = await Promise.all(
      Array.from({ length: application.asks - 1 }, (_, before) =>
        deps.requests.byAskKey(askKey('question', { reference: application.reference, asks: before + 1 })),
      ),
    );
    return html(
      <DecisionPage
        {...{ request, path, application, findings, typed, errors, lang }}
        others={others.flat()}
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
      const form = decisionForm(pagesOf(round));
      const typed = decode(form, request.form);
      const switched = switchedTo(request.form);
      if (switched) return view(held, switched, typed, [], 200);
      const decision = readDecision(form, typed, request.lang);
      if ('errors' in decision) return view(held, request.lang, typed, decision.errors, 422);
      await decideIntake(deps, { request: asked.id, generation: asked.generation, by: holder, decision }, request.now);
      return seeOther(path);
    },

    closed: async (request, { lang }) => {
      const by = request.settledBy ? await deps.people.get(request.settledBy) : undefined;
      return closedDecisionPage(lang, request, by);
    },
  };
}

/** What the officer decided, or what is missing for it: refusing and returning want words. */
function readDecision(
  form: ReturnType<typeof decisionForm>,
  typed: Typed,
  lang: Lang,
): IntakeDecision | { readonly errors: readonly FieldError[] } {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason, question, pages } = checked.values;
  if (outcome === 'ACCEPT') return { outcome };
  const wanted = (field: 'reason' | 'question') => ({ errors: errorsOfWanted(form, field, typed, lang) });
  if (outcome === 'REFUSE') return reason ? { outcome, reason } : wanted('reason');
  return question ? { outcome, question, pages: pages ?? [] } : wanted('question');
}
