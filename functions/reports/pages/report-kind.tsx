import type { RequestKind, RequestPagesOf } from '../../requests/pages/kinds.ts';
import { Fault } from '../../shared/errors.ts';
import { quarterIn } from '../report.ts';
import { mayCorrect, reportCase } from '../send-report.ts';
import { answerReport, type ReportPages, type ReportWay, showReportForm, viewOf } from './answer-report.tsx';
import { gonePage, sentPage } from './report-views.tsx';
import { ownReportPaths } from './reports-paths.ts';

/** The report that a request is about. */
async function caseOf(deps: ReportPages, { subject }: { readonly subject: string }) {
  const found = await reportCase(deps, subject);
  if (!found) throw new Fault('ResidencyMissing', { reference: subject });
  return found;
}

/** The startup's page for the report of a quarter, by the mailed link. */
const reportKind = (deps: ReportPages): RequestKind => {
  const wayOf = async ({ request, path }: Parameters<RequestKind['show']>[0]): Promise<ReportWay> => {
    const found = await caseOf(deps, request);
    return {
      view: await viewOf(deps, found),
      action: path,
      onwards: path,
      hidden: {},
      by: `applicant:${found.residency.id}`,
      asked: { request: request.id, generation: request.generation },
    };
  };
  return {
    show: async (held, page) => showReportForm(await wayOf(held), page),
    answer: async (held, page) => answerReport(deps, await wayOf(held), page),
    closed: async (request, { lang, now }) => {
      const found = await caseOf(deps, request);
      const view = await viewOf(deps, found);
      if (request.state !== 'SETTLED') return gonePage(view, lang);
      const isOpen = await mayCorrect(deps, found, now);
      return sentPage(view, lang, isOpen ? ownReportPaths.correct(quarterIn(found.event)) : undefined);
    },
  };
};

/** The pages of the requests about reports, by their kind. */
export const reportsRequestPages = (deps: ReportPages): RequestPagesOf<'reports'> => ({
  'quarterly-report': reportKind(deps),
});
