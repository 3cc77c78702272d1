import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { recordDeskRead } from '../../desk/record-desk-read.ts';
import { assigneeId } from '../../requests/request.ts';
import { hiddenFrom } from '../../residencies/hidden-from.ts';
import { RoundAndReference } from '../../shared/pages/components.tsx';
import { check } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import {
  accessed,
  attachment,
  csvType,
  type PageRequest,
  type PageResponse,
  seeOther,
  switchedTo,
} from '../../shared/pages/request.ts';
import { seoulDateOf } from '../../shared/time.ts';
import { copyOf } from '../agreement-copy.ts';
import { chosen, found, type Listed, listed } from '../list-residencies.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { decidesAboutResidencies } from '../reader-roles.ts';
import { residencyFileOf } from '../residency-file.ts';
import { type Choice, standings } from '../standing.ts';
import { deskResidencyWords as words } from './desk-words.ts';
import { residenciesCsv } from './residencies-csv.ts';
import { searchForm } from './residencies-forms.tsx';
import { FoundResidencies, ResidenciesList } from './residencies-list.tsx';
import { forReaders, type Looking, ofResidency } from './residency-access.ts';
import { ResidencyView } from './residency-page.tsx';
import { residencyPaths as paths } from './residency-paths.ts';

type Deps = ResidencyPagesDependencies;

/** What reads of lists are recorded as. */
const allResidencies = 'residencies';

/** Residencies at the desk: listed, searched for, taken as a file, and each with all that there is of it. */
export function deskRoutes(deps: Deps): PageRoute[] {
  const reading = (page: (deps: Deps, desk: Desk, request: PageRequest) => Promise<PageResponse>) =>
    forReaders(deps, (desk, request) => page(deps, desk, request));
  /** Who comes to the address of a form finds the list. */
  const posted = (path: string, page: typeof list): PageRoute[] => [
    { method: 'POST', path, page: reading(page) },
    { method: 'GET', path, page: forReaders(deps, async () => seeOther(paths.list)) },
  ];
  return [
    { method: 'GET', path: paths.list, page: reading(list) },
    ...posted(paths.search, search),
    ...posted(paths.csv, file),
    { method: 'GET', path: paths.residency('{reference}'), page: ofResidency(deps, (at) => one(deps, at)) },
    {
      method: 'GET',
      path: paths.copy('{reference}', '{agreement}', '{version}'),
      page: ofResidency(deps, (at) => copy(deps, at)),
    },
  ];
}

const choiceOf = ({ round, state }: Readonly<Record<string, string | undefined>>): Choice => ({
  ...(round && /^[a-z0-9-]{1,60}$/u.test(round) && { round }),
  ...(state && { state: [...standings, 'all' as const].find((one) => one === state) }),
});

/** What a page shows of some residencies: with whom they wait for, and without those that whoever looks is kept from. */
async function shown(deps: Deps, { person }: Desk, rows: readonly Listed[]) {
  const hidden = await hiddenFrom(
    deps,
    person,
    rows.map(({ residency }) => residency),
  );
  const ids = new Set(
    rows.flatMap(({ open }) => open.map(({ assignee }) => (assignee.person ? assigneeId(assignee) : ''))),
  );
  const people = await Promise.all([...ids].filter((id) => id !== '').map((id) => deps.people.get(id)));
  return { hidden, names: new Map(people.flatMap((one) => (one ? [[one.id, one.name] as const] : []))) };
}

async function everyone(deps: Deps, { now }: PageRequest) {
  const [residencies, spaces] = await Promise.all([deps.residencies.all(), deps.spaces.all()]);
  return { spaces, all: await listed(deps, residencies, spaces, now) };
}

async function recorded(
  deps: Deps,
  desk: Desk,
  task: string,
  { rows, hidden }: { readonly rows: readonly Listed[]; readonly hidden: ReadonlySet<string> },
  { now }: PageRequest,
): Promise<void> {
  const references = rows.map(({ residency }) => residency.id).filter((id) => !hidden.has(id));
  if (references.length > 0) await recordDeskRead(deps, desk, { of: allResidencies, task, references }, now);
}

const seenBy = (page: PageResponse, { person }: Desk, of: string, task: string): PageResponse =>
  accessed(page, { account: person.id, of, task });

async function list(deps: Deps, desk: Desk, request: PageRequest): Promise<PageResponse> {
  const { lang, now, query } = request;
  const { all, spaces } = await everyone(deps, request);
  const choice = choiceOf(query);
  const rows = chosen(all, choice);
  const seen = await shown(deps, desk, rows);
  await recorded(deps, desk, 'residencies', { rows, ...seen }, request);
  const rounds = [...new Map(all.map(({ round }) => [round.id, round.title[lang]]))];
  const page = deskPage({
    desk,
    lang,
    current: paths.list,
    title: words.title[lang],
    lead: words.lead[lang],
    children: (
      <ResidenciesList
        {...{ rows, choice, spaces, ...seen, now, lang }}
        rounds={rounds.map(([id, title]) => ({ id, title }))}
        kinds={deps.kinds}
        today={seoulDateOf(now)}
      />
    ),
  });
  return seenBy(page, desk, allResidencies, 'residencies');
}

async function search(deps: Deps, desk: Desk, request: PageRequest): Promise<PageResponse> {
  const { form, now } = request;
  const switched = switchedTo(form);
  const lang = switched ?? request.lang;
  const typed = (form.get('q')?.at(-1) ?? '').slice(0, 1_000);
  const checked = check(searchForm, { q: [typed] }, lang);
  const rows = checked.ok ? found((await everyone(deps, request)).all, checked.values.q) : [];
  const seen = await shown(deps, desk, rows);
  // By a name nothing is told of what somebody is kept from, not even that it is there.
  const visible = rows.filter(({ residency }) => !seen.hidden.has(residency.id));
  await recorded(deps, desk, 'residencies-search', { rows: visible, ...seen }, request);
  const errors = checked.ok || switched ? [] : checked.errors;
  const children = (
    <FoundResidencies
      {...{ typed, errors, ...seen, now, lang }}
      rows={visible}
      kinds={deps.kinds}
      today={seoulDateOf(now)}
    />
  );
  const page = deskPage(
    { desk, lang, formId: searchForm.id, title: words.found[lang], errors, children },
    { status: errors.length > 0 ? 422 : 200 },
  );
  return seenBy(page, desk, allResidencies, 'residencies-search');
}

async function file(deps: Deps, desk: Desk, request: PageRequest): Promise<PageResponse> {
  const { lang, now, form } = request;
  const { all } = await everyone(deps, request);
  const choice = choiceOf({ round: form.get('round')?.at(-1), state: form.get('state')?.at(-1) });
  const rows = chosen(all, choice);
  const seen = await shown(deps, desk, rows);
  await recorded(deps, desk, 'residencies-csv', { rows, ...seen }, request);
  const today = seoulDateOf(now);
  const csv = residenciesCsv(rows, { ...seen, kinds: deps.kinds, today, now, lang });
  return seenBy(attachment(`residencies-${today}.csv`, csvType, csv), desk, allResidencies, 'residencies-csv');
}

async function one(deps: Deps, { desk, residency, request }: Looking): Promise<PageResponse> {
  const { lang, now } = request;
  await recordDeskRead(deps, desk, { of: residency.id, task: 'residency' }, now);
  const whole = await residencyFileOf(deps, residency, now);
  const page = deskPage({
    desk,
    lang,
    title: residency.erasedAt ? words.erased[lang] : residency.startup.name,
    lead: whole.round.title[lang],
    children: (
      <>
        <p>
          <RoundAndReference title={words.title[lang]} reference={residency.id} />
        </p>
        <ResidencyView
          file={whole}
          kinds={deps.kinds}
          telling={deps.telling}
          decides={decidesAboutResidencies(desk.person)}
          {...{ now, lang }}
        />
      </>
    ),
  });
  return seenBy(page, desk, residency.id, 'residency');
}

async function copy(deps: Deps, { desk, residency, request }: Looking): Promise<PageResponse> {
  const { now, params } = request;
  const pdf = await copyOf(deps, residency.id, params);
  if (!pdf) throw new PageFault(404);
  await recordDeskRead(deps, desk, { of: residency.id, task: 'agreement-copy' }, now);
  return seenBy(attachment(pdf.name, 'application/pdf', pdf.bytes), desk, residency.id, 'agreement-copy');
}
