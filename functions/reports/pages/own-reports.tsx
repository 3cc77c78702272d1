import { type Opened, type SessionDependencies, withApplication } from '../../applications/pages/context.ts';
import { rulesOf } from '../../onboarding/case.ts';
import { residencyEventId } from '../../residencies/residency-event.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import { type Quarter, quarterSchema } from '../../residency-rules/reports.ts';
import type { Lang } from '../../shared/i18n.ts';
import { RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { shownOf } from '../../shared/pages/shown.ts';
import { formatInstant } from '../../shared/time.ts';
import { type FigureRow, figuresOf } from '../figures.ts';
import { mayCorrect, type ReportCase, reportCase } from '../send-report.ts';
import { reportWords } from '../words.ts';
import {
  answerCorrection,
  answerReport,
  type ReportPages,
  type ReportWay,
  showCorrection,
  showReportForm,
  viewOf,
} from './answer-report.tsx';
import { reportForm } from './report-form.ts';
import { openText, reportPageWords as words } from './report-texts.ts';
import { gonePage, sentPage } from './report-views.tsx';
import { ownReportPaths as paths } from './reports-paths.ts';

export type OwnReportsReach = ReportPages & SessionDependencies;

/** The reports of a startup, for whoever has its application open. */
export function ownReportRoutes(deps: OwnReportsReach): PageRoute[] {
  const found = async ({ application }: Opened, { params }: PageRequest) => {
    const { data: quarter } = quarterSchema.safeParse(params.quarter);
    const one = quarter && (await reportCase(deps, residencyEventId(application.reference, 'report', quarter)));
    return one && { ...one, quarter };
  };
  const wayOf = async (one: ReportCase, opened: Opened, action: string, quarter: Quarter): Promise<ReportWay> => ({
    view: await viewOf(deps, one),
    action,
    onwards: paths.report(quarter),
    hidden: shownOf(opened.application.reference),
    by: opened.by,
  });
  const report = withApplication(
    deps,
    async (opened, page) => {
      const one = await found(opened, page);
      if (!one) return missingPage(opened, page.lang);
      const { event, residency, quarter } = one;
      const way = await wayOf(one, opened, paths.report(quarter), quarter);
      if (event.state === 'DONE') {
        if (page.method === 'POST') return seeOther(paths.report(quarter));
        const isOpen = await mayCorrect(deps, one, page.now);
        return sentPage(way.view, page.lang, isOpen ? paths.correct(quarter) : undefined);
      }
      if (event.state === 'DROPPED' || residency.state !== 'RESIDENT') return gonePage(way.view, page.lang);
      return page.method === 'POST' ? answerReport(deps, way, page) : showReportForm(way, page);
    },
    () => reportForm(),
  );
  const correction = withApplication(
    deps,
    async (opened, page) => {
      const one = await found(opened, page);
      if (!one) return missingPage(opened, page.lang);
      const { quarter } = one;
      if (!(await mayCorrect(deps, one, page.now))) return seeOther(paths.report(quarter));
      const again = async () => wayOf((await found(opened, page)) ?? one, opened, paths.correct(quarter), quarter);
      const way = await again();
      return page.method === 'POST' ? answerCorrection(deps, way, page, again) : showCorrection(way, page);
    },
    () => reportForm(),
  );
  return [
    {
      method: 'GET',
      path: paths.list,
      page: withApplication(deps, (opened, page) => listPage(deps, opened, page)),
    },
    { method: 'GET', path: paths.report('{quarter}'), page: report },
    { method: 'POST', path: paths.report('{quarter}'), page: report },
    { method: 'GET', path: paths.correct('{quarter}'), page: correction },
    { method: 'POST', path: paths.correct('{quarter}'), page: correction },
  ];
}

const missingPage = ({ round }: Opened, lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.missing[lang]} contact={round.contact}>
      <p>{words.missingText[lang]}</p>
      <p>
        <a href={paths.list}>{words.toAll[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 404 },
  );

async function listPage(
  deps: OwnReportsReach,
  { application }: Opened,
  { lang, now }: PageRequest,
): Promise<PageResponse> {
  const residency = await deps.residencies.get(application.reference);
  const rows = residency ? await figuresOf(deps, residency.id, now) : [];
  const round = residency ? (await rulesOf(deps, residency)).round : undefined;
  return html(
    <Layout
      lang={lang}
      title={words.all[lang]}
      eyebrow={round && <RoundAndReference title={round.title[lang]} reference={application.reference} />}
      {...(round && { contact: round.contact })}
    >
      {rows.length === 0 ? (
        <p>{words.allNone[lang]}</p>
      ) : (
        <SummaryList
          rows={rows.toReversed().map((row) => ({
            term: quarterText(row.quarter)[lang],
            value: stateText(row, lang),
            change: {
              href: paths.report(row.quarter),
              label: words[row.sentAt || row.isDropped ? 'see' : 'write'][lang],
            },
          }))}
        />
      )}
    </Layout>,
  );
}

/** Where a report stands: sent and when, late, or until when it is to be sent. */
export function stateText({ sentAt, isDropped, isLate, dueAt }: FigureRow, lang: Lang): string {
  if (sentAt) {
    const late = isLate ? ` (${reportWords.late[lang]})` : '';
    return `${words.sentState[lang]}: ${formatInstant(sentAt, lang)}${late}`;
  }
  if (isDropped) return words.notNeeded[lang];
  return openText(isLate, formatInstant(dueAt, lang))[lang];
}
