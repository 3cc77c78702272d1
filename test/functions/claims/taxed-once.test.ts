import fc from 'fast-check';
import { expect, it } from 'vitest';
import { undoApproval } from '../../../functions/claims/hold-claim.ts';
import { markPaid, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { correctPaid } from '../../../functions/corrections/correct-paid.ts';
import { addDays, addMinutes } from '../../../functions/shared/time.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { at, day, lessonOf, otherIncome } from '../../support/claims/made-up.ts';
import { type OpenClaims, openClaims } from '../../support/claims/open-claims.ts';
import { testSeed } from '../../support/seed.ts';
import { exampleCard } from '../../support/wages/rules.ts';

const by = 'operator:test';
const reason = 'made up';
/** Four hours are above the threshold of a case. */
const rate = 40_000;

const card = () => {
  const example = exampleCard();
  const grade = example.grades['grade-1'];
  if (!grade) throw new Error('no grade');
  const rates = [{ since: day('2027-01-01'), source: 'made up', first: rate, further: rate }];
  return { ...example, grades: { ...example.grades, 'grade-1': { ...grade, rates } } };
};
const endOf = (hours: number): string => `${String(9 + hours).padStart(2, '0')}:00`;
const month = (index: number): string => `2027-${String(2 + index).padStart(2, '0')}`;
/** 20 % of what is left of 60 % expense, cut below 10 won. */
const taxOf = (hours: number): number => Math.floor((hours * rate * 8) / 1_000) * 10;

const act = fc.oneof(
  fc.record({ do: fc.constant('claim' as const), hours: fc.integer({ min: 1, max: 3 }), late: fc.nat(3) }),
  fc.record({ do: fc.constant('claim' as const), hours: fc.integer({ min: 1, max: 3 }), late: fc.constant(undefined) }),
  fc.record({ do: fc.constant('correct' as const), which: fc.nat(5), hours: fc.nat(4) }),
  fc.record({ do: fc.constant('undo' as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant('pay' as const), which: fc.nat(5), late: fc.nat(3) }),
);

/** One lecturer with other income in one course, claim after claim. */
async function opened() {
  const open = await openClaims({ now: at('2027-01-31 09:00') });
  await open.rules({ card: card() });
  await open.putLecturer(otherIncome());
  await open.ceiling(100_000_000);
  await open.putTimetable([]);
  await open.reserve(50_000_000);
  const lessons: Lesson[] = [];
  const hours = new Map<string, number>();
  const approve = async (id: string) => {
    await open.asManager(id);
    await open.asFinance(id);
  };
  const pay = async (id: string, late: number) => {
    const { deps, clock } = open;
    const claim = await open.claim(id);
    if (claim.state !== 'APPROVED') return;
    await deps.commit(takeIntoBatch(deps, claim, { batch: 'B1', by }, clock.now));
    const paidOn = addDays(claim.promisedPayDate, late);
    await deps.commit(markPaid(deps, await open.claim(id), { paidOn, by }, clock.now));
  };
  const teach = async (of: number): Promise<string> => {
    const index = lessons.length + 1;
    const lesson = { date: day(`${month(index)}-08`), start: '09:00', end: endOf(of) };
    lessons.push(lessonOf(`L${index}`, lesson));
    await open.putTimetable(lessons);
    open.clock.now = at(`${month(index + 1)}-01 09:00`);
    const [id = ''] = await open.draft(month(index));
    hours.set(id, of);
    await open.go(id);
    await open.answer(id);
    await approve(id);
    return id;
  };
  const correct = async (id: string, of: number) => {
    open.clock.now = addMinutes(open.clock.now, 1);
    const found = await open.claim(id);
    const lesson = found.lessons[0]?.id ?? '';
    const what =
      of === 0 ? { kind: 'not-taught' as const } : { kind: 'hours' as const, start: '09:00', end: endOf(of) };
    const outcome = await correctPaid(
      open.deps,
      { claim: id, said: [{ lesson, said: what, reason }], reason, by },
      open.clock.now,
    );
    if (outcome.kind === 'corrected' || outcome.kind === 'unchanged') hours.set(id, of);
  };
  const undo = async (id: string) => {
    if ((await undoApproval(open.deps, { claim: id, by, reason }, open.clock.now)) !== 'done') return;
    await open.go(id);
    await approve(id);
  };
  return { ...open, hours, teach, pay, correct, undo };
}

async function withheld({ deps }: Pick<OpenClaims, 'deps'>): Promise<number> {
  const [claims, corrections] = await Promise.all([
    deps.claims.byLecturer('kim-haon'),
    deps.claims.correctionsOf('kim-haon'),
  ]);
  return [...claims.map(({ calculation }) => calculation), ...corrections].reduce((sum, one) => sum + one.incomeTax, 0);
}

it('the tax of a case is withheld once, whatever is paid late, corrected and undone before it is caught up', async () => {
  const acts = fc.array(act, { minLength: 1, maxLength: 6 });
  const property = fc.asyncProperty(acts, async (all) => {
    const open = await opened();
    const ids: string[] = [];
    for (const one of all) {
      if (one.do === 'claim') {
        const id = await open.teach(one.hours);
        ids.push(id);
        if (one.late !== undefined) await open.pay(id, one.late);
        continue;
      }
      const id = ids[one.which % Math.max(1, ids.length)];
      if (id === undefined) continue;
      if (one.do === 'pay') await open.pay(id, one.late);
      if (one.do === 'correct') await open.correct(id, one.hours);
      if (one.do === 'undo') await open.undo(id);
    }
    const owed = [...open.hours.values()].reduce((sum, of) => sum + taxOf(of), 0);
    expect(await withheld(open)).toBeLessThanOrEqual(owed);
    await open.teach(8);
    expect(await withheld(open)).toBe(owed + taxOf(8));
  });
  await fc.assert(property, { seed: testSeed(), numRuns: 100 });
});
