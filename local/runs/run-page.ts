import { graphOf } from '../../infra/run-graph.ts';
import { followers, type RunDefinition } from '../../ops/runs/definition.ts';
import type { Visit } from '../../ops/runs/history.ts';
import type { RunRead } from '../../ops/runs/read-run.ts';
import { triesText } from '../../ops/runs/trouble.ts';
import { drawGraph, fits } from './graph.ts';
import { type Html, html, lasted, nothing, page, refreshNote, statusMark, time } from './html.ts';
import { runPath } from './list-page.ts';
import type { ListedRun } from './subjects.ts';
import type { Unsent } from './unsent.ts';

/** A mail, a start or a resumption about the subject. */
export interface Sent {
  readonly what: string;
  /** To whom, by the kind and id: no address. */
  readonly to: string;
  readonly state: string;
  readonly note: string;
  readonly at: string;
}

/** An event of the audit. */
export interface Told {
  readonly at: string;
  readonly type: string;
  readonly by: string;
  readonly data: string;
}

/** A run with all that is known of what it is about. */
export interface RunDetail {
  readonly run: RunRead;
  /** The machine without the stage. */
  readonly machine: string;
  readonly subject: string;
  /** The run that has taken over, if this is not the present one. */
  readonly takenOverBy?: string;
  /** Whom it waits for; empty if nobody is asked. */
  readonly holders: readonly string[];
  /** The last lines that the failing step logged. */
  readonly lines: readonly string[];
  /** What to type. */
  readonly remedy?: string;
  readonly others: readonly ListedRun[];
  readonly outbox: readonly Sent[];
  /** Those of it that were given up. */
  readonly unsent: readonly Unsent[];
  readonly audit: readonly Told[];
  /** What could not be read, each in a sentence. */
  readonly unread: readonly string[];
}

const json = (text: string | undefined): string => {
  try {
    return JSON.stringify(JSON.parse(text ?? ''), undefined, 2);
  } catch {
    return text ?? '–';
  }
};

/** What fails: the state, the error, which try, the last lines, what to do. */
function troubleBox({ run: { trouble, cause, error }, lines, remedy }: RunDetail): Html {
  if (!trouble) return nothing;
  const { over, state } = trouble;
  return html`<section class="box ${over ? '' : 'retrying'}"><h2>${over ? 'Why it failed' : 'It is being tried again'}</h2><dl>
<dt>State</dt><dd>${state}</dd><dt>Error</dt><dd>${trouble.error}</dd><dt>Tries</dt><dd>${triesText(trouble, time)}</dd>
<dt>Since</dt><dd>${time(trouble.since)}, last at ${time(trouble.at)}</dd>${error || cause ? html`<dt>The run says</dt><dd>${error ?? ''} ${cause ?? ''}</dd>` : nothing}</dl>${loggedLines(lines)}
<h3>What to do</h3><pre tabindex="0">${remedy ?? ''}</pre></section>`;
}

/** What was to be sent about the same and was given up: what it was, the error, the try, the last lines, what to do. */
const unsentBox = ({ what, to, error, tries, at, lines, remedy }: Unsent): Html =>
  html`<section class="box"><h2>It could not be sent</h2><dl>
<dt>What</dt><dd>${what}${to ? ` to ${to}` : ''}</dd><dt>Error</dt><dd>${error}</dd><dt>Tries</dt><dd>${tries}, at ${at}</dd></dl>${loggedLines(lines)}
<h3>What to do</h3><pre tabindex="0">${remedy}</pre></section>`;

const loggedLines = (lines: readonly string[]): Html =>
  lines.length > 0
    ? html`<h3>The last lines of its log</h3><pre tabindex="0">${lines.join('\n')}</pre>`
    : html`<p class="note">Its step has logged nothing about it.</p>`;

function waitingBox({ run: { status, visits, trouble }, holders }: RunDetail, now: number): Html {
  const last = visits.at(-1);
  if (trouble || status !== 'RUNNING' || last?.left !== undefined || !last) return nothing;
  return html`<section class="box waiting"><h2>Where it waits</h2><dl><dt>State</dt><dd>${last.state}</dd><dt>Since</dt><dd>${time(last.entered)} (${lasted(last.entered, now)})</dd>
<dt>For whom</dt><dd>${holders.join(', ') || 'nobody: its step is at work'}</dd></dl></section>`;
}

/** The states of a loop that counts, waits and counts again. */
const longestLoop = 3;

type Row = Visit & { readonly times: number };

/** Visits in their order; those of a loop that counts are one row for each of its states, from the first to the last. */
function inTurn(visits: readonly Visit[]): readonly Row[] {
  const rows: Row[] = [];
  for (const visit of visits) {
    const from = Math.max(0, rows.length - longestLoop);
    const at = rows.findIndex(({ state }, index) => index >= from && state === visit.state);
    const before = rows[at];
    if (before?.counted) rows[at] = { ...before, ...visit, entered: before.entered, times: before.times + 1 };
    else rows.push({ ...visit, times: 1 });
  }
  return rows;
}

const failures = ({ failed }: Visit): Html => {
  const last = failed.at(-1);
  return last
    ? html`<p class="note row">${failed.length} of its tries failed, the last by ${last.error} at ${time(last.at)}</p>`
    : nothing;
};

function stepsTable({ status, stoppedAt, visits }: RunRead, now: number): Html {
  const rows = inTurn(visits).map(
    (
      visit,
    ) => html`<tr><td>${visit.state}${visit.outcome ? `: ${visit.outcome.toLowerCase().replaceAll('_', ' ')}` : ''}${visit.counted ? ` (${visit.counted})` : ''}${visit.times > 1 ? `, ${visit.times} times` : ''}${failures(visit)}</td><td>${time(visit.entered)}</td>
<td>${visit.left === undefined ? (status === 'RUNNING' ? 'still there' : '–') : time(visit.left)}</td><td>${lasted(visit.entered, visit.left ?? stoppedAt ?? now)}</td></tr>`,
  );
  return html`<div class="table"><table><thead><tr><th>State</th><th>Entered</th><th>Left</th><th>Time</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The states of a definition of which there is no picture, each with where it may lead. */
const listed = ({ States }: RunDefinition, visits: readonly Visit[]): Html =>
  html`<p class="note">It began under another definition than the present one, of which there is no picture.</p><ul>${Object.entries(
    States,
  ).map(
    ([name, state]) =>
      html`<li>${visits.some((visit) => visit.state === name) ? '●' : '○'} ${name} <span class="note">then ${followers(state).join(' · ') || 'the end'}</span></li>`,
  )}</ul>`;

function graphOrList({ machine, run }: RunDetail): Html {
  const { definition, visits } = run;
  const graph = graphOf(machine);
  if (!definition) return nothing;
  return graph && fits(graph, definition) ? drawGraph(graph, run) : listed(definition, visits);
}

const outboxTable = (outbox: readonly Sent[]): Html =>
  outbox.length === 0
    ? html`<p class="note">None that is kept.</p>`
    : html`<div class="table"><table><thead><tr><th>What</th><th>To</th><th>State</th><th>When</th></tr></thead><tbody>${outbox.map(
        ({ what, to, state, note, at }) =>
          html`<tr><td>${what}</td><td>${to}</td><td>${state.toLowerCase()}${note ? html`<p class="note row">${note}</p>` : nothing}</td><td>${at}</td></tr>`,
      )}</tbody></table></div>`;

const auditTable = (audit: readonly Told[]): Html =>
  audit.length === 0
    ? html`<p class="note">None.</p>`
    : html`<div class="table"><table><thead><tr><th>When</th><th>What</th><th>By</th><th>With</th></tr></thead><tbody>${audit.map(
        ({ at, type, by, data }) => html`<tr><td>${at}</td><td>${type}</td><td>${by}</td><td>${data}</td></tr>`,
      )}</tbody></table></div>`;

const otherRuns = (others: readonly ListedRun[]): Html =>
  others.length === 0
    ? nothing
    : html`<h2>Other runs of the same</h2><ul>${others.map(
        ({ arn, machine, name, status }) =>
          html`<li>${machine}: <a href="${runPath(arn)}">${name}</a> ${statusMark(status)}</li>`,
      )}</ul>`;

/** One run: why it failed or whom it waits for, the way it took, and what else happened to what it is about. */
export function runPage(detail: RunDetail, now: number, refreshes: boolean): string {
  const { run, machine, subject, takenOverBy, others, outbox, unsent, audit, unread } = detail;
  const superseded = takenOverBy
    ? html`<p>${statusMark('superseded')}: ${takenOverBy} has taken over, and what this run does changes nothing.</p>`
    : nothing;
  return page(
    run.name,
    html`<p><a href="/">All runs</a> · <a href="/search">Search</a></p><h1>${run.name}</h1>
<p>${statusMark(run.status)} · ${machine} · about <a href="/?q=${encodeURIComponent(subject)}">${subject}</a> · started ${time(run.startedAt)}${run.stoppedAt ? `, ended ${time(run.stoppedAt)}` : ''}</p>
${superseded}${unread.map((sentence) => html`<p role="alert" class="box">${sentence}</p>`)}${refreshNote(refreshes, runPath(run.arn))}
${troubleBox(detail)}${unsent.map(unsentBox)}${waitingBox(detail, now)}<h2>The way it took</h2>${graphOrList(detail)}
<h2>Its steps</h2>${stepsTable(run, now)}${otherRuns(others)}
<h2>Mails and starts</h2>${outboxTable(outbox)}<h2>Audit</h2>${auditTable(audit)}
<details><summary>Input and output</summary><h3>Input</h3><pre tabindex="0">${json(run.input)}</pre><h3>Output</h3><pre tabindex="0">${json(run.output)}</pre></details>`,
  );
}
