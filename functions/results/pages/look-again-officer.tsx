import * as z from 'zod';
import type { Case } from '../../committee/case-of.ts';
import { CaseAnswers, Reviews } from '../../committee/pages/case.tsx';
import type { Person } from '../../people/person.ts';
import type { Request } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import { WhySection } from '../../selection/pages/why.tsx';
import type { Why } from '../../selection/why.ts';
import type { Lang } from '../../shared/i18n.ts';
import { longText } from '../../shared/normalise.ts';
import { Actions, Button, Notice, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { wholeNumber } from '../../shared/pages/schemas.ts';
import { formatInstant } from '../../shared/time.ts';
import { outcomeTitles, officerWords as words } from './look-again-texts.ts';

/** The officer's form. @param most the applicant's own place, which is the worst that may be right */
export const officerForm = (most: number) =>
  formPage({
    id: 'look-again-decision',
    title: words.title,
    fields: {
      outcome: {
        widget: 'radios',
        label: words.decision,
        missing: words.choose,
        options: [
          { value: 'REFUSE', label: words.refuse, hint: words.refuseHint },
          { value: 'GRANT', label: words.grant, hint: words.grantHint },
        ],
        schema: z.enum(['REFUSE', 'GRANT']),
      },
      place: {
        widget: 'number',
        label: words.right,
        hint: words.rightHint,
        missing: words.rightMissing,
        optional: true,
        unmarked: true,
        schema: wholeNumber({ min: 1, max: most, unit: /위$/ }),
      },
      reason: {
        widget: 'textarea',
        label: words.reason,
        hint: words.reasonHint,
        missing: words.reasonMissing,
        maxLength: 1000,
        schema: longText({ max: 1000 }),
      },
    },
  });

interface OfficerProps {
  readonly request: Request;
  readonly path: string;
  readonly round: Round;
  /** The applicant's place in the approved ranking. */
  readonly rank: number;
  readonly why: Why | undefined;
  readonly found: Case | undefined;
  /** Nobody can be put on the waitlist any more. */
  readonly ended: boolean;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** The whole case, what the applicant wrote, and the one decision. */
export function LookAgainOfficerPage(props: OfficerProps) {
  const { request, path, round, rank, why, found, ended, typed, errors, lang } = props;
  return (
    <Layout
      lang={lang}
      title={words.title[lang]}
      eyebrow={<RoundAndReference title={round.title[lang]} reference={request.subject} />}
      errors={errors}
      formId="form"
      contact={round.contact}
      home={path}
    >
      <SummaryList
        rows={[
          { term: words.due[lang], value: formatInstant(request.dueAt, lang) },
          { term: words.name[lang], value: found?.application.name ?? '–' },
          { term: words.place[lang], value: String(rank) },
        ]}
      />
      <Notice title={words.words[lang]}>
        <p class="typed">{request.question?.text}</p>
        <p>
          <a href="#decide">{words.toDecide[lang]}</a>
        </p>
      </Notice>
      {ended && (
        <Notice kind="warning">
          <p>{words.ended[lang]}</p>
        </Notice>
      )}
      {why && <WhySection why={why} lang={lang} />}
      {found && round.admission && <Reviews reviews={found.reviews} rules={round.admission} lang={lang} />}
      {found && <CaseAnswers {...found} lang={lang} />}
      <h2 id="decide">{words.decide[lang]}</h2>
      <PageForm id="form" action={path}>
        <Fields page={officerForm(rank)} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.submit[lang]}</Button>
        </Actions>
      </PageForm>
      <p class="later">
        <a href={`${path}/hand-over`}>{words.handOver[lang]}</a>
      </p>
    </Layout>
  );
}

/** For whoever opens the link again: what was decided, by whom, when, and what follows. */
export const closedLookAgainPage = (lang: Lang, request: Request, by: Person | undefined): PageResponse =>
  html(
    <ProblemPage lang={lang} title={(outcomeTitles[request.outcome ?? ''] ?? outcomeTitles.CANCELLED)?.[lang] ?? ''}>
      <SummaryList
        rows={[
          { term: words.reference[lang], value: request.subject },
          ...(by ? [{ term: words.by[lang], value: by.name }] : []),
          ...(request.settledAt ? [{ term: words.at[lang], value: formatInstant(request.settledAt, lang) }] : []),
          ...(request.reason ? [{ term: words.reason[lang], value: request.reason }] : []),
        ]}
      />
      <p>{(request.state === 'SETTLED' ? words.followed : words.nothing)[lang]}</p>
    </ProblemPage>,
  );
