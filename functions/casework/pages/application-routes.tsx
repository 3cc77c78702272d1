import type { Application } from '../../applications/application.ts';
import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskRefusal } from '../../desk/pages/desk-refusal.tsx';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { keptFrom } from '../../screening/kept-from.ts';
import { roundSubject } from '../../selection/admission.ts';
import { RoundAndReference } from '../../shared/pages/components.tsx';
import { check } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import {
  accessed,
  attachment,
  csvType,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { parseReference } from '../../shared/references.ts';
import { caseFileOf } from '../case-file.ts';
import type { CaseworkDependencies } from '../casework-dependencies.ts';
import { applicationsCsv, applicationsOfFile, filesFor } from '../download-applications.ts';
import { inOnePage, type KeptFrom, listPage, neighboursOf } from '../list-applications.ts';
import { type ListChoice, parseOrder, parsePosition } from '../list-position.ts';
import { recordDownload } from '../record-download.ts';
import { searchApplications } from '../search-applications.ts';
import { CaseView } from './case-page.tsx';
import { caseWords } from './case-words.ts';
import { caseworkPaths, choiceQuery } from './casework-paths.ts';
import { accessWords, listedStates } from './casework-words.ts';
import { ListView } from './list-page.tsx';
import { listWords as words } from './list-words.ts';
import { type Looking, ofApplications } from './round-access.tsx';
import { SearchForm, SearchView, searchForm, shownOf } from './search-page.tsx';

/** What an address or a form says of a list. */
const choiceOf = (given: { readonly order?: string; readonly state?: string }): ListChoice => ({
  order: parseOrder(given.order),
  state: listedStates.find((state) => state === given.state),
});

const lastOf = ({ form }: PageRequest, name: string): string => form.get(name)?.at(-1) ?? '';

/** The applications of a round: listed, searched for, taken as a file, and each with its case. */
export function applicationRoutes(deps: CaseworkDependencies): PageRoute[] {
  return [
    {
      method: 'GET',
      path: caseworkPaths.list('{round}'),
      page: ofApplications(deps, (at, request) => list(deps, at, request)),
    },
    ...posted(deps, caseworkPaths.search('{round}'), search),
    ...posted(deps, caseworkPaths.csv('{round}'), file),
    {
      method: 'GET',
      path: caseworkPaths.case('{round}', '{reference}'),
      page: ofApplications(deps, (at, request) => oneCase(deps, at, request)),
    },
  ];
}

/** A page that is posted: what was asked for is kept nowhere, so that an address that is opened again begins with the list. */
const posted = (
  deps: CaseworkDependencies,
  path: string,
  page: (deps: CaseworkDependencies, looking: Looking, request: PageRequest) => Promise<PageResponse>,
): PageRoute[] => [
  {
    method: 'GET',
    path,
    page: ofApplications(deps, async ({ round }) => seeOther(caseworkPaths.list(round.id))),
  },
  { method: 'POST', path, page: ofApplications(deps, (looking, request) => page(deps, looking, request)) },
];

/** The response as a record of access: whose data was seen by whom. */
const seenBy = (response: PageResponse, { person }: Desk, of: string, task: string): PageResponse =>
  accessed(response, { account: person.id, of, task });

const keptFromBy =
  (deps: CaseworkDependencies, { desk, round }: Looking): KeptFrom =>
  (applications) =>
    keptFrom(deps, desk.person, round, applications);

async function list(deps: CaseworkDependencies, looking: Looking, request: PageRequest): Promise<PageResponse> {
  const { desk, round } = looking;
  const { lang, now, query } = request;
  const choice = choiceOf(query);
  const kept = keptFromBy(deps, looking);
  const [page, counts] = await Promise.all([
    listPage(deps, round, choice, parsePosition(query.from, choice.order, round.code), kept),
    deps.counts.get(round.id),
  ]);
  const hidden = await kept(page.applications);
  const references = page.applications.map(({ reference }) => reference).filter((one) => !hidden.has(one));
  if (references.length > 0) {
    await recordDeskRead(deps, desk, { of: roundSubject(round.id), task: 'applications', references }, now);
  }
  const all = choice.state === undefined ? counts?.sent : counts?.states[choice.state];
  return seenBy(
    deskPage({
      desk,
      lang,
      path: caseworkPaths.list(round.id),
      title: words.title[lang],
      lead: `${round.title[lang]}. ${words.recorded[lang]}`,
      children: (
        <ListView
          {...{ round: round.id, choice, page, hidden, lang }}
          files={filesFor(all ?? page.applications.length)}
        />
      ),
    }),
    desk,
    round.id,
    'applications',
  );
}

async function search(deps: CaseworkDependencies, looking: Looking, request: PageRequest): Promise<PageResponse> {
  const { desk, round } = looking;
  const { lang, now } = request;
  const typed = lastOf(request, 'q').slice(0, 1_000);
  const checked = check(searchForm, { q: [typed] }, lang);
  const all = checked.ok ? await searchApplications(deps, round, checked.values.q) : undefined;
  const frame = { desk, lang, formId: searchForm.id, title: words.searchTitle[lang], lead: round.title[lang] };
  if (!checked.ok || all?.kind !== 'found') {
    const problem = { field: 'q', message: words.searchMissing[lang] };
    const errors = switchedTo(request.form) ? [] : checked.ok ? [problem] : checked.errors;
    const children = <SearchForm {...{ round: round.id, typed, errors, lang }} />;
    return deskPage({ ...frame, errors, children }, { status: errors.length > 0 ? 422 : 200 });
  }
  const hidden = await keptFromBy(deps, looking)(all.applications);
  // By a reference nothing is told but itself; by anything else, that it belongs to who has that name, address or telephone.
  const isByReference = parseReference(checked.values.q) !== undefined;
  const found = isByReference
    ? all
    : { ...all, applications: all.applications.filter(({ reference }) => !hidden.has(reference)) };
  const pages = Math.max(1, Math.ceil(found.applications.length / inOnePage));
  const page = Math.min(pages - 1, Number(/^\d{1,3}$/u.exec(lastOf(request, 'page'))?.[0] ?? 0));
  const shown = shownOf({ found, page });
  const references = shown.map(({ reference }) => reference).filter((one) => !hidden.has(one));
  if (references.length > 0) {
    await recordDeskRead(deps, desk, { of: roundSubject(round.id), task: 'search', references }, now);
  }
  const children = <SearchView {...{ round: round.id, typed, found, page, hidden, lang }} />;
  return seenBy(deskPage({ ...frame, children }), desk, round.id, 'search');
}

async function file(deps: CaseworkDependencies, looking: Looking, request: PageRequest): Promise<PageResponse> {
  const { desk, round } = looking;
  const choice = choiceOf({ order: lastOf(request, 'order'), state: lastOf(request, 'state') });
  const number = Math.max(1, Number(/^\d{1,3}$/u.exec(lastOf(request, 'file'))?.[0] ?? 1));
  const inFile = await applicationsOfFile(deps, round, choice, number);
  const hidden = await keptFromBy(deps, looking)(inFile);
  const { state } = choice;
  const all = state === undefined ? inFile : inFile.filter(({ reference }) => !hidden.has(reference));
  await recordDownload(deps, desk, { round: round.id, number, rows: all.length, state }, request.now);
  const name = [round.id, 'applications', ...(state ? [state.toLowerCase()] : []), number].join('-');
  return seenBy(
    attachment(`${name}.csv`, csvType, applicationsCsv(all, hidden, request.lang)),
    desk,
    round.id,
    'applications-csv',
  );
}

/** What the same person seems to have sent; not what somebody is kept from, or it would tell whose that is. */
async function doubtfulOf(deps: CaseworkDependencies, looking: Looking, { flags }: Application): Promise<string[]> {
  const found = await deps.applications.many(flags?.duplicates ?? []);
  const hidden = await keptFromBy(deps, looking)(found);
  return found.map(({ reference }) => reference).filter((reference) => !hidden.has(reference));
}

async function oneCase(deps: CaseworkDependencies, looking: Looking, request: PageRequest): Promise<PageResponse> {
  const { desk, round } = looking;
  const { lang, now, params, query } = request;
  const reference = parseReference(params.reference ?? '');
  const application = reference && (await deps.applications.get(reference));
  const choice = choiceOf(query);
  const back = { href: `${caseworkPaths.list(round.id)}${choiceQuery(choice)}`, label: words.toList };
  if (!application || application.roundId !== round.id || application.version === 0) {
    return deskRefusal(desk, lang, { status: 404, title: words.noCase, text: words.noCaseText, back });
  }
  if ((await keptFromBy(deps, looking)([application])).size > 0) {
    return deskRefusal(desk, lang, { status: 403, title: accessWords.conflict, text: accessWords.conflictText, back });
  }
  await recordDeskRead(deps, desk, { of: application.reference, task: 'case' }, now);
  const [file, doubtful, beside] = await Promise.all([
    caseFileOf(deps, application, round, now),
    doubtfulOf(deps, looking, application),
    neighboursOf(deps, round, choice, application, keptFromBy(deps, looking)),
  ]);
  return seenBy(
    deskPage({
      desk,
      lang,
      title: application.name ?? caseWords.title[lang],
      lead: round.title[lang],
      children: (
        <>
          <p>
            <RoundAndReference title={caseWords.title[lang]} reference={application.reference} />
          </p>
          <CaseView {...{ file, choice, beside, doubtful, now, lang }} kinds={deps.kinds} />
        </>
      ),
    }),
    desk,
    application.reference,
    'case',
  );
}
