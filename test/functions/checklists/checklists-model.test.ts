import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Checklist, itemIn, requiredDone } from '../../../functions/checklists/checklist.ts';
import { decideItem } from '../../../functions/checklists/decide-item.ts';
import { type Decision, moveOf } from '../../../functions/checklists/deciding.ts';
import { type Item, isAsked, itemLifecycle } from '../../../functions/checklists/item.ts';
import { businessDaysFrom } from '../../../functions/checklists/list-from-template.ts';
import { reportItem } from '../../../functions/checklists/report-item.ts';
import { faultsAbout } from '../../../functions/shared/database/audit.ts';
import { seoulDateOf } from '../../../functions/shared/time.ts';
import { type ChecklistWorld, checklistWorld } from '../../support/checklists/checklist-world.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { testSeed } from '../../support/seed.ts';

const managers = ['han-sejin', 'do-yeonwoo'] as const;

type Act =
  | { readonly do: 'report'; readonly cannot: boolean }
  | { readonly do: 'decide'; readonly outcome: Decision['outcome']; readonly by: number };
type Step =
  | (Act & { readonly item: number })
  /** Two at the same moment, about the same item as both have it open. */
  | { readonly do: 'both'; readonly item: number; readonly one: Act; readonly other: Act }
  | { readonly do: 'pass'; readonly days: number }
  | { readonly do: 'clock' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('report' as const), cannot: fc.boolean() }),
  fc.record({
    do: fc.constant('decide' as const),
    outcome: fc.constantFrom('ACCEPT' as const, 'ACCEPT', 'RETURN', 'POSTPONE', 'SUBSTITUTE', 'DROP'),
    by: fc.nat(1),
  }),
);
const item = fc.nat(20);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.tuple(item, act).map(([one, what]): Step => ({ ...what, item: one })) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('both' as const), item, one: act, other: act }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'clock' as const }) },
);

const of = 'model';

/** What somebody does about an item that they have open as it was. */
async function perform(at: ChecklistWorld, list: Checklist, shown: Item, what: Act): Promise<boolean> {
  const { id, turn, doer } = shown;
  if (what.do === 'report') {
    const request = await at.deps.requests.get(list.doers[doer]?.request ?? '');
    if (!request) return false;
    const report = what.cannot ? ({ outcome: 'CANNOT', words: 'no' } as const) : ({ outcome: 'DONE' } as const);
    const given = { item: id, turn, request: request.id, generation: request.generation, report };
    return (await reportItem(at.deps, given, at.now())) === 'reported';
  }
  const words = 'because';
  const dueOn = businessDaysFrom(seoulDateOf(at.now()), 4);
  const decisions: Readonly<Record<Decision['outcome'], Decision>> = {
    ACCEPT: { outcome: 'ACCEPT' },
    RETURN: { outcome: 'RETURN', words },
    POSTPONE: { outcome: 'POSTPONE', words, dueOn },
    DROP: { outcome: 'DROP', words },
    SUBSTITUTE: { outcome: 'SUBSTITUTE', words, dueOn, label: 'another thing', doer: 'network' },
  };
  const given = {
    list: list.id,
    item: id,
    turn,
    by: managers[what.by] ?? managers[0],
    decision: decisions[what.outcome],
  };
  return (await decideItem(at.deps, given, at.now())) === 'decided';
}

/** Whether the lifecycle has the move, and whoever does it is asked. */
const isPossible = (item: Item, what: Act): boolean =>
  what.do === 'report'
    ? isAsked(item) && item.evidence !== 'document'
    : itemLifecycle.next(item.state, moveOf[what.outcome]) !== undefined;

async function take(at: ChecklistWorld, step: Step): Promise<void> {
  if (step.do === 'pass') return at.pass(step.days * 24 * 60);
  if (step.do === 'clock') return void (await at.clock());
  const list = await at.list(of);
  const shown = list.items[step.item % list.items.length];
  if (!shown) return;
  if (step.do !== 'both') {
    const [done, could] = [await perform(at, list, shown, step), isPossible(shown, step)];
    // A document is wanted, and nobody sends one here; that it cannot be done may always be said.
    if (!(shown.evidence === 'document' && step.do === 'report')) expect(done).toBe(could);
    return;
  }
  const done = await Promise.all([step.one, step.other].map((what) => perform(at, list, shown, what)));
  expect(done.filter(Boolean).length).toBeLessThanOrEqual(1);
  const after = itemIn(await at.list(of), shown.id);
  expect(after?.turn).toBe(shown.turn + (done.includes(true) ? 1 : 0));
}

const ended: readonly Item['state'][] = ['ACCEPTED', 'SUBSTITUTED', 'DROPPED'];

/** What was true of a list before is not lost of it. */
function checkKept(before: Checklist, list: Checklist): void {
  for (const was of before.items) {
    const is = itemIn(list, was.id);
    // Never lost.
    expect(is).toBeDefined();
    if (!is) continue;
    expect([is.kind, is.required, is.label]).toEqual([was.kind, was.required, was.label]);
    // What is accepted stays accepted, as it was.
    if (ended.includes(was.state)) expect(is).toEqual(was);
  }
  for (const { replaces } of list.items) {
    if (replaces !== undefined) expect(itemIn(list, replaces)?.state).toBe('SUBSTITUTED');
  }
  for (const substituted of list.items.filter(({ state }) => state === 'SUBSTITUTED')) {
    const [next, ...more] = list.items.filter(({ replaces }) => replaces === substituted.id);
    expect([next?.required, more.length]).toEqual([substituted.required, 0]);
  }
}

/**
 * Who has something to do is asked for it by one request, due by the first of what is required; nobody else is asked. Of
 * somebody of the staff it ends by itself if nothing is.
 */
async function checkAsked(at: ChecklistWorld, list: Checklist): Promise<void> {
  for (const [name, { request: id, person }] of Object.entries(list.doers)) {
    const request = id === undefined ? undefined : await at.deps.requests.get(id);
    const asked = list.items.filter((one) => one.doer === name && isAsked(one));
    expect([name, request?.state === 'OPEN']).toEqual([name, asked.length > 0]);
    if (asked.length === 0) continue;
    const required = asked.filter((one) => one.required);
    const first = required.length > 0 ? required : asked;
    expect(request?.plan.dueOn).toBe(first.map(({ dueOn }) => dueOn).sort()[0]);
    expect(request?.plan.lapses ?? false).toBe(person !== undefined && required.length === 0);
  }
  const waiting = list.items.filter(
    ({ required, state, unansweredSince }) =>
      state === 'DONE' ||
      state === 'IMPOSSIBLE' ||
      (required && unansweredSince !== undefined && !ended.includes(state)),
  );
  const check = list.check === undefined ? undefined : await at.deps.requests.get(list.check);
  expect(check?.state === 'OPEN').toBe(waiting.length > 0);
  const open = (await at.deps.requests.ofSubject(of)).length;
  expect(open).toBeGreaterThan(0);
}

it('checklists hold in any order of reports, decisions, days and ticks of the clock, and for two at once', async () => {
  const seed = testSeed();
  console.log(`checklists: seed ${seed}`);
  const loaded = await checklistWorld();
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 60 }), async (steps) => {
      const at = await checklistWorld({ from: loaded.fork() });
      await at.start(of);
      let before = await at.list(of);
      for (const step of steps) {
        await take(at, step);
        const list = await at.list(of);
        checkKept(before, list);
        await checkAsked(at, list);
        before = list;
      }
      const isDone = before.items.every(({ state }) => ended.includes(state));
      expect(before.completedAt !== undefined).toBe(isDone);
      expect(before.underWay).toBe(isDone ? undefined : 'under-way');
      // Told once, when it came true.
      expect(at.filled.filter(({ what }) => what === 'required').length).toBe(requiredDone(before) ? 1 : 0);
      expect(at.filled.filter(({ what }) => what === 'all').length).toBe(isDone ? 1 : 0);
      expect(await faultsAbout(at.db, memoryTables.AUDIT_TABLE, of)).toEqual([]);
    }),
    { seed, numRuns: 100 },
  );
});
