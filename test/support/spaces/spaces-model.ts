import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { addDays, type LocalDate } from '../../../functions/shared/time.ts';
import { countsOf, freeIn, occupancyOn } from '../../../functions/spaces/occupancy.ts';
import { isSameHolder, type Space } from '../../../functions/spaces/space.ts';
import { contractOn, stayOn, staysOf } from '../../../functions/spaces/stays.ts';
import { memoryDatabase } from '../memory/memory-database.ts';
import { testSeed } from '../seed.ts';
import { day, rowOf } from './made-up.ts';
import { openSpaces } from './open-spaces.ts';

const ids = ['one', 'two', 'three'] as const;
const holders = ['a', 'b', 'c', 'd'] as const;
const begin = day('2027-05-01');
const on = (offset: number): LocalDate => addDays(begin, offset);

const space = fc.constantFrom(...ids);
/** Days from the present one on, or before it. */
const near = fc.integer({ min: -6, max: 20 });
const pick = fc.nat(3);
/** What may be decided, some of it at once. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('allot' as const),
      space,
      holder: fc.constantFrom(...holders),
      from: near,
      length: fc.nat(14),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), space, pick, to: space, on: near }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('return' as const), space, pick, on: near }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('extend' as const), space, pick, by: fc.integer({ min: -2, max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), space, pick, on: near }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), space, pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      without: fc.option(space, { nil: undefined }),
      until: fc.option(fc.nat(40), { nil: undefined }),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Days pass, and then some things happen at once. */
const step = fc.record({ days: fc.nat(9), acts: fc.array(act, { minLength: 1, maxLength: 3 }) });

/** Spaces under whatever happens to them, and what holds at every step. @param most the most steps of a run */
export function spacesModel(runs: number, most: number): void {
  it('whatever is allotted, moved, extended, ended, returned and loaded, in whatever order and at once, no space is held by two, none is lost, and the occupancy of every date adds up', {
    timeout: 300_000,
  }, async () => {
    const seed = testSeed();
    console.log(`spaces: seed ${seed}`);
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const empty = memoryDatabase({ quick: true });
    await openSpaces({ db: empty.db }).load(
      ids.map((id) => rowOf(id)),
      begin,
    );
    const seen = { overstays: 0, waiting: 0, moves: 0 };
    const property = fc.asyncProperty(fc.array(step, { maxLength: most }), async (steps) => {
      const open = openSpaces({ db: empty.fork().db });
      let today = begin;
      let before = await open.deps.spaces.all();
      for (const { days, acts } of steps) {
        today = addDays(today, days);
        const present = before;
        const outcomes = await Promise.all(acts.map((one) => doing(open, present, one, today)));
        const after = await open.deps.spaces.all();
        holds(after, today);
        keeps(before, after, today);
        seen.moves += outcomes.filter((kind) => kind === 'moved').length;
        const now = occupancyOn(after, today, today);
        seen.overstays += now.filter(({ state }) => state === 'staying').length;
        seen.waiting += now.filter(({ state, contract }) => state === 'staying' && contract).length;
        before = after;
      }
    });
    await fc.assert(property, { seed, numRuns: runs });
    vi.restoreAllMocks();
    console.log(
      `spaces: ${seen.overstays} times somebody stayed, ${seen.waiting} times somebody waited, ${seen.moves} moves`,
    );
    expect(seen.overstays).toBeGreaterThan(0);
    expect(seen.waiting).toBeGreaterThan(0);
    expect(seen.moves).toBeGreaterThan(0);
  });
}

async function doing(
  open: ReturnType<typeof openSpaces>,
  present: readonly Space[],
  one: Act,
  today: LocalDate,
): Promise<string> {
  if (one.do === 'file') {
    const rows = ids
      .filter((id) => id !== one.without)
      .map((id) => rowOf(id, one.until === undefined ? {} : { until: on(30 + one.until) }));
    return (await open.load(rows, today)).kind;
  }
  if (one.do === 'allot') {
    const from = addDays(today, one.from);
    return (await open.allot(one.space, one.holder, from, addDays(from, one.length), today)).kind;
  }
  const holdings = present.find(({ id }) => id === one.space)?.holdings ?? [];
  const holding = holdings.at(-1 - one.pick) ?? holdings.at(-1);
  if (!holding) return 'nothing';
  const { number } = holding;
  if (one.do === 'release') return (await open.release(one.space, number, today)).kind;
  if (one.do === 'extend') return (await open.extend(one.space, number, addDays(holding.to, one.by), today)).kind;
  const date = addDays(today, one.on);
  if (one.do === 'end') return (await open.end(one.space, number, date, today)).kind;
  if (one.do === 'return') return (await open.giveBack(one.space, number, date, today)).kind;
  const outcome = await open.move(one.space, number, one.to, date, today);
  return outcome.kind === 'changed' ? 'moved' : outcome.kind;
}

/** As `expect`, without its cost: it is asked ten thousands of times. */
function right(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** What is right of all spaces on a day. */
function holds(spaces: readonly Space[], today: LocalDate): void {
  right(spaces.map(({ id }) => id).join() === [...ids].toSorted().join(), 'a space is lost');
  for (const one of spaces) {
    const { id, holdings } = one;
    right(new Set(holdings.map(({ number }) => number)).size === holdings.length, `a number of ${id} is given twice`);
    for (const [index, holding] of holdings.entries()) {
      const next = holdings[index + 1];
      right(holding.from <= holding.to, `a contract of ${id} ends before it begins`);
      right(!next || holding.to < next.from, `contracts of ${id} overlap`);
    }
    const stays = staysOf(one, today);
    for (const [index, { from, through }] of stays.entries()) {
      const next = stays[index + 1];
      right(through === undefined || from <= through, `a stay in ${id} ends before it begins`);
      right(!next || (through !== undefined && through < next.from), `two are in ${id}`);
    }
    for (const { number, returnedOn } of holdings) {
      const stay = stays.find(({ holding }) => holding.number === number);
      right(returnedOn === undefined || stay?.through === returnedOn, `who returned ${id} was not there`);
    }
  }
  for (const date of turningDays(spaces, today)) addsUp(spaces, date, today);
}

/** The days on which anything changes, and those around them. */
const turningDays = (spaces: readonly Space[], today: LocalDate): Set<LocalDate> =>
  new Set(
    [
      today,
      ...spaces.flatMap(({ holdings, until, removedOn }) => [
        ...holdings.flatMap(({ from, to, returnedOn }) => [from, to, returnedOn]),
        until,
        removedOn,
      ]),
    ].flatMap((date) => (date ? [addDays(date, -1), date, addDays(date, 1)] : [])),
  );

function addsUp(spaces: readonly Space[], date: LocalDate, today: LocalDate): void {
  const rows = occupancyOn(spaces, date, today);
  const counts = countsOf(rows);
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  right(sum === ids.length, `the numbers of ${date} are not those of all spaces`);
  const contracts = spaces.flatMap((one) => contractOn(one, date) ?? []);
  right(
    new Set(contracts.map(({ holder }) => holder.id)).size === contracts.length,
    `somebody has two contracts on ${date}`,
  );
  const there = spaces.filter((one) => stayOn(one, date, today)).length;
  right(counts.occupied + counts.staying === there, `who is there on ${date} is not counted`);
  const waiting = rows.filter(({ state, contract }) => state === 'staying' && contract).length;
  right(counts.occupied + counts['left-early'] + waiting === contracts.length, `a contract of ${date} is not counted`);
  if (date < today) return;
  const free = freeIn(spaces, { from: date, to: date }, today).map(({ space: { id } }) => id);
  const shown = rows.filter(({ state }) => state === 'free').map(({ space: { id } }) => id);
  right(free.join() === shown.join(), `what is free on ${date} is told in two ways`);
}

/** Nothing of what is over is lost or told otherwise: who had a contract, and who has returned what. */
function keeps(before: readonly Space[], after: readonly Space[], today: LocalDate): void {
  for (const was of before) {
    const now = after.find(({ id }) => id === was.id);
    for (const one of was.holdings) {
      const found = now?.holdings.find(({ number }) => number === one.number);
      const named = `holding ${one.number} of ${was.id}`;
      right(found !== undefined || one.from > today, `${named} is lost`);
      if (!found) continue;
      right(isSameHolder(found.holder, one.holder) && found.from === one.from, `${named} is another`);
      right(one.returnedOn === undefined || found.returnedOn === one.returnedOn, `${named} was returned otherwise`);
    }
  }
}
