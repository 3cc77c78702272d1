import type { Execution, GraphState, RunDetail } from './runs.ts';

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (value: string): string => value.replace(/[&<>"']/g, (char) => replacements[char] ?? '');

/** HTML whose inserted values are escaped; HTML made by this function itself is inserted as it is. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const html = (parts: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html =>
  new Html(
    parts.reduce((text, part, index) => {
      const value = values[index - 1] ?? '';
      const inserted =
        typeof value === 'object'
          ? [value]
              .flat()
              .map((one) => one.text)
              .join('')
          : escaped(String(value));
      return text + inserted + part;
    }),
  );

const style = `
:root { font: 16px/1.6 system-ui, sans-serif; color: #1e2124; background: #fff }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #cdd1d5; vertical-align: top }
a { color: #0b50d0 } input, button { font: inherit; padding: .4rem .7rem } pre { background: #f4f5f6; padding: 1rem; overflow: auto }
.FAILED, .TIMED_OUT { color: #bd2c0f; font-weight: 700 } .RUNNING { color: #0b50d0; font-weight: 700 } .SUCCEEDED { color: #267337 }
ol.graph { list-style: none; padding: 0 } ol.graph li { border-left: 4px solid #cdd1d5; margin: .35rem 0; padding: .3rem .8rem; color: #58616a }
ol.graph li.visited { border-color: #267337; color: #1e2124 } ol.graph li.current { border-color: #0b50d0; background: #eef2fa; color: #1e2124; font-weight: 700 }
.note { color: #58616a; font-weight: 400 }`;

const document = (title: string, body: Html): string =>
  html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>${new Html(style)}</style><body>${body}</body></html>`.text;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', dateStyle: 'medium', timeStyle: 'medium' });
const time = (seconds: number): string => `${clock.format(seconds * 1000)} KST`;

const lasted = (from: number, to: number): string => {
  const seconds = Math.max(0, to - from);
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
};

const machineName = (execution: Pick<Execution, 'stateMachineArn'>): string =>
  execution.stateMachineArn.split(':').at(-1) ?? execution.stateMachineArn;

const shown = 200;

/** The list of runs, with a search by what they are about. */
export function listPage(runs: readonly Execution[], search: string): string {
  const rows = runs.slice(0, shown).map(
    (run) =>
      html`<tr><td class="${run.status}">${run.status.toLowerCase()}</td>
<td><a href="/run?arn=${encodeURIComponent(run.executionArn)}">${run.name}</a></td>
<td>${machineName(run)}</td><td>${time(run.startDate)}</td><td>${run.stopDate ? time(run.stopDate) : '–'}</td></tr>`,
  );
  return document(
    'Runs',
    html`<h1>Runs</h1><form><label>Reference, round or seat <input name="q" value="${search}" autofocus></label> <button>Find</button></form>
<p class="note">${runs.length} found, failed ones first, then running ones${runs.length > shown ? `, the first ${shown} shown` : ''}.</p>
<table><thead><tr><th>Status<th>Run<th>Workflow<th>Started<th>Ended</tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function graphItem(state: GraphState, { execution, visits }: RunDetail): Html {
  const stays = visits.filter((visit) => visit.state === state.name);
  const current = execution.status === 'RUNNING' && stays.some(({ left }) => left === undefined);
  const mark = current ? 'current' : stays.length > 0 ? 'visited' : 'ahead';
  const words = { current: ' — here now', visited: stays.length > 1 ? ` — ${stays.length} times` : '', ahead: '' }[
    mark
  ];
  const counted = stays.at(-1)?.counted;
  const next = state.next.length > 0 ? `then ${state.next.join(' · ')}` : 'the end';
  return html`<li class="${mark}">${mark === 'ahead' ? '○' : '●'} ${state.name}${words}${counted ? ` (${counted})` : ''} <span class="note">(${state.type}, ${next})</span></li>`;
}

const json = (text: string | null | undefined): string => {
  try {
    return JSON.stringify(JSON.parse(text ?? ''), undefined, 2);
  } catch {
    return text ?? '–';
  }
};

/** The states of a loop that counts, waits and counts again. */
const longestLoop = 3;

/** Visits in their order; those of a loop that counts are one row for each of its states, from the first to the last. */
function inTurn(visits: RunDetail['visits']): readonly (RunDetail['visits'][number] & { readonly times: number })[] {
  const rows: (RunDetail['visits'][number] & { readonly times: number })[] = [];
  for (const visit of visits) {
    const from = Math.max(0, rows.length - longestLoop);
    const at = rows.findIndex(({ state }, index) => index >= from && state === visit.state);
    const before = rows[at];
    if (before?.counted) rows[at] = { ...before, ...visit, entered: before.entered, times: before.times + 1 };
    else rows.push({ ...visit, times: 1 });
  }
  return rows;
}

/** One run: where it stands, the way it took, what went in and came out. */
export function runPage(detail: RunDetail, now: number): string {
  const { execution, visits, graph } = detail;
  const rows = inTurn(visits).map(
    ({
      state,
      entered,
      left,
      counted,
      times,
    }) => html`<tr><td>${state}${counted ? ` (${counted})` : ''}${times > 1 ? `, ${times} times` : ''}</td><td>${time(entered)}</td>
<td>${left === undefined ? (execution.status === 'RUNNING' ? 'still there' : '–') : time(left)}</td>
<td>${lasted(entered, left ?? execution.stopDate ?? now)}</td></tr>`,
  );
  const failure =
    execution.error || execution.cause
      ? html`<h2>Why it failed</h2><pre>${execution.error ?? ''}
${json(execution.cause)}</pre>`
      : html``;
  return document(
    execution.name,
    html`<p><a href="/">All runs</a></p><h1>${execution.name}</h1>
<p><span class="${execution.status}">${execution.status.toLowerCase()}</span> · ${machineName(execution)} · started ${time(execution.startDate)}</p>
${failure}<h2>Where it stands</h2><ol class="graph">${graph.map((state) => graphItem(state, detail))}</ol>
<h2>The way it took</h2><table><thead><tr><th>State<th>Entered<th>Left<th>Time</tr></thead><tbody>${rows}</tbody></table>
<h2>Input</h2><pre>${json(execution.input)}</pre><h2>Output</h2><pre>${json(execution.output)}</pre>`,
  );
}

export const notFoundPage = (): string =>
  document('Not found', html`<h1>There is no such run</h1><p><a href="/">All runs</a></p>`);
