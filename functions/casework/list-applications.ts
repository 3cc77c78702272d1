import type { Application } from '../applications/application.ts';
import type { Round } from '../rounds/round.ts';
import type { Dependencies } from './dependencies.ts';
import type { ListChoice, Position } from './list-position.ts';
import { type Listed, type ListQuery, referenceKey } from './listed-applications.ts';

type Needed = Pick<Dependencies, 'applications' | 'lists'>;

/** Applications on a page. */
export const inOnePage = 50;

/** How many are looked through for a page at most: by reference, the state of each has to be read. */
const mostLooked = 1_000;

export interface ListPage {
  readonly applications: readonly Application[];
  /** Where the next page begins, and the one before; none at the ends. */
  readonly next?: Position;
  readonly previous?: Position;
  /** Not so many were found among those that were looked through: the next page goes on. */
  readonly lookedThrough?: number;
}

/**
 * References of those of some applications that whoever looks does not see: a list of one state leaves them out, for it
 * would tell their state.
 */
export type KeptFrom = (applications: readonly Application[]) => Promise<ReadonlySet<string>>;

const fromNone: KeptFrom = async () => new Set();

interface Placed extends Listed {
  readonly behind: number;
}

/** A page of the applications of a round, from a position on. */
export async function listPage(
  deps: Needed,
  round: Pick<Round, 'id'>,
  choice: ListChoice,
  from?: Position,
  kept: KeptFrom = fromNone,
): Promise<ListPage> {
  const found: { readonly application: Application; readonly at: Position }[] = [];
  let looked = 0;
  let next: Position | undefined;
  const previous = from && (await pageBefore(deps, round, choice, from, kept));
  for await (const some of matching(deps, round, choice, kept, from)) {
    for (const { application, placed } of some) {
      if (found.length === inOnePage || looked === mostLooked) {
        next = { key: placed.key, behind: placed.behind };
        break;
      }
      looked += 1;
      if (application) found.push({ application, at: placed });
    }
    if (next) break;
  }
  return {
    applications: found.map(({ application }) => application),
    next,
    previous,
    ...(next && found.length < inOnePage && { lookedThrough: looked }),
  };
}

/** The applications before and after one in a list, whether or not it is still in it. */
export async function neighboursOf(
  deps: Needed,
  round: Pick<Round, 'id'>,
  choice: ListChoice,
  application: Pick<Application, 'reference' | 'sentAt'>,
  kept: KeptFrom = fromNone,
): Promise<{ readonly previous?: string; readonly next?: string }> {
  const { reference, sentAt = '' } = application;
  const key = choice.order === 'reference' ? referenceKey(reference) : sentAt;
  const beside = async (backwards: boolean): Promise<string | undefined> => {
    let passed = false;
    let looked = 0;
    const from = { key, behind: backwards ? Number.MAX_SAFE_INTEGER : 0 };
    for await (const some of matching(deps, round, choice, kept, from, backwards)) {
      for (const one of some) {
        const { placed } = one;
        passed ||= placed.key !== key || isBehind(placed.reference, reference, choice, backwards);
        if (passed && one.application) return placed.reference;
        looked += 1;
        if (looked === mostLooked) return undefined;
      }
    }
    return undefined;
  };
  const [previous, next] = await Promise.all([beside(true), beside(false)]);
  return { previous, next };
}

const isBehind = (one: string, other: string, { order }: ListChoice, backwards: boolean): boolean =>
  one !== other && one > other === ((order === 'newest') === backwards);

/** Where the page begins that ends before a position. */
async function pageBefore(
  deps: Needed,
  round: Pick<Round, 'id'>,
  choice: ListChoice,
  from: Position,
  kept: KeptFrom,
): Promise<Position | undefined> {
  const before: Placed[] = [];
  let looked = 0;
  for await (const some of matching(deps, round, choice, kept, from, true)) {
    for (const { application, placed } of some) {
      const first = before.at(-1);
      // Those of the first one's key that stand before it are counted to the end.
      if (first && (before.length === inOnePage || looked >= mostLooked)) {
        if (placed.key !== first.key) return { key: first.key, behind: first.behind };
        before.splice(-1, 1, { ...first, behind: first.behind + 1 });
        continue;
      }
      looked += 1;
      if (application || looked >= mostLooked) before.push({ ...placed, behind: 0 });
      else if (first?.key === placed.key) before.splice(-1, 1, { ...first, behind: first.behind + 1 });
    }
  }
  const first = before.at(-1);
  return first && { key: first.key, behind: first.behind };
}

/**
 * The entries of a list from a position on, or backwards from before it, some at a time: each with its application if
 * that is in the state that is asked for, as it is stored and not as the index has it.
 */
async function* matching(
  deps: Needed,
  { id: roundId }: Pick<Round, 'id'>,
  { order, state }: ListChoice,
  kept: KeptFrom,
  from?: Position,
  backwards = false,
): AsyncGenerator<readonly { readonly placed: Placed; readonly application?: Application }[]> {
  const asked: ListQuery = { roundId, order, state, backwards, ...(from && { from: from.key }) };
  let batch: Placed[] = [];
  const read = async () => {
    const placed = batch;
    batch = [];
    const found = await deps.applications.many(placed.map(({ reference }) => reference));
    const own = found.filter((application) => isIn(application, roundId, state));
    const hidden = state === undefined || own.length === 0 ? undefined : await kept(own);
    const byReference = new Map(own.map((application) => [application.reference, application]));
    return placed.map((one) => {
      const application = hidden?.has(one.reference) ? undefined : byReference.get(one.reference);
      return { placed: one, ...(application && { application }) };
    });
  };
  for await (const placed of placedFrom(deps.lists.listedIn(asked), from, backwards)) {
    batch.push(placed);
    if (batch.length > inOnePage) yield read();
  }
  if (batch.length > 0) yield read();
}

const isIn = (application: Application, roundId: string, state: string | undefined): boolean =>
  application.roundId === roundId && (state === undefined || application.state === state);

/** The entries from a position on; backwards those before it, the nearest first. */
async function* placedFrom(
  entries: AsyncIterable<Listed>,
  from: Position | undefined,
  backwards: boolean,
): AsyncGenerator<Placed> {
  let key: string | undefined;
  let behind = 0;
  let same: Listed[] | undefined = backwards && from ? [] : undefined;
  for await (const entry of entries) {
    behind = entry.key === key ? behind + 1 : 0;
    key = entry.key;
    if (!backwards) {
      if (from && entry.key === from.key && behind < from.behind) continue;
      yield { ...entry, behind };
      continue;
    }
    if (same && entry.key === from?.key) {
      same.push(entry);
      continue;
    }
    if (same) yield* before(same, from);
    same = undefined;
    yield { ...entry, behind: 0 };
  }
  if (same) yield* before(same, from);
}

/** Of those of one key, in backward order, the ones that stand before a position. */
const before = (same: readonly Listed[], from: Position | undefined): Placed[] =>
  same.slice(Math.max(0, same.length - (from?.behind ?? 0))).map((entry) => ({ ...entry, behind: 0 }));
