import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { freeOf } from '../../../functions/budget/budget.ts';
import { type ClaimState, isApproved, type WageClaim } from '../../../functions/claim-rules/claim.ts';
import { totalsOf } from '../../../functions/claim-rules/claim-sums.ts';
import { cancelClaim, holdClaim, releaseClaim, undoApproval } from '../../../functions/claims/hold-claim.ts';
import { giveBack, markPaid, notPayable, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { Conflict, isFault } from '../../../functions/shared/errors.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { memoryDatabase } from '../memory/memory-database.ts';
import { testSeed } from '../seed.ts';
import { cohort, day, exampleSettings, lecturerOf, lessonOf } from './made-up.ts';
import { type OpenClaims, openClaims, staff } from './open-claims.ts';

const by = 'operator:test';
const lecturers = ['lecturer-a', 'lecturer-b'] as const;

/** People who have roles in each other's way: one is manager and finance, one is a lecturer too. */
const people = () => [
  staff('park-sora', ['academy-manager', 'finance-officer'], { deputy: 'lee-junho' }),
  staff('lee-junho', ['academy-manager']),
  staff('ryu-hana', ['finance-officer']),
  staff('lecturer-b', ['finance-officer', 'academy-manager']),
  staff('choi-yuna', ['operator']),
];

const which = fc.nat(5);
/** What may be done, some of it at once. */
const act = fc.oneof(
  fc.record({ do: fc.constant('draft' as const) }),
  fc.record({ do: fc.constant('run' as const), which }),
  fc.record({ do: fc.constant('answer' as const), which, taught: fc.boolean() }),
  fc.record({
    do: fc.constant('manager' as const),
    which,
    how: fc.constantFrom('APPROVE', 'APPROVE', 'RETURN', 'REFUSE'),
  }),
  fc.record({
    do: fc.constant('finance' as const),
    which,
    how: fc.constantFrom('APPROVE', 'APPROVE', 'ADD', 'RETURN', 'ASK_MANAGER', 'REFUSE'),
  }),
  fc.record({ do: fc.constantFrom('hold' as const, 'release' as const, 'undo' as const, 'cancel' as const), which }),
  fc.record({ do: fc.constantFrom('batch' as const, 'pay' as const, 'bank returns' as const), which }),
  fc.record({ do: fc.constant('ceiling' as const), amount: fc.integer({ min: 0, max: 4_000_000 }) }),
  fc.record({ do: fc.constant('reserve' as const), amount: fc.nat(2_500_000) }),
  fc.record({
    do: fc.constant('timetable' as const),
    lesson: fc.nat(3),
    end: fc.constantFrom('20:00', '21:00', '22:00'),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const lessonsOf = (): Lesson[] =>
  [0, 1, 2, 3].map((index) =>
    lessonOf(`L${index}`, {
      lecturer: lecturers[index % 2],
      date: day(index < 2 ? '2027-03-08' : '2027-03-09'),
      end: '21:00',
    }),
  );

/** Claims under whatever happens to them, and what holds at every step. @param most the most steps of a run */
export function claimsModel(runs: number, most: number): void {
  it('whatever is drafted, answered, decided, held, undone, paid and changed, in whatever order and at once, no line is over its ceiling, no claim is paid twice or by fewer persons than required, and every sum is right', {
    timeout: 300_000,
  }, async () => {
    const seed = testSeed();
    console.log(`claims: seed ${seed}`);
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const prepared = { one: await prepare(false), two: await prepare(true) };
    const steps = fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: most });
    const from = fc.nat(3);
    const property = fc.asyncProperty(steps, fc.boolean(), from, async (all, second, start) => {
      const memory = (second ? prepared.two : prepared.one)[start]?.fork();
      if (!memory) throw new Error('nothing is prepared');
      const open = await openClaims({ db: memory.db, isPrepared: true });
      let timetable = lessonsOf();
      const states = new Map<string, ClaimState>();
      const paid = new Map<string, number>();
      let claims = await allOf(open);
      for (const together of all) {
        const present = claims;
        await Promise.all(
          together.map(async (one) => {
            if (one.do === 'timetable') {
              const next = timetable.map((lesson, index) =>
                index === one.lesson ? { ...lesson, end: one.end } : lesson,
              );
              timetable = next;
              return quietly(() => open.putTimetable(next));
            }
            return quietly(() => doing(open, present, one, paid));
          }),
        );
        claims = await holds(open, { states, paid, officers: second ? 2 : 1 });
      }
    });
    await fc.assert(property, { seed, numRuns: runs });
    vi.restoreAllMocks();
  });
}

/** The claims drafted, answered, with finance, and approved: databases from which each run goes on. */
async function prepare(second: boolean) {
  const memory = memoryDatabase({ quick: true });
  const { finance, ...settings } = exampleSettings();
  const open = await openClaims({
    db: memory.db,
    people: people(),
    settings: {
      ...settings,
      finance: { ...finance, first: 'park-sora' },
      ...(second && { secondOfficerAbove: 300_000 }),
    },
  });
  for (const id of lecturers) await open.putLecturer(lecturerOf(id));
  await open.putTimetable(lessonsOf());
  await open.ceiling(2_000_000);
  await open.reserve(1_000_000);
  const ids = await open.draft();
  const stages = [memory.fork()];
  const further = [
    (id: string) => open.go(id),
    (id: string) => open.answer(id),
    (id: string) => open.asManager(id),
    (id: string) => open.asFinance(id),
  ];
  for (const go of further) {
    for (const id of ids) await quietly(() => go(id));
    stages.push(memory.fork());
  }
  return stages.slice(1);
}

const allOf = async ({ deps }: OpenClaims): Promise<WageClaim[]> =>
  (await deps.claims.byMonth('2027-03')).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Somebody was first, or nobody is left who may decide: nothing happened. */
async function quietly(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isExpected = error instanceof Conflict || isFault(error, 'NobodyMayDecide') || isFault(error, 'IllegalMove');
    const isNobodyAsked = error instanceof Error && error.message.startsWith('nobody is asked');
    if (!isExpected && !isNobodyAsked) throw error;
  }
}

async function doing(
  open: OpenClaims,
  claims: readonly WageClaim[],
  one: Act,
  paid: Map<string, number>,
): Promise<unknown> {
  const { deps, clock } = open;
  if (one.do === 'draft') return open.draft();
  if (one.do === 'ceiling') return open.ceiling(one.amount);
  if (one.do === 'reserve') return open.reserve(one.amount);
  if (one.do === 'timetable') return undefined;
  const claim = claims[one.which % Math.max(1, claims.length)];
  if (!claim) return undefined;
  const given = { claim: claim.id, by, reason: 'made up' };
  switch (one.do) {
    case 'run':
      return open.go(claim.id);
    case 'answer':
      return open.answer(claim.id, {
        said: one.taught ? [] : [{ lesson: claim.lessons[0]?.id ?? '', said: { kind: 'not-taught' }, reason: 'ill' }],
      });
    case 'manager':
      return open.asManager(claim.id, decisionOf(one.how));
    case 'finance':
      return open.asFinance(claim.id, decisionOf(one.how));
    case 'hold':
      return holdClaim(deps, given, clock.now);
    case 'release':
      return releaseClaim(deps, given, clock.now);
    case 'undo':
      return undoApproval(deps, given, clock.now);
    case 'cancel':
      return cancelClaim(deps, given, clock.now);
    case 'batch':
      if (notPayable(claim)) return undefined;
      return deps.commit(takeIntoBatch(deps, claim, { batch: 'B1', by }, clock.now));
    case 'pay':
      if (claim.state !== 'IN_BATCH') return undefined;
      await deps.commit(markPaid(deps, claim, { paidOn: claim.promisedPayDate, by }, clock.now));
      paid.set(claim.id, (paid.get(claim.id) ?? 0) + 1);
      return undefined;
    case 'bank returns':
      if (claim.state !== 'IN_BATCH') return undefined;
      return deps.commit(giveBack(deps, claim, { why: 'made up', by }, clock.now));
  }
}

function decisionOf(how: string): Parameters<OpenClaims['asFinance']>[1] {
  if (how === 'APPROVE') return { outcome: 'APPROVE' };
  if (how === 'ADD') return { outcome: 'APPROVE', adding: true };
  if (how === 'REFUSE') return { outcome: 'REFUSE', reason: 'made up' };
  return { outcome: how === 'RETURN' ? 'RETURN' : 'ASK_MANAGER', question: 'made up' };
}

interface Known {
  /** The states before. */
  readonly states: Map<string, ClaimState>;
  readonly paid: ReadonlyMap<string, number>;
  readonly officers: number;
}

/* An assertion is made only of what is wrong: there are hundreds of thousands of them. */
const is = (found: unknown, wanted: unknown): void => {
  if (found !== wanted) expect(found).toBe(wanted);
};
const atLeast = (found: number, least: number): void => {
  if (!(found >= least)) expect(found).toBeGreaterThanOrEqual(least);
};

/** What is true after whatever has happened. */
async function holds(open: OpenClaims, { states, paid, officers }: Known): Promise<WageClaim[]> {
  const { deps } = open;
  const claims = await allOf(open);
  const [line, commitment, claimed] = await Promise.all([
    open.line(),
    deps.budgets.commitment(cohort),
    deps.claims.claimedOf(cohort),
  ]);
  if (!line) throw new Error('no line');

  atLeast(freeOf(line), 0);
  const part = commitment?.parts.find((one) => one.line === 'lecturers');
  is([line.reserved, line.spent].join(' '), [part?.reserved ?? 0, part?.spent ?? 0].join(' '));
  const approved = claims.filter(isApproved);
  is(
    line.spent,
    approved.reduce((sum, claim) => sum + totalsOf(claim).gross, 0),
  );

  const lessons = claims.flatMap((claim) => (claim.state === 'CANCELLED' ? [] : claim.lessons.map(({ id }) => id)));
  is(new Set(lessons).size, lessons.length);
  is(
    Object.keys(claimed?.claimed ?? {})
      .sort()
      .join(' '),
    [...lessons].sort().join(' '),
  );

  for (const claim of claims) {
    const before = states.get(claim.id);
    if (before === 'PAID') is(claim.state, 'PAID');
    if (claim.state === 'IN_BATCH' || claim.state === 'PAID') is(claim.batch, 'B1');
    states.set(claim.id, claim.state);
    is(paid.get(claim.id) ?? 0, claim.state === 'PAID' ? 1 : 0);
    const { gross, incomeTax, localTax, paid: net } = totalsOf(claim);
    is(net, gross - incomeTax - localTax);
    atLeast(net, 0);
    const drawn = claim.drawn.reduce((sum, { amount }) => sum + amount, 0);
    is(drawn, isApproved(claim) ? gross : 0);
    if (!isApproved(claim)) continue;
    const deciding = claim.approvals.flatMap((one) => [one.by, ...(one.standsFor ? [one.standsFor] : [])]);
    is(new Set(deciding).size, deciding.length);
    is(deciding.includes(claim.lecturer), false);
    is(claim.approvals.filter(({ role }) => role === 'academy-manager').length, 1);
    const needed = gross > 300_000 ? officers : 1;
    atLeast(claim.approvals.filter(({ role }) => role === 'finance-officer').length, needed);
  }
  return claims;
}
