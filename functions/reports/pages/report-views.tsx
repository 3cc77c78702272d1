import type { Residency } from '../../residencies/residency.ts';
import type { ReportVersion } from '../../residencies/residency-event.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Notice,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';
import { type Figures, isLate, presentIn, quarterIn, type ReportEvent } from '../report.ts';
import { figureNames, figureText, reportWords } from '../words.ts';
import { type Before, reportForm } from './report-form.ts';
import { titleOf, versionText, reportPageWords as words } from './report-texts.ts';

/** A report as a page of the startup shows it. */
export interface ReportView {
  readonly event: ReportEvent;
  readonly residency: Residency;
  readonly round: Round;
  readonly before: Before | undefined;
}

/** What frames every page about one report. */
export const frameOf = ({ event, residency, round }: ReportView, title: Text, lang: Lang) => ({
  lang,
  title: titleOf(title, quarterText(quarterIn(event)))[lang],
  eyebrow: <RoundAndReference title={round.title[lang]} reference={residency.id} />,
  contact: round.contact,
});

/** The figures and words of a report; those of the quarter before beside them, if there are any. */
export const figureRows = (figures: Figures, before: Before | undefined, lang: Lang): SummaryRow[] => [
  ...figureNames.map((name) => {
    const value = figureText(figures, name)?.[lang] ?? words.notGiven[lang];
    const then = before && figureText(before.figures, name)?.[lang];
    return {
      term: reportWords[name][lang],
      value: before && then !== undefined ? `${value} (${quarterText(before.quarter)[lang]}: ${then})` : value,
    };
  }),
  { term: reportWords.reached[lang], value: figures.milestones.reached },
  { term: reportWords.next[lang], value: figures.milestones.next },
];

/** Whose it is and until when; that it is late, as long as it is not there. */
const dueRows = ({ event, residency }: ReportView, lang: Lang): SummaryRow[] => [
  { term: reportWords.startup[lang], value: residency.startup.name },
  { term: reportWords.due[lang], value: formatInstant(event.report.dueAt, lang) },
];

/** The form of a report, or of its correction. */
export function reportFormPage(
  view: ReportView,
  given: {
    readonly lang: Lang;
    readonly now: Instant;
    readonly action: string;
    readonly hidden: Readonly<Record<string, string>>;
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly corrects: boolean;
    /** Somebody has corrected it since it was shown. */
    readonly isChanged?: boolean;
  },
): PageResponse {
  const { lang, now, action, hidden, typed, errors, corrects, isChanged } = given;
  const form = reportForm(view.before);
  const { event } = view;
  return html(
    <Layout
      {...frameOf(view, corrects ? words.correctTitle : words.title, lang)}
      lead={words.lead[lang]}
      errors={errors}
      formId="form"
    >
      {isChanged && (
        <Notice kind="warning">
          <p>{words.changed[lang]}</p>
        </Notice>
      )}
      {!corrects && isLate(event.report, now) && (
        <Notice kind="warning">
          <p>{words.isLate[lang]}</p>
        </Notice>
      )}
      <SummaryList rows={dueRows(view, lang)} />
      <PageForm id="form" action={action} hidden={hidden} copied={{ of: event.id, page: form.id }}>
        <Fields page={form} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.next[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: errors.length > 0 ? 422 : isChanged ? 409 : 200 },
  );
}

const whenText = (event: ReportEvent, { number, sentAt }: ReportVersion, lang: Lang): string => {
  const late = number === 1 && isLate(event.report, sentAt) ? ` (${reportWords.late[lang]})` : '';
  return `${formatInstant(sentAt, lang)}${late}`;
};

/** Each version with when it was sent, and by whom if that is known. */
export const Versions = (props: {
  readonly event: ReportEvent;
  readonly lang: Lang;
  readonly whoOf?: (by: string) => string;
}) => {
  const { event, lang, whoOf } = props;
  const { versions } = event.report;
  if (versions.length < 2 && !whoOf) return null;
  return (
    <>
      <h2>{words.versions[lang]}</h2>
      {versions.toReversed().map((version) => (
        <section key={version.number}>
          <h3>{versionText(version.number)[lang]}</h3>
          <SummaryList
            rows={[
              { term: reportWords.sentAt[lang], value: whenText(event, version, lang) },
              ...(whoOf ? [{ term: words.by[lang], value: whoOf(version.by) }] : []),
              ...(version.number === versions.length ? [] : figureRows(version, undefined, lang)),
            ]}
          />
        </section>
      ))}
    </>
  );
};

/** What was sent and when, and if that was late. @param correctAt where it can be corrected, if it can */
export function sentPage(view: ReportView, lang: Lang, correctAt: string | undefined): PageResponse {
  const { event } = view;
  const { report } = event;
  const present = presentIn(report);
  const [first] = report.versions;
  return html(
    <Layout {...frameOf(view, words.sent, lang)} lead={words[present ? 'sentLead' : 'erased'][lang]}>
      <SummaryList
        rows={[
          ...dueRows(view, lang),
          ...(first ? [{ term: reportWords.sentAt[lang], value: whenText(event, first, lang) }] : []),
          ...(present ? figureRows(present, view.before, lang) : []),
        ]}
      />
      <Versions event={event} lang={lang} />
      {correctAt !== undefined && (
        <Actions>
          <ButtonLink kind="tertiary" href={correctAt}>
            {words.correct[lang]}
          </ButtonLink>
        </Actions>
      )}
    </Layout>,
  );
}

/** The residency ended before it was sent. */
export const gonePage = ({ round }: Pick<ReportView, 'round'>, lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.gone[lang]} contact={round.contact}>
      <p>{words.goneText[lang]}</p>
    </ProblemPage>,
    { status: 410 },
  );
