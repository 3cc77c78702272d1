import type { WageClaim } from '../../claim-rules/claim.ts';
import { decidingWords } from '../../requests/pages/deciding-words.ts';
import { DecisionForm, leadsTo } from '../../requests/pages/decision-frame.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Button, Notice, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, FormPage, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { going, revisionOf } from '../../shared/pages/shown.ts';
import { formatInstant } from '../../shared/time.ts';
import { claimsKinds } from '../request-kinds.ts';
import { AskedBefore, BudgetList, ClaimView, claimRows } from './case-parts.tsx';
import { claimWords as words } from './claim-texts.ts';
import { extrasPath, extraWords } from './extra-texts.ts';
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

/** Of a question of before it was kept who was asked, the manager's turn says so. */
const isForManager = ({ question, state }: WageClaim): boolean =>
  state === 'CHECKED' && question !== undefined && question.of !== 'lecturer';

/** The manager's and finance's page: the claim, what is unusual, the budget, and below it the one decision. */
export function ClaimDecisionPage({ request, path, found, form, typed, errors, seenBefore, lang }: DecisionProps) {
  const { claim, round, asked } = found;
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
        rows={[{ term: decidingWords.due[lang], value: formatInstant(request.dueAt, lang) }, ...claimRows(found, lang)]}
      />
      {claim.question && isForManager(claim) ? (
        <Notice title={words.askedYou[lang]}>
          <p class="typed">{claim.question.text}</p>
        </Notice>
      ) : (
        <AskedBefore claim={claim} lang={lang} />
      )}
      <ClaimView found={found} lang={lang} />
      <h2>{words.budget[lang]}</h2>
      <BudgetList parts={found.parts} short={found.short} lang={lang} />
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
      {asked.kind === 'wage-manager' && !claim.held && (
        <p>
          <Button kind="link" form="form" {...going(extrasPath)}>
            {extraWords.go[lang]}
          </Button>
        </p>
      )}
    </Layout>
  );
}
