import type { ShortPart } from '../../budget/draw-parts.ts';
import type { WageClaim } from '../../claim-rules/claim.ts';
import { taughtLessons, totalsOf } from '../../claim-rules/claim-sums.ts';
import type { ClaimFinding } from '../../claim-rules/findings.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Notice, SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { formatDate } from '../../shared/time.ts';
import { explain } from '../../wages/explain.ts';
import { courseText, findingText, lessonText, timesText } from './case-texts.ts';
import { monthText, claimWords as words } from './claim-texts.ts';
import type { ClaimCase, ShownPart } from './load-case.ts';

interface OfClaim {
  readonly claim: WageClaim;
  readonly lang: Lang;
}

/** The calculation line by line, with the corrections of earlier claims. */
export function CalculationTable({ claim, lang }: OfClaim) {
  const { calculation, corrections } = claim;
  const lines = explain(calculation);
  const notes = lines.flatMap((line) => (line.kind === 'note' ? [line.text[lang]] : []));
  const amounts = lines.flatMap((line) => (line.kind === 'note' ? [] : [line]));
  return (
    <>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{words.line[lang]}</th>
            <th scope="col">{words.amount[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {amounts.map(({ kind, text, amount }, index) => (
            <tr key={`${index} ${text.ko}`}>
              <th scope="row">{kind === 'sum' ? <strong>{text[lang]}</strong> : text[lang]}</th>
              <td>{formatWon(amount)[lang]}</td>
            </tr>
          ))}
          {corrections.map(({ id, of, reason, paid }) => (
            <tr key={id}>
              <th scope="row">
                {words.corrected(of)[lang]}: <span class="typed">{reason}</span>
              </th>
              <td>{formatWon(paid)[lang]}</td>
            </tr>
          ))}
          {corrections.length > 0 && (
            <tr>
              <th scope="row">
                <strong>{words.toPay[lang]}</strong>
              </th>
              <td>{formatWon(totalsOf(claim).paid)[lang]}</td>
            </tr>
          )}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}

/** The lessons, each with what the lecturer says of it. */
export function LessonsList({ claim, lang }: OfClaim) {
  if (claim.lessons.length === 0) return <p>{words.noLesson[lang]}</p>;
  return (
    <ul>
      {claim.lessons.map((lesson) => {
        const told = claim.said.findLast((one) => one.lesson === lesson.id)?.said;
        const taught = told?.kind === 'hours' ? { ...lesson, ...told } : lesson;
        return (
          <li key={lesson.id}>
            <span class="notranslate">{lesson.id}</span> {lessonText(taught)[lang]}{' '}
            {courseText(claim, lesson.course)[lang]}
            {told?.kind === 'not-taught' && <strong> · {words.notTaught[lang]}</strong>}
            {told?.kind === 'hours' && <small> · {words.byTimetable(timesText(lesson)[lang])[lang]}</small>}
          </li>
        );
      })}
    </ul>
  );
}

/** What whoever decides should look at. */
const Findings = ({ findings, claim, lang }: OfClaim & { readonly findings: readonly ClaimFinding[] }) => (
  <Notice kind={findings.length > 0 ? 'warning' : 'info'} title={words.unusual[lang]}>
    {findings.length === 0 ? (
      <p>{words.nothingUnusual[lang]}</p>
    ) : (
      <ul>
        {findings.map((finding) => {
          const text = findingText(finding, claim)[lang];
          return <li key={text}>{text}</li>;
        })}
      </ul>
    )}
  </Notice>
);

/** What there is to say of a claim at a glance. */
export const claimRows = (found: ClaimCase, lang: Lang): SummaryRow[] => {
  const { claim, lecturer, account } = found;
  return [
    { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
    { term: words.lecturer[lang], value: `${lecturer.name} (${lecturer.institution})` },
    { term: words.month[lang], value: monthText(claim.month)[lang] },
    { term: words.account[lang], value: (account ?? words.noAccount)[lang] },
    { term: words.approvals[lang], value: approvalsText(found, lang) },
  ];
};

function approvalsText({ claim, names }: ClaimCase, lang: Lang): string {
  const name = (id: string): string => names.get(id) ?? id;
  const texts = claim.approvals.map(({ by, standsFor }) =>
    standsFor === undefined ? name(by) : words.standsFor(name(by), name(standsFor))[lang],
  );
  return texts.join(', ') || words.nobodyYet[lang];
}

/** What was asked about it last, and the answer. */
export const AskedBefore = ({ claim: { question }, lang }: OfClaim) =>
  question?.of && (
    <Notice title={(question.of === 'lecturer' ? words.askedLecturer : words.askedManager)[lang]}>
      <p class="typed">{question.text}</p>
      {question.answer === undefined ? (
        <p>{words.noAnswer[lang]}</p>
      ) : (
        <blockquote class="typed">{question.answer}</blockquote>
      )}
    </Notice>
  );

/** All that whoever looks at a claim is shown: what is unusual, the calculation, the lessons, last month. */
export const ClaimView = ({ found, lang }: { readonly found: ClaimCase; readonly lang: Lang }) => {
  const { claim, findings, last } = found;
  return (
    <>
      <Findings findings={findings} claim={claim} lang={lang} />
      <h2>{words.calculation[lang]}</h2>
      <CalculationTable claim={claim} lang={lang} />
      <h2>{words.lessons[lang]}</h2>
      <LessonsList claim={claim} lang={lang} />
      <h2>{words.last[lang]}</h2>
      <BesideLast claim={claim} last={last} lang={lang} />
    </>
  );
};

/** Last month's claim beside this one; as a list, which fits on a telephone. */
const BesideLast = ({ claim, last, lang }: OfClaim & { readonly last: WageClaim | undefined }) => {
  if (!last) return <p>{words.noLast[lang]}</p>;
  const row = (term: string, of: WageClaim) => {
    const { gross, paid } = totalsOf(of);
    const lines = [
      `${words.lessons[lang]}: ${taughtLessons(of).length}`,
      `${words.gross[lang]}: ${formatWon(gross)[lang]}`,
      `${words.paid[lang]}: ${formatWon(paid)[lang]}`,
    ];
    return { term, value: lines.join('\n') };
  };
  return <SummaryList rows={[row(words.last[lang], last), row(words.this[lang], claim)]} />;
};

/** The commitment before and after the claim, by line. */
export function BudgetList(props: {
  readonly parts: readonly ShownPart[];
  readonly short: readonly ShortPart[];
  readonly lang: Lang;
}) {
  const { parts, short, lang } = props;
  const nameOf = ({ year, line }: Pick<ShownPart, 'year' | 'line'>): string =>
    `${year} ${parts.find((part) => part.year === year && part.line === line)?.title?.[lang] ?? line}`;
  const after = ({ amount, reserved }: { readonly amount: number; readonly reserved: number }): string =>
    reserved >= amount
      ? formatWon(reserved - amount)[lang]
      : `${formatWon(amount - reserved)[lang]} ${words.short[lang]}`;
  return (
    <>
      <SummaryList
        rows={parts.map((part) => ({
          term: nameOf(part),
          value: [
            `${words.before[lang]}: ${formatWon(part.reserved)[lang]}`,
            `${words.amount[lang]}: ${formatWon(part.amount)[lang]}`,
            `${words.after[lang]}: ${after(part)}`,
          ].join('\n'),
        }))}
      />
      {short.length > 0 && (
        <Notice kind="warning">
          <p>{words.shortText[lang]}</p>
          <ul>
            {short.map(({ year, line, free }) => (
              <li key={`${year} ${line}`}>
                {nameOf({ year, line })}: {words.free(formatWon(free))[lang]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
