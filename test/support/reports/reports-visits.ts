import { deskReportWords } from '../../../functions/reports/pages/desk-texts.ts';
import { titleOf, reportPageWords as words } from '../../../functions/reports/pages/report-texts.ts';
import { deskReportPaths, ownReportPaths } from '../../../functions/reports/pages/reports-paths.ts';
import { requestPath } from '../../../functions/requests/request-link.ts';
import { quarterText } from '../../../functions/residency-rules/quarter-text.ts';
import type { Text } from '../../../functions/shared/i18n.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import type { Academy } from '../academy.ts';
import { deskOf } from '../desk/sign-in.ts';
import type { Typing, Visit } from '../pages/visits.ts';
import { labManager } from '../spaces/stored-spaces.ts';
import { storedReports } from './stored-reports.ts';

/** What a startup reports, by the mailed link and by its own session, and what the manager of the Lab sees of all. */
export async function reportsVisits(at: Academy, typed: Typing, sign: SignLink): Promise<readonly Visit[]> {
  const [stored, left] = [await storedReports(at, typed.lang), await storedReports(at, typed.lang)];
  await left.end();
  const { browser: own, inTime, open, late, id, name } = stored;
  const [by, other] = [
    await deskOf(at, labManager, typed.lang),
    await deskOf(at, 'sora.park@academy.example.kr', typed.lang),
  ];
  const link = async (request: string, applicant: string) => {
    const found = await at.requests.get(request);
    if (!found) throw new Error(`there is no request ${request}`);
    return requestPath({ sign, kinds: at.kinds }, found, { applicant });
  };
  const path = await link(open.request, id);
  const of = (title: Text, { quarter }: typeof open) => titleOf(title, quarterText(quarter));
  const heading = of(words.title, open);
  const report = {
    staff: '12',
    revenue: '120,000,000',
    investment: '0',
    jobs: '2',
    reached: typed.reply,
    next: typed.reason,
  };
  const nameOf = ({ quarter }: typeof open) => ({
    ko: `${name}, ${quarterText(quarter).ko}`,
    en: `${name}, ${quarterText(quarter).en}`,
  });
  const correction = { ...report, application: id, version: '1' };
  return [
    { name: 'report-late', path, status: 200, heading },
    {
      name: 'report-wrong',
      path,
      post: { ...report, revenue: typed.lang === 'ko' ? '1.5억' : '1.5m', staff: '-1', next: '' },
      status: 422,
      heading,
    },
    { name: 'report-confirm', path, post: report, status: 200, heading: words.confirm },
    { name: 'report-sent', path: await link(inTime.request, id), status: 200, heading: of(words.sent, inTime) },
    { name: 'report-gone', path: await link(left.open.request, left.id), status: 410, heading: words.gone },
    { name: 'reports-own', path: ownReportPaths.list, by: own, status: 200, heading: words.all },
    { name: 'report-own', path: ownReportPaths.report(open.quarter), by: own, status: 200, heading },
    {
      name: 'report-own-sent',
      path: ownReportPaths.report(late.quarter),
      by: own,
      status: 200,
      heading: of(words.sent, late),
    },
    {
      name: 'report-correct',
      path: ownReportPaths.correct(late.quarter),
      by: own,
      status: 200,
      heading: of(words.correctTitle, late),
    },
    {
      name: 'report-correct-confirm',
      path: ownReportPaths.correct(late.quarter),
      by: own,
      post: correction,
      status: 200,
      heading: words.confirmCorrection,
    },
    {
      name: 'report-correct-changed',
      path: ownReportPaths.correct(late.quarter),
      by: own,
      post: { ...correction, version: '9', confirm: 'yes' },
      status: 409,
      heading: of(words.correctTitle, late),
    },
    { name: 'report-own-none', path: `${ownReportPaths.list}/2019-Q1`, by: own, status: 404, heading: words.missing },
    { name: 'reports', path: deskReportPaths.list, by, status: 200, heading: deskReportWords.title },
    {
      name: 'reports-all',
      path: `${deskReportPaths.list}?quarter=all`,
      by,
      status: 200,
      heading: deskReportWords.title,
    },
    { name: 'reports-no-role', path: deskReportPaths.list, by: other, status: 403, heading: deskReportWords.noRole },
    { name: 'report-of', path: deskReportPaths.report(late.event), by, status: 200, heading: nameOf(late) },
    { name: 'report-of-missing', path: deskReportPaths.report(open.event), by, status: 200, heading: nameOf(open) },
    {
      name: 'report-of-none',
      path: deskReportPaths.report('no-such'),
      by,
      status: 404,
      heading: deskReportWords.noReport,
    },
  ];
}
