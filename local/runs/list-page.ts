import { Html, html, nothing, page, refreshNote, statusMark, time } from './html.ts';
import type { ListedRun, RoundRuns, SubjectRuns } from './subjects.ts';
import type { Unsent } from './unsent.ts';

/** Rows of a round's part at most. */
const maxRows = 200;

/** The parts of a round in the order in which they follow each other. */
const parts: readonly (readonly [machine: string, title: string])[] = [
  ['cohort-admission', 'The round'],
  ['applicant-intake', 'Intake'],
  ['screening', 'Screenings'],
  ['seat-offer', 'Seats'],
];

export const runPath = (arn: string): string => `/run?arn=${encodeURIComponent(arn)}`;

const searchPath = (search: string): string => (search === '' ? '/' : `/?q=${encodeURIComponent(search)}`);

const link = ({ arn, name }: Pick<ListedRun, 'arn' | 'name'>): Html => html`<a href="${runPath(arn)}">${name}</a>`;

/** Why runs fail, by their ARNs. */
type Why = ReadonlyMap<string, string>;

const row = ({ present, superseded }: SubjectRuns, why: Why): Html =>
  html`<tr><td>${statusMark(present.status)}</td><td>${link(present)}${noteOf(why.get(present.arn))}${superseded.map(
    (run) => html`<p class="note row">${statusMark('superseded')} ${link(run)} (${run.status.toLowerCase()})</p>`,
  )}</td><td>${time(present.startedAt)}</td><td>${present.stoppedAt ? time(present.stoppedAt) : '–'}</td></tr>`;

const noteOf = (why: string | undefined): Html => (why === undefined ? nothing : html`<p class="note row">${why}</p>`);

const wantsALook = ({ present: { status } }: SubjectRuns): boolean => !['SUCCEEDED', 'ABORTED'].includes(status);

/** How many there are of each status, as words. */
const counts = (of: readonly SubjectRuns[]): string =>
  [...Map.groupBy(of, ({ present }) => present.status)]
    .map(([status, some]) => `${some.length} ${status.toLowerCase().replaceAll('_', ' ')}`)
    .join(', ');

function part(title: string, of: readonly SubjectRuns[], why: Why, open: boolean): Html {
  if (of.length === 0) return nothing;
  const left =
    of.length > maxRows ? html`<p class="note">The first ${maxRows} are shown: search for the others.</p>` : nothing;
  return html`<details${new Html(open ? ' open' : '')}><summary>${title}: ${counts(of)}</summary>${left}<div class="table"><table>
<thead><tr><th>Status</th><th>Run</th><th>Started</th><th>Ended</th></tr></thead><tbody>${of.slice(0, maxRows).map((one) => row(one, why))}</tbody></table></div></details>`;
}

function roundSection({ roundId, of }: RoundRuns, why: Why, searched: boolean): Html {
  const known = parts.map(([machine]) => machine);
  const others = [...new Set(of.map(({ machine }) => machine))].filter((machine) => !known.includes(machine));
  const all = [...parts, ...others.map((machine) => [machine, machine] as const)];
  return html`<section><h2>${roundId || 'Of no round that is there'}</h2>${all.map(([machine, title]) => {
    const some = of.filter((one) => one.machine === machine);
    return part(title, some, why, searched || machine === 'cohort-admission' || some.some(wantsALook));
  })}</section>`;
}

/** What was given up lately, each with what to type; the log of it is told with the runs of what it is about. */
const unsentPart = (unsent: readonly Unsent[]): Html =>
  unsent.length === 0
    ? nothing
    : html`<section class="box"><h2>Could not be sent, the latest</h2><ul>${unsent.map(
        ({ what, to, about, error, tries, at, remedy }) =>
          html`<li>${what}${to ? ` to ${to}` : ''}: ${error}, ${tries}, at ${at} (<a href="${searchPath(about)}">${about}</a>)<pre tabindex="0">${remedy}</pre></li>`,
      )}</ul></section>`;

/** All runs by their rounds, or those of what was searched for. */
export function listPage(
  rounds: readonly RoundRuns[],
  given: {
    readonly search: string;
    readonly refreshes: boolean;
    readonly why: Why;
    readonly unsent: readonly Unsent[];
  },
): string {
  const { search, refreshes, why, unsent } = given;
  const all = rounds.flatMap(({ of }) => of);
  const found = search === '' ? nothing : html`<p>Found for “${search}”. <a href="/">All runs</a></p>`;
  return page(
    search === '' ? 'Runs' : `Runs: ${search}`,
    html`<h1>Runs</h1><p><a href="/search">Search by reference, round, seat or e-mail</a></p>${found}
<p>${all.length === 0 ? 'There is none.' : `${counts(all)}; what failed stands first.`}</p>${refreshNote(refreshes, searchPath(search))}${unsentPart(unsent)}${rounds.map(
      (round) => roundSection(round, why, search !== ''),
    )}`,
  );
}

/** Where one types what to search for: a page of its own, which nothing refreshes. */
export const searchPage = (missed?: string): string =>
  page(
    'Search for runs',
    html`<p><a href="/">All runs</a></p><h1>Search for runs</h1>${missed === undefined ? nothing : html`<p role="alert">Nothing has runs under “${missed}”.</p>`}
<form method="post" action="/search"><p><label for="q">Reference, round, seat or e-mail address</label></p><p><input id="q" name="q" autocomplete="off" spellcheck="false" autofocus> <button>Search</button></p></form>
<p class="note">An e-mail address is looked up and forgotten: it stands in no address of a page.</p>`,
  );

export const notFoundPage = (): string =>
  page('Not found', html`<h1>There is no such run</h1><p><a href="/">All runs</a></p>`);
