import type { Case } from '../../committee/case-of.ts';
import { CaseAnswers, Reviews } from '../../committee/pages/case.tsx';
import type { Person } from '../../people/person.ts';
import { outcomeField, writtenField } from '../../requests/pages/decision-fields.ts';
import { DecisionFrame, decidedPage, type Late, ToDecide } from '../../requests/pages/decision-frame.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Taken } from '../../rounds/what-is-taken.ts';
import { WhySection } from '../../selection/pages/why.tsx';
import type { Why } from '../../selection/why.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import { wholeNumber } from '../../shared/pages/schemas.ts';
import { cancelledTitle, officerWordsOf, outcomeWordsOf, officerWords as words } from './reconsideration-texts.ts';

/** The officer's form. @param most the applicant's own place, which is the worst that may be right */
export const officerForm = (round: Taken, most: number) => {
  const words = officerWordsOf(round);
  return formPage({
    id: 'look-again-decision',
    title: words.title,
    fields: {
      outcome: outcomeField([
        { value: 'REFUSE', label: words.refuse, hint: words.refuseHint },
        { value: 'GRANT', label: words.grant, hint: words.grantHint },
      ]),
      place: {
        widget: 'number',
        label: words.right,
        hint: words.rightHint,
        missing: words.rightMissing,
        optional: true,
        unmarked: true,
        schema: wholeNumber({ min: 1, max: most, unit: /위$/ }),
      },
      reason: writtenField({ label: words.reason, hint: words.reasonHint, missing: words.reasonMissing }, 1000),
    },
  });
};

interface OfficerProps {
  readonly request: PersonRequest;
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
export function ReconsiderationOfficerPage(props: OfficerProps) {
  const { request, path, round, rank, why, found, ended, typed, errors, lang } = props;
  return (
    <DecisionFrame
      {...{ request, path, round, typed, errors, lang }}
      title={words.title}
      rows={[
        { term: words.name[lang], value: found?.application.name ?? '–' },
        { term: words.place[lang], value: String(rank) },
      ]}
      form={officerForm(round, rank)}
    >
      <Notice title={words.words[lang]}>
        <p class="typed">{request.question?.text}</p>
        <ToDecide lang={lang} />
      </Notice>
      {ended && (
        <Notice kind="warning">
          <p>{officerWordsOf(round).ended[lang]}</p>
        </Notice>
      )}
      {why && <WhySection why={why} lang={lang} />}
      {found && round.admission && <Reviews reviews={found.reviews} rules={round.admission} lang={lang} />}
      {found && <CaseAnswers {...found} lang={lang} />}
    </DecisionFrame>
  );
}

export const closedReconsiderationPage = (
  lang: Lang,
  request: PersonRequest,
  by: Person | undefined,
  { round, late, first }: { readonly round: Taken; readonly late: Late; readonly first: boolean },
): PageResponse =>
  decidedPage(lang, request, by, {
    late,
    first,
    title: outcomeWordsOf(round)[request.outcome ?? ''] ?? cancelledTitle,
    rows: request.reason ? [{ term: words.reason[lang], value: request.reason }] : [],
    nothing: words.nothing,
  });
