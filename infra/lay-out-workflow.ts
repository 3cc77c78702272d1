import Elk, { type ElkExtendedEdge, type ElkNode, type ElkPoint } from 'elkjs/lib/elk.bundled.js';
import { type Definition, outcomesIn, type State, statesIn } from './render-workflow.ts';
import type { DrawnEdge, DrawnState, RunGraph } from './run-graph.ts';

/** Letters in a line of a box, and what letters of 13 px take at most. */
const longestLine = 22;
const letterWidth = 7.2;
const lineHeight = 17;
const labelLetterWidth = 6.4;
const labelLineHeight = 13;
const cornerRadius = 6;

/** Ways into a state from which on those that come back to it are marks. */
const hubFrom = 5;

interface Way {
  readonly from: string;
  readonly to: string;
  readonly label?: readonly string[];
}

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.feedbackEdges': 'false',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '22',
  'elk.layered.spacing.nodeNodeBetweenLayers': '22',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'SPACE_EFFICIENT_LAYER',
  'elk.padding': '[top=24,left=16,bottom=24,right=16]',
};

/** Where every fault leads: the handler that marks as stuck, and the end after it. They would be in every picture's way. */
function ofFaults(states: ReturnType<typeof statesIn>): ReadonlySet<string> {
  const caught = Object.values(states).flatMap(({ Catch = [] }) => Catch.map(({ Next }) => Next));
  const after = caught.flatMap((name) => states[name]?.Next ?? []);
  return new Set([...caught, ...after]);
}

function waysFrom(from: string, state: State): Way[] {
  return [
    ...(state.ItemProcessor ? [{ from, to: state.ItemProcessor.StartAt, label: ['if anything'] }] : []),
    ...(state.Choices ?? []).map(({ Condition, Next }) => ({
      from,
      to: Next,
      label: outcomesIn(Condition).map((outcome) => outcome.toLowerCase().replaceAll('_', ' ')),
    })),
    ...(state.Default ? [{ from, to: state.Default, label: ['else'] }] : []),
    ...(state.Next ? [{ from, to: state.Next }] : []),
  ];
}

function linesOf(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longestLine) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function shapeOf({ Type, Resource = '' }: State): DrawnState['shape'] {
  if (Resource.endsWith('.waitForTaskToken')) return 'ask';
  if (Type === 'Choice') return 'choice';
  if (Type === 'Map') return 'map';
  if (Type === 'Wait') return 'wait';
  return Type === 'Succeed' || Type === 'Fail' ? 'end' : 'task';
}

const sizeOf = (lines: readonly string[], shape: DrawnState['shape']) => ({
  width: Math.ceil(Math.max(...lines.map(({ length }) => length)) * letterWidth) + (shape === 'choice' ? 44 : 28),
  height: lines.length * lineHeight + 16,
});

/** To a tenth of a pixel, so that the file does not tell one machine's arithmetic from another's. */
const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;

/** A line of right angles with round corners. */
function pathOf(points: readonly ElkPoint[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${rounded(point.x)} ${rounded(point.y)}`;
      if (!after) return `L${rounded(point.x)} ${rounded(point.y)}`;
      const towards = (other: ElkPoint): string => {
        const length = Math.hypot(other.x - point.x, other.y - point.y);
        const part = Math.min(cornerRadius, length / 2) / (length || 1);
        return `${rounded(point.x + (other.x - point.x) * part)} ${rounded(point.y + (other.y - point.y) * part)}`;
      };
      return `L${towards(before)}Q${rounded(point.x)} ${rounded(point.y)} ${towards(after)}`;
    })
    .join('');
}

function drawnEdge(
  { sections = [], labels = [] }: ElkExtendedEdge,
  { from, to, label: words }: Partial<Way> & { to: string },
): DrawnEdge {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const [label] = labels;
  return {
    ...(from !== undefined && { from }),
    to,
    ...(words && { label: [...words] }),
    ...(label && {
      labelAt: [rounded((label.x ?? 0) + (label.width ?? 0) / 2), rounded((label.y ?? 0) + labelLineHeight - 2)],
    }),
    path: pathOf(points),
  };
}

/** Lays a definition out from left to right; the same definition always gives the same picture. */
export async function layOut(definition: Definition): Promise<RunGraph> {
  const states = statesIn(definition);
  const left = ofFaults(states);
  const names = Object.keys(states).filter((name) => !left.has(name));
  const ways = Object.entries(states).flatMap(([name, state]) =>
    left.has(name) ? [] : waysFrom(name, state).filter(({ to }) => !left.has(to)),
  );
  const isHub = (name: string) => ways.filter(({ to }) => to === name).length >= hubFrom;
  const returns = ways.filter(({ from, to }) => isHub(to) && reaches(ways, to, from));
  const drawn = ways.filter((way) => !returns.includes(way));
  const boxes = names.map((name) => {
    const state = states[name];
    const shape = state ? shapeOf(state) : 'task';
    const lines = linesOf(name);
    return { name, shape, lines, ...sizeOf(lines, shape) };
  });
  const edges = drawn.map(({ from, to, label }, index) => ({
    id: `e${index}`,
    sources: [from],
    targets: [to],
    labels: label
      ? [
          {
            text: label.join(' '),
            width: Math.max(...label.map(({ length }) => length)) * labelLetterWidth + 8,
            height: label.length * labelLineHeight + 2,
          },
        ]
      : [],
  }));
  const graph: ElkNode = {
    id: 'graph',
    layoutOptions,
    children: [
      { id: 'start', width: 12, height: 12 },
      ...boxes.map(({ name, width, height }) => ({ id: name, width, height })),
    ],
    edges: [{ id: 'begin', sources: ['start'], targets: [definition.StartAt] }, ...edges],
  };
  const { children = [], edges: lines = [], width, height } = await new Elk.default().layout(graph);
  const placed = new Map(children.map((child) => [child.id, child]));
  const start = placed.get('start');
  return {
    width: rounded(width),
    height: rounded(height),
    start: [rounded(start?.x) + 6, rounded(start?.y) + 6],
    states: Object.fromEntries(
      boxes.map(({ name, ...box }) => [
        name,
        { x: rounded(placed.get(name)?.x), y: rounded(placed.get(name)?.y), ...box },
      ]),
    ),
    edges: lines.map((line) => drawnEdge(line, drawn[Number(line.id.slice(1))] ?? { to: definition.StartAt })),
    returns: returns.map(({ from, to }) => ({ from, to })),
  };
}

/** Whether ways lead from one state to another. */
function reaches(ways: readonly Way[], from: string, to: string): boolean {
  const found = new Set([from]);
  for (const name of found) for (const way of ways) if (way.from === name) found.add(way.to);
  return found.has(to);
}
