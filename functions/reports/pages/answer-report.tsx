import { rulesOf } from '../../onboarding/case.ts';
import { residencyEventId } from '../../residencies/residency-event.ts';
import { quarterBefore } from '../../residency-rules/reports.ts';
import type { Lang } from '../../shared/i18n.ts';
import { check, decode, type FieldError, type Typed } from '../../shared/pages/form.ts';
import { type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { type Choice, confirmation, twoActs } from '../../shared/pages/two-acts.tsx';
import type { Dependencies } from '../dependencies.ts';
import { type Figures, isReport, presentIn, quarterIn } from '../report.ts';
import { correctReport, type ReportCase, sendReport } from '../send-report.ts';
import { reportForm, typedFrom } from './report-form.ts';
import { reportPageWords as words } from './report-texts.ts';
import { figureRows, frameOf, type ReportView, reportFormPage } from './report-views.tsx';

export type ReportPages = Pick<
  Dependencies,
  'commit' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'people'
>;

/** What a page about a report shows beside it: the round, and the quarter before. */
export async function viewOf(
  deps: Pick<Dependencies, 'residencyEvents' | 'rounds'>,
  { event, residency }: ReportCase,
): Promise<ReportView> {
  const quarter = quarterBefore(quarterIn(event));
  const [{ round }, earlier] = await Promise.all([
    rulesOf(deps, residency),
    deps.residencyEvents.get(residencyEventId(residency.id, 'report', quarter)),
  ]);
  const figures = earlier && isReport(earlier) ? presentIn(earlier.report) : undefined;
  return { event, residency, round, before: figures && { quarter, figures } };
}

/** How a startup came to a report: by the mailed link, or by the session of its application. */
export interface ReportWay {
  readonly view: ReportView;
  /** The page's own path, to which it posts. */
  readonly action: string;
  /** Where it leads once that is done. */
  readonly onwards: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly by: string;
  readonly asked?: { readonly request: string; readonly generation: number };
}

const versionField = 'version';

const choose = (
  { view, action, hidden }: ReportWay,
  given: Pick<Parameters<typeof reportFormPage>[1], 'lang' | 'now' | 'typed' | 'errors' | 'corrects' | 'isChanged'>,
): PageResponse =>
  reportFormPage(view, {
    ...given,
    action,
    hidden: {
      ...hidden,
      ...(given.corrects && { [versionField]: String(presentIn(view.event.report)?.number ?? 0) }),
    },
  });

export const showReportForm = (way: ReportWay, { lang, now }: Pick<PageRequest, 'lang' | 'now'>): PageResponse =>
  choose(way, { lang, now, typed: {}, errors: [], corrects: false });

/** The form of a correction, with what was sent last. */
export function showCorrection(
  way: ReportWay,
  { lang, now }: Pick<PageRequest, 'lang' | 'now'>,
  isChanged = false,
): PageResponse {
  const present = presentIn(way.view.event.report);
  return choose(way, { lang, now, typed: present ? typedFrom(present) : {}, errors: [], corrects: true, isChanged });
}

/** What a form says, or what is wrong with it. */
function readFigures(way: ReportWay, typed: Typed, lang: Lang): Choice<Figures> {
  const checked = check(reportForm(way.view.before), typed, lang);
  if (!checked.ok) return { errors: checked.errors };
  const { staff, revenue, investment, jobs, reached, next } = checked.values;
  return {
    answer: { staff, revenue, investment, ...(jobs !== undefined && { jobs }), milestones: { reached, next } },
  };
}

/** The two acts of sending a report, or a correction of one. */
function inTwoActs(
  way: ReportWay,
  page: PageRequest,
  corrects: boolean,
  settle: (figures: Figures) => Promise<PageResponse>,
): Promise<PageResponse> {
  const typed = decode(reportForm(way.view.before), page.form);
  const { now } = page;
  const version = page.form.get(versionField)?.at(-1);
  return twoActs<Figures>(page, {
    read: (lang) => readFigures(way, typed, lang),
    choose: (lang, errors: readonly FieldError[]) => choose(way, { lang, now, typed, errors, corrects }),
    confirm: (figures, lang) =>
      confirmation({
        ...frameOf(way.view, corrects ? words.confirmCorrection : words.confirm, lang),
        title: words[corrects ? 'confirmCorrection' : 'confirm'][lang],
        lead: words[corrects ? 'confirmCorrectionLead' : 'confirmLead'][lang],
        rows: figureRows(figures, way.view.before, lang),
        action: way.action,
        chosen: {
          ...typed,
          ...way.hidden,
          ...(corrects && version !== undefined && { [versionField]: version }),
        },
        yes: words.confirmYes[lang],
      }),
    settle,
  });
}

/** Sends a report: what was sent before, or is not needed any more, is shown by the page that it leads to. */
export const answerReport = (deps: ReportPages, way: ReportWay, page: PageRequest): Promise<PageResponse> =>
  inTwoActs(way, page, false, async (figures) => {
    const { view, by, asked } = way;
    await sendReport(deps, { event: view.event.id, figures, by, ...(asked && { asked }) }, page.now);
    return seeOther(way.onwards);
  });

/** Sends a corrected version. @param again the way with the report as it is then, if another correction came first */
export const answerCorrection = (
  deps: ReportPages,
  way: ReportWay,
  page: PageRequest,
  again: () => Promise<ReportWay>,
): Promise<PageResponse> =>
  inTwoActs(way, page, true, async (figures) => {
    const shown = page.form.get(versionField)?.at(-1) ?? '';
    const version = /^\d{1,3}$/u.test(shown) ? Number(shown) : 0;
    const { view, by } = way;
    const { kind } = await correctReport(deps, { event: view.event.id, figures, by, version }, page.now);
    return kind === 'changed' ? showCorrection(await again(), page, true) : seeOther(way.onwards);
  });
