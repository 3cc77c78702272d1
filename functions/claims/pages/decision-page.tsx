import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { DecisionForm, leadsTo } from '../../requests/pages/decision-frame.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, FormPage, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { revisionOf } from '../../shared/pages/shown.ts';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { claimsKinds } from '../request-kinds.ts';
import { BesideLast, BudgetList, CalculationTable, Findings, LessonsList } from './case-parts.tsx';
import { monthText, claimWords as words } from './claim-texts.ts';
import type { ClaimCase } from './load-case.ts';

interface DecisionProps {
  readonly request: PersonRequest;
  readonly path: string;
  readonly found: ClaimCase;
  readonly form: FormPage;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  /** It has changed since it was shown to whoever decides. */
  readonly seenBefore: boolean;
  readonly lang: Lang;
}

/** The manager's and finance's page: the claim, what is unusual, the budget, and below it the one decision. */
export function ClaimDecisionPage({ request, path, found, form, typed, errors, seenBefore, lang }: DecisionProps) {
  const { claim, round, lecturer, account, last, findings, parts, short, asked } = found;
  return (
    <Layout
      lang={lang}
      title={claimsKinds[asked.kind].title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={claim.id} />}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={{ go: leadsTo.case }}
    >
      {seenBefore && (
        <Notice kind="warning" title={words.seenBefore[lang]}>
          <p>{words.seenBeforeText[lang]}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) },
          { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
          { term: words.lecturer[lang], value: `${lecturer.name} (${lecturer.institution})` },
          { term: words.month[lang], value: monthText(claim.month)[lang] },
          { term: words.account[lang], value: account ?? words.noAccount[lang] },
          { term: words.approvals[lang], value: approvalsText(found, lang) },
        ]}
      />
      {claim.question && claim.state === 'CHECKED' && (
        <Notice title={words.askedYou[lang]}>
          <p class="typed">{claim.question.text}</p>
        </Notice>
      )}
      <Findings findings={findings} lang={lang} />
      <h2>{words.calculation[lang]}</h2>
      <CalculationTable claim={claim} lang={lang} />
      <h2>{words.lessons[lang]}</h2>
      <LessonsList claim={claim} lang={lang} />
      <h2>{words.last[lang]}</h2>
      <BesideLast claim={claim} last={last} lang={lang} />
      <h2>{words.budget[lang]}</h2>
      <BudgetList parts={parts} short={short} lang={lang} />
      <h2 id="decide">{decidingWords.decide[lang]}</h2>
      {claim.held && (
        <Notice kind="warning" title={words.held[lang]}>
          <p class="typed">{claim.held.reason}</p>
          <p>{words.heldText[lang]}</p>
        </Notice>
      )}
      <DecisionForm
        {...{ request, path, form, typed, errors, lang }}
        hidden={revisionOf(claim.revision)}
        locked={claim.held !== undefined}
      />
    </Layout>
  );
}

function approvalsText({ claim, names }: ClaimCase, lang: Lang): string {
  const name = (id: string): string => names.get(id) ?? id;
  const texts = claim.approvals.map(({ by, standsFor }) =>
    standsFor === undefined ? name(by) : words.standsFor(name(by), name(standsFor))[lang],
  );
  return texts.join(', ') || words.nobodyYet[lang];
}
