import { Fault } from './errors.ts';

/** What may happen to an entity: which moves there are, from which states, and where each leads. */
export interface Lifecycle<State extends string = string, Move extends string = string> {
  /** What the entity is called in `docs/lifecycles.md`. */
  readonly name: string;
  readonly states: readonly State[];
  /** The states in which it may begin. */
  readonly begins: readonly State[];
  readonly moves: readonly { readonly move: Move; readonly from: State; readonly to: State }[];
  /** Where a move leads, or nothing if there is none from this state. */
  next(state: State, move: Move): State | undefined;
  /** Where a move leads; without one, the same state. @throws Fault IllegalMove */
  moved(state: State, move?: Move): State;
}

export type MoveOf<Of> = Of extends { readonly moves: readonly { readonly move: infer Move }[] } ? Move : never;

/**
 * A lifecycle from its table: by move, the states from which it is possible and where it leads from each.
 * @param begins the first state, unless it is said
 */
export function lifecycle<const State extends string, Move extends string>(
  name: string,
  states: readonly [State, ...State[]],
  table: Readonly<Record<Move, Readonly<Partial<Record<State, NoInfer<State>>>>>>,
  begins: readonly NoInfer<State>[] = [states[0]],
): Lifecycle<State, Move> {
  const isMove = (move: string): move is Move => move in table;
  const next = (state: State, move: Move): State | undefined => table[move][state];
  return {
    name,
    states,
    begins,
    moves: Object.keys(table)
      .filter(isMove)
      .flatMap((move) =>
        states.flatMap((from) => {
          const to = next(from, move);
          return to === undefined ? [] : [{ move, from, to }];
        }),
      ),
    next,
    moved: (state, move) => {
      const to = move === undefined ? state : next(state, move);
      if (to === undefined) throw new Fault('IllegalMove', { lifecycle: name, move, from: state });
      return to;
    },
  };
}

/** A lifecycle as a Mermaid diagram. */
export function drawLifecycle({ states, begins, moves }: Lifecycle): string {
  const ways = new Map<string, string[]>();
  for (const { move, from, to } of moves)
    ways.set(`${from} --> ${to}`, [...(ways.get(`${from} --> ${to}`) ?? []), move]);
  const ends = states.filter((state) => !moves.some(({ from }) => from === state));
  return [
    'stateDiagram-v2',
    ...begins.map((state) => `  [*] --> ${state}`),
    ...[...ways].map(([way, names]) => `  ${way}: ${names.join(', ')}`),
    ...ends.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}
