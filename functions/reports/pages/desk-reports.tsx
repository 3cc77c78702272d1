import type { Desk } from '../../desk/desk.ts';
import type { DeskDependencies } from '../../desk/open-desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { withDesk } from '../../desk/pages/sign-in.ts';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { peopleNames } from '../../people/people-names.ts';
import { hiddenFrom, isHiddenFrom } from '../../residencies/hidden-from.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import { roundSubject } from '../../selection/admission.ts';
import { SummaryList } from '../../shared/pages/components.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { accessed, attachment, csvType, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant, seoulDateOf } from '../../shared/time.ts';
import { managesSpaces } from '../../spaces/space-roles.ts';
import { allReports, quartersIn, type ReportRow } from '../all-reports.ts';
import type { Dependencies } from '../dependencies.ts';
import { figuresIn } from '../figures.ts';
import { presentIn, quarterIn } from '../report.ts';
import { reportCase } from '../send-report.ts';
import { reportWords } from '../words.ts';
import { viewOf } from './answer-report.tsx';
import { ReportsList, stateOf } from './desk-list.tsx';
import { deskReportWords as words } from './desk-texts.ts';
import { figureRows, Versions } from './report-views.tsx';
import { reportsCsv } from './reports-csv.ts';
import { deskReportPaths as paths } from './reports-paths.ts';

export type DeskReportsReach = DeskDependencies &
  Pick<Dependencies, 'applications' | 'commit' | 'residencies' | 'residencyEvents' | 'rounds' | 'screenings'>;

/** The reports of all startups, for whoever looks after the Lab: without those of startups in which they have an interest. */
export function deskReportRoutes(deps: DeskReportsReach): PageRoute[] {
  const forManagers = (page: (desk: Desk, request: PageRequest) => Promise<PageResponse>) =>
    withDesk(deps, async (desk, request) =>
      managesSpaces(desk.person)
        ? page(desk, request)
        : deskRefusal(desk, request.lang, { status: 403, title: words.noRole, text: words.noRoleText }),
    );
  return [
    { method: 'GET', path: paths.list, page: forManagers((desk, request) => listPage(deps, desk, request)) },
    { method: 'GET', path: paths.csv, page: forManagers((desk, request) => file(deps, desk, request)) },
    {
      method: 'GET',
      path: paths.report('{event}'),
      page: forManagers((desk, request) => onePage(deps, desk, request)),
    },
  ];
}

/** The reports that somebody may see. */
async function reportsFor(
  deps: DeskReportsReach,
  { person }: Desk,
  { now }: PageRequest,
): Promise<readonly ReportRow[]> {
  const all = await allReports(deps, now);
  const residencies = new Map(all.map(({ residency }) => [residency.id, residency]));
  const hidden = await hiddenFrom(deps, person, [...residencies.values()]);
  return all.filter(({ residency }) => !hidden.has(residency.id));
}

/** Records whose reports somebody looks at, round by round, before they are shown. */
async function recordRead(
  deps: DeskReportsReach,
  { desk, task }: { readonly desk: Desk; readonly task: string },
  rows: readonly ReportRow[],
  { now }: PageRequest,
): Promise<void> {
  const byRound = Map.groupBy(rows, ({ residency }) => residency.roundId);
  for (const [round, some] of byRound) {
    const references = [...new Set(some.map(({ residency }) => residency.id))];
    await recordDeskRead(deps, desk, { of: roundSubject(round), task, references }, now);
  }
}

/** Whose reports are on the page: of one round, or of the newest of some. */
const seenBy = (response: PageResponse, desk: Desk, rows: readonly ReportRow[], task: string): PageResponse => {
  const of = rows[0]?.residency.roundId;
  return of === undefined ? response : accessed(response, { account: desk.person.id, of, task });
};

async function listPage(deps: DeskReportsReach, desk: Desk, request: PageRequest): Promise<PageResponse> {
  const { query, lang } = request;
  const all = await reportsFor(deps, desk, request);
  const quarters = quartersIn(all);
  const chosen = query.quarter === 'all' ? undefined : (quarters.find((one) => one === query.quarter) ?? quarters[0]);
  const rows = chosen ? all.filter(({ row }) => row.quarter === chosen) : all;
  await recordRead(deps, { desk, task: 'reports' }, rows, request);
  const page = deskPage({
    desk,
    lang,
    current: paths.list,
    title: words.title[lang],
    lead: words.lead[lang],
    children: <ReportsList {...{ rows, quarters, chosen, lang }} />,
  });
  return seenBy(page, desk, rows, 'reports');
}

async function file(deps: DeskReportsReach, desk: Desk, request: PageRequest): Promise<PageResponse> {
  const { now, lang } = request;
  const rows = await reportsFor(deps, desk, request);
  await recordRead(deps, { desk, task: 'reports-csv' }, rows, request);
  const name = `reports-${seoulDateOf(now)}.csv`;
  return seenBy(attachment(name, csvType, reportsCsv(rows, lang)), desk, rows, 'reports-csv');
}

async function onePage(deps: DeskReportsReach, desk: Desk, request: PageRequest): Promise<PageResponse> {
  const { lang, now, params } = request;
  const id = params.event ?? '';
  const found = /^[\w-]{1,60}$/u.test(id) ? await reportCase(deps, id) : undefined;
  const [row] = found ? figuresIn([found.event], now) : [];
  if (!found || !row) {
    return deskRefusal(desk, lang, {
      status: 404,
      title: words.noReport,
      text: words.noReportText,
      back: { href: paths.list, label: words.back },
    });
  }
  const { event, residency } = found;
  if (await isHiddenFrom(deps, desk.person, residency)) {
    return deskRefusal(desk, lang, {
      status: 403,
      title: words.hidden,
      text: words.hiddenText,
      back: { href: paths.list, label: words.back },
    });
  }
  await recordDeskRead(deps, desk, { of: residency.id, task: 'report' }, now);
  const ofStaff = (by: string): string | undefined => /^person:(?<id>.+)$/u.exec(by)?.groups?.id;
  const names = await peopleNames(
    deps,
    event.report.versions.flatMap(({ by }) => ofStaff(by) ?? []),
  );
  const whoOf = (by: string): string => {
    const person = ofStaff(by);
    return person === undefined ? words.startupItself[lang] : (names.get(person) ?? words.formerStaff[lang]);
  };
  const { before } = await viewOf(deps, found);
  const present = presentIn(event.report);
  const page = deskPage({
    desk,
    lang,
    path: paths.report(event.id),
    title: `${residency.startup.name || residency.id}, ${quarterText(quarterIn(event))[lang]}`,
    children: (
      <>
        <SummaryList
          rows={[
            { term: words.reference[lang], value: residency.id },
            { term: words.state[lang], value: words[stateOf(row)][lang] },
            { term: reportWords.due[lang], value: formatInstant(row.dueAt, lang) },
            ...(present ? figureRows(present, before, lang) : []),
          ]}
        />
        {present && <Versions event={event} lang={lang} whoOf={whoOf} />}
        <p>
          <a href={paths.list}>{words.back[lang]}</a>
        </p>
      </>
    ),
  });
  return accessed(page, { account: desk.person.id, of: residency.id, task: 'report' });
}
