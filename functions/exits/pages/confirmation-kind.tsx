import { rulesOf } from '../../onboarding/case.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import {
  DecisionForm,
  decidedPage,
  lateWords,
  leadsTo,
  leavingDecision,
} from '../../requests/pages/decision-frame.tsx';
import type { Held, RequestKind } from '../../requests/pages/kinds.ts';
import { decidedPath, isJustDecided } from '../../requests/pages/next-request.tsx';
import { Fault } from '../../shared/errors.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Notice, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { check, decode, errorsOfWanted, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import { formatInstant } from '../../shared/time.ts';
import { confirmEnd, type EndAnswer, measureAsked } from '../confirm-end.ts';
import type { Dependencies } from '../dependencies.ts';
import type { EndReach } from '../end-contract.ts';
import { confirmationForm as form } from './exit-forms.ts';
import { kindWords, notEndedText, exitWords as words } from './exit-words.ts';
import { measureRows, namesIn, startupRows } from './measure-rows.tsx';

export type ConfirmationPages = EndReach & Pick<Dependencies, 'commit' | 'people' | 'residencies' | 'rounds'>;

/** The director's page for a contract that is to end at once. */
export function confirmationKind(deps: ConfirmationPages): RequestKind {
  const look = async ({ request }: Pick<Held, 'request'>) => {
    const residency = await deps.residencies.get(request.subject);
    const measure = residency && measureAsked(residency, request);
    if (!residency || !measure) throw new Fault('ResidencyMissing', { reference: request.subject });
    const { round } = await rulesOf(deps, residency);
    return { residency, measure, round, names: await namesIn(deps, residency) };
  };

  const view = async (
    { request, path }: Held,
    lang: Lang,
    given: { readonly typed?: Typed; readonly errors?: readonly FieldError[]; readonly refused?: Text } = {},
  ): Promise<PageResponse> => {
    const { typed = {}, errors = [], refused } = given;
    const { residency, measure, round, names } = await look({ request });
    const warnings = (residency.measures ?? []).filter(({ kind }) => kind === 'warning');
    return html(
      <Layout
        lang={lang}
        title={words.confirmTitle[lang]}
        eyebrow={<RoundAndReference title={round.title[lang]} reference={residency.id} />}
        lead={words.confirmLead[lang]}
        errors={errors}
        formId="form"
        contact={round.contact}
        home={{ go: leadsTo.case }}
      >
        {refused && (
          <Notice kind="warning">
            <p>{refused[lang]}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) },
            ...startupRows(residency, lang),
            { term: words.askedBy[lang], value: names.get(measure.by) ?? words.formerStaff[lang] },
            { term: words.reason[lang], value: measure.reason ?? '' },
          ]}
        />
        {warnings.length > 0 && <h2>{words.before[lang]}</h2>}
        {warnings.map((warning) => (
          <section key={warning.id}>
            <h3>{kindWords[warning.kind][lang]}</h3>
            <SummaryList rows={measureRows(warning, names, lang)} />
          </section>
        ))}
        <h2 id="decide">{decidingWords.decide[lang]}</h2>
        <DecisionForm {...{ request, path, form, typed, errors, lang }} />
      </Layout>,
      { status: errors.length > 0 ? 422 : refused ? 409 : 200 },
    );
  };

  return {
    show: (held, { lang }) => view(held, lang),
    answer: async (held, page) => {
      const { request, holder: by, path } = held;
      const { residency, round } = await look(held);
      const typed = decode(form, page.form);
      const left = leavingDecision(held, form, typed, page, round);
      if (left) return left;
      return twoActs(page, {
        read: (lang) => answerOf(typed, lang),
        choose: (lang, errors) => view(held, lang, { typed, errors }),
        confirm: (_, lang) =>
          confirmation({
            lang,
            title: words.confirmSure[lang],
            eyebrow: <RoundAndReference title={round.title[lang]} reference={residency.id} />,
            lead: words.confirmSureLead[lang],
            contact: round.contact,
            home: { go: leadsTo.case },
            action: path,
            chosen: typed,
            rows: [...startupRows(residency, lang), ...chosenOf(form, typed, lang)],
            yes: decidingWords.submit[lang],
          }),
        settle: async (answer) => {
          const { id, generation } = request;
          const outcome = await confirmEnd(deps, { request: id, generation, by, answer }, page.now);
          if (outcome.kind === 'decided') return seeOther(decidedPath(path));
          if (outcome.kind === 'closed') return seeOther(path);
          return view(held, page.lang, { typed, refused: notEndedText(outcome) });
        },
      });
    },
    closed: async (request, page) => {
      const { lang } = page;
      const [by, residency] = await Promise.all([
        request.settledBy ? deps.people.get(request.settledBy) : undefined,
        deps.residencies.get(request.subject),
      ]);
      const isConfirmed = request.outcome === 'CONFIRMED';
      const decision = isConfirmed ? words.confirmOutcome : words.refuseOutcome;
      const isSettled = request.state === 'SETTLED';
      return decidedPage(lang, request, by, {
        title: isSettled ? decision : words.gone,
        rows: residency ? startupRows(residency, lang) : [],
        followed: isConfirmed ? words.followedConfirmed : words.followedRefused,
        nothing: words.nothing,
        first: isJustDecided(page, request),
        late: lateWords(request, form, page.form, lang),
      });
    },
  };
}

/** What the director decides; a refusal wants its reason. */
function answerOf(typed: Typed, lang: Lang): Choice<EndAnswer> {
  const checked = check(form, typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { outcome, reason } = checked.values;
  if (outcome === 'CONFIRMED') return { answer: { outcome } };
  if (reason !== undefined) return { answer: { outcome, reason } };
  return { errors: errorsOfWanted(form, 'reason', typed, lang) };
}
