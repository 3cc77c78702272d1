import type { DrawnEdge, DrawnState, RunGraph } from '../../infra/run-graph.ts';
import { followers, marksAsStuck, type RunDefinition } from '../../ops/runs/definition.ts';
import type { Visit } from '../../ops/runs/history.ts';
import type { Trouble } from '../../ops/runs/trouble.ts';
import { type Html, html, nothing } from './html.ts';

/** Whether a graph is that of the definition under which a run began: the same states with the same ways. */
export function fits(graph: RunGraph, { StartAt, States }: RunDefinition): boolean {
  const isFault = (name: string): boolean =>
    marksAsStuck(States[name]) || Object.values(States).some((state) => marksAsStuck(state) && state.Next === name);
  const known = Object.keys(States).filter((name) => !isFault(name));
  const ways = known.flatMap((name) =>
    followers(States[name]).flatMap((to) => (isFault(to) ? [] : [`${name} → ${to}`])),
  );
  const drawn = [...graph.edges, ...graph.returns].flatMap(({ from, to }) => (from ? [`${from} → ${to}`] : []));
  return (
    sameWords(known, Object.keys(graph.states)) &&
    sameWords(ways, [...new Set(drawn)]) &&
    graph.edges.some(({ from, to }) => from === undefined && to === StartAt)
  );
}

const sameWords = (some: readonly string[], others: readonly string[]): boolean =>
  JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());

function outline({ x, y, width, height, shape }: DrawnState): Html {
  if (shape === 'choice') {
    const [right, bottom, middle, slant] = [x + width, y + height, y + height / 2, 12];
    const points = [
      [x, middle],
      [x + slant, y],
      [right - slant, y],
      [right, middle],
      [right - slant, bottom],
      [x + slant, bottom],
    ];
    return html`<polygon class="box-of" points="${points.map((point) => point.join(' ')).join(',')}"/>`;
  }
  // What is done for none or one: another line inside of the first.
  const inside =
    shape === 'map'
      ? html`<rect class="box-of" x="${x + 4}" y="${y + 4}" width="${width - 8}" height="${height - 8}" rx="3"/>`
      : nothing;
  const round = shape === 'end' ? height / 2 : shape === 'wait' || shape === 'ask' ? 12 : 4;
  return html`<rect class="box-of" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>${inside}`;
}

/** What a state is in a run, by the name of its class. */
type Standing = 'ahead' | 'taken' | 'here' | 'retrying' | 'failed';

function drawnState(name: string, state: DrawnState, standing: Standing, times: number, leadsBack: boolean): Html {
  const { x, y, width, height, lines } = state;
  const middle = x + width / 2;
  const top = y + height / 2 - (lines.length - 1) * 8.5 + 4.5;
  return html`<g class="${standing === 'ahead' ? '' : standing === 'taken' ? 'taken' : `taken ${standing}`}"><title>${name}</title>${outline(state)}${lines.map(
    (line, index) => html`<text class="inside" x="${middle}" y="${top + index * 17}">${line}</text>`,
  )}${times > 1 ? html`<text class="mark" x="${x + width - 10}" y="${y - 4}">×${times}</text>` : nothing}${
    leadsBack ? html`<text class="mark" x="${middle}" y="${y + height + 13}">↩</text>` : nothing
  }</g>`;
}

/** The way's last straight piece gives the tip its direction. */
function tipOf(path: string): Html {
  const numbers = [...path.matchAll(/-?[\d.]+/gu)].map(([number]) => Number(number));
  const [beforeX = 0, beforeY = 0, x = 0, y = 0] = numbers.slice(-4);
  const length = Math.hypot(x - beforeX, y - beforeY) || 1;
  const [alongX, alongY] = [(x - beforeX) / length, (y - beforeY) / length];
  const corner = (side: number) => `${x - alongX * 8 - alongY * 4 * side} ${y - alongY * 8 + alongX * 4 * side}`;
  return html`<polygon class="tip" points="${`${x} ${y},${corner(1)},${corner(-1)}`}"/>`;
}

function drawnEdge({ label, labelAt, path }: DrawnEdge, taken: boolean): Html {
  const words = (label ?? []).map((line, index) =>
    labelAt ? html`<text class="label" x="${labelAt[0]}" y="${labelAt[1] + index * 13}">${line}</text>` : nothing,
  );
  return html`<g class="${taken ? 'taken' : ''}"><path class="way" d="${path}"/>${tipOf(path)}${words}</g>`;
}

interface Run {
  readonly status: string;
  readonly visits: readonly Visit[];
  readonly trouble?: Trouble;
}

/** What the graph says to who cannot see it, in a sentence. */
function description({ status, visits, trouble }: Run): string {
  const last = visits.at(-1)?.state ?? 'the start';
  if (trouble) return `The run ${trouble.over ? 'failed' : 'is being tried again'} in “${trouble.state}”.`;
  return `The run ${status === 'RUNNING' ? 'is' : 'ended'} in “${last}”. The list of steps below says the same.`;
}

/** A definition with the way that a run took: its states, where it stands, how often it passed each. */
export function drawGraph(graph: RunGraph, run: Run): Html {
  const { visits, status, trouble } = run;
  const passes = Map.groupBy(visits, ({ state }) => state);
  const taken = new Set(visits.map(({ state }, index) => `${visits[index - 1]?.state ?? ''} → ${state}`));
  // A Map is where what is inside of it is, which was entered after it.
  const here = status === 'RUNNING' ? visits.findLast(({ left }) => left === undefined)?.state : undefined;
  const standingOf = (name: string): Standing => {
    if (trouble?.state === name) return trouble.over ? 'failed' : 'retrying';
    if (!passes.has(name)) return 'ahead';
    return name === here ? 'here' : 'taken';
  };
  const isTaken = ({ from, to }: { readonly from?: string; readonly to: string }) => taken.has(`${from ?? ''} → ${to}`);
  const edges = [...graph.edges].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)));
  const states = Object.entries(graph.states).map(([name, state]) =>
    drawnState(
      name,
      state,
      standingOf(name),
      passes.get(name)?.length ?? 0,
      graph.returns.some(({ from }) => from === name),
    ),
  );
  const [x, y] = graph.start;
  const { width, height } = graph;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Graph of the run"><svg class="graph" role="img" aria-label="${description(run)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><circle class="start" cx="${x}" cy="${y}" r="6"/>${edges.map(
    (edge) => drawnEdge(edge, isTaken(edge)),
  )}${states}</svg></div>`;
}
