import { describe, expect, it } from 'vitest';
import { totalsOf } from '../../../functions/claim-rules/claim-sums.ts';
import { cancelClaim, undoApproval } from '../../../functions/claims/hold-claim.ts';
import { markPaid, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { correctPaid } from '../../../functions/corrections/correct-paid.ts';
import { recordRepayment } from '../../../functions/corrections/record-repayment.ts';
import { settleCorrections } from '../../../functions/corrections/settle-corrections.ts';
import type { Lecturer } from '../../../functions/lecturers/lecturer.ts';
import type { Lesson } from '../../../functions/timetable/lesson.ts';
import { at, day, lecturerOf, lessonOf, otherIncome } from '../../support/claims/made-up.ts';
import { type OpenClaims, openClaims } from '../../support/claims/open-claims.ts';
import { exampleCard } from '../../support/wages/rules.ts';

const by = 'operator:test';
const reason = 'made up';

const atRate = (rate: number) => {
  const card = exampleCard();
  const grade = card.grades['grade-1'];
  if (!grade) throw new Error('no grade');
  const rates = [{ since: day('2027-01-01'), source: 'made up', first: rate, further: rate }];
  return { ...card, grades: { ...card.grades, 'grade-1': { ...grade, rates } } };
};
const anHour = (id: string, date: string): Lesson => lessonOf(id, { date: day(date), start: '09:00', end: '10:00' });

/** A lecturer with other income, at a rate for every hour, and money for all. */
async function opened(lessons: readonly Lesson[], rate: number, lecturer: Lecturer = otherIncome()) {
  const open = await openClaims({ now: at('2027-03-31 09:00') });
  await open.rules({ card: atRate(rate) });
  await open.putLecturer(lecturer);
  await open.putTimetable(lessons);
  await open.ceiling(100_000_000);
  await open.reserve(50_000_000);
  return open;
}

/** Drafts what was taught, and lets it be approved. */
async function approved(open: OpenClaims, month: string, now: string): Promise<string> {
  open.clock.now = at(now);
  const [id = ''] = await open.draft(month);
  await open.go(id);
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  return id;
}

async function paid(open: OpenClaims, id: string, on: string): Promise<string> {
  const { deps, clock } = open;
  await deps.commit(takeIntoBatch(deps, await open.claim(id), { batch: 'B1', by }, clock.now));
  await deps.commit(markPaid(deps, await open.claim(id), { paidOn: day(on), by }, clock.now));
  return id;
}

const longer = (lesson: string, end: string) => [
  { lesson, said: { kind: 'hours' as const, start: '09:00', end }, reason },
];

async function corrected({ deps, clock }: OpenClaims, claim: string, said: ReturnType<typeof longer>) {
  const outcome = await correctPaid(deps, { claim, said, reason, by }, clock.now);
  return outcome.kind === 'corrected' ? outcome.correction : outcome.kind;
}

describe('tax that is caught up', () => {
  const lessons = ['2027-03-08', '2027-04-05', '2027-05-03'].map((date, index) => anHour(`L0${index + 1}`, date));

  it('is withheld once, though the claim that it is of is paid on another day than was promised', async () => {
    const open = await opened(lessons.slice(0, 1), 100_000);
    const first = await approved(open, '2027-03', '2027-04-01 09:00');
    await open.putTimetable(lessons);
    const second = await approved(open, '2027-04', '2027-05-03 09:00');
    expect((await open.claim(second)).calculation).toMatchObject({ incomeTax: 16_000, localTax: 1_600 });
    await paid(open, first, '2027-05-07');
    const third = await approved(open, '2027-05', '2027-06-01 09:00');
    expect((await open.claim(third)).calculation).toMatchObject({ incomeTax: 8_000, localTax: 800 });
  });

  it('is not withheld again by a correction of the claim that it is of', async () => {
    const open = await opened(lessons.slice(0, 1), 100_000);
    const first = await paid(open, await approved(open, '2027-03', '2027-04-01 09:00'), '2027-04-20');
    await open.putTimetable(lessons);
    await paid(open, await approved(open, '2027-04', '2027-05-03 09:00'), '2027-05-20');
    expect(await corrected(open, first, longer('L01', '10:30'))).toMatchObject({
      gross: 50_000,
      incomeTax: 4_000,
      localTax: 400,
      paid: 45_600,
    });
    expect(await corrected(open, first, longer('L01', '09:30'))).toMatchObject({
      gross: -100_000,
      incomeTax: -8_000,
      localTax: -800,
      paid: -91_200,
    });
    expect(await corrected(open, first, longer('L01', '10:00'))).toMatchObject({
      gross: 50_000,
      incomeTax: 4_000,
      localTax: 400,
    });
  });

  it('by a correction is remembered: neither the next claim nor another correction withholds it again', async () => {
    const open = await opened(lessons.slice(0, 2), 60_000);
    const first = await paid(open, await approved(open, '2027-03', '2027-04-01 09:00'), '2027-04-20');
    const second = await paid(open, await approved(open, '2027-04', '2027-05-03 09:00'), '2027-05-20');
    expect((await open.claim(second)).calculation).toMatchObject({ gross: 60_000, incomeTax: 0 });
    expect(await corrected(open, second, longer('L02', '11:00'))).toMatchObject({
      gross: 60_000,
      incomeTax: 14_400,
      localTax: 1_440,
    });
    expect(await corrected(open, second, longer('L02', '11:00'))).toBe('unchanged');
    expect(await corrected(open, first, longer('L01', '11:00'))).toMatchObject({
      gross: 60_000,
      incomeTax: 4_800,
      localTax: 480,
    });
    await open.putTimetable(lessons);
    const third = await approved(open, '2027-05', '2027-06-01 09:00');
    expect((await open.claim(third)).calculation).toMatchObject({ gross: 60_000, incomeTax: 4_800, localTax: 480 });
  });

  it('stays with its claim once a correction has counted on it: the approval is not undone, and it is not cancelled', async () => {
    const open = await opened(lessons.slice(0, 1), 100_000);
    const first = await paid(open, await approved(open, '2027-03', '2027-04-01 09:00'), '2027-04-20');
    await open.putTimetable(lessons);
    const second = await approved(open, '2027-04', '2027-05-03 09:00');
    await corrected(open, first, longer('L01', '09:30'));
    const given = { claim: second, by, reason };
    expect(await undoApproval(open.deps, given, open.clock.now)).toBe('counted-on');
    expect(await cancelClaim(open.deps, given, open.clock.now)).toBe('counted-on');
    expect((await open.claim(second)).state).toBe('APPROVED');
  });

  it('is not withheld again by a claim whose approval is undone after another one has caught it up', async () => {
    const open = await opened(lessons.slice(0, 1), 100_000);
    const first = await approved(open, '2027-03', '2027-04-01 09:00');
    await open.putTimetable(lessons);
    await approved(open, '2027-04', '2027-05-03 09:00');
    await undoApproval(open.deps, { claim: first, by, reason }, open.clock.now);
    await open.go(first);
    expect((await open.claim(first)).calculation).toMatchObject({
      gross: 100_000,
      incomeTax: 0,
      localTax: 0,
      paid: 100_000,
    });
  });
});

describe('a correction that no further claim takes', () => {
  const one = [lessonOf('L01')];
  const hours = (end: string) => [{ lesson: 'L01', said: { kind: 'hours' as const, start: '19:00', end }, reason }];
  const afterwards = async (lessons: readonly Lesson[], ends: readonly string[]) => {
    const open = await opened(lessons, 100_000, lecturerOf());
    await open.rules({ card: exampleCard() });
    const first = await paid(open, await approved(open, '2027-03', '2027-04-01 09:00'), '2027-04-20');
    for (const [index, end] of ends.entries()) {
      open.clock.now = at(`2027-04-21 09:0${index}`);
      await correctPaid(open.deps, { claim: first, said: hours(end), reason, by }, open.clock.now);
    }
    return { ...open, first };
  };
  const corrections = async ({ deps }: OpenClaims) =>
    (await deps.claims.correctionsOf('kim-haon')).sort((a, b) => (a.at < b.at ? -1 : 1));

  it('makes a claim of its own if it is in the lecturer’s favour, which is decided and paid as every other', async () => {
    const open = await afterwards(one, ['23:00']);
    expect(await settleCorrections(open.deps, at('2027-04-22 02:00'))).toBe(1);
    expect(await settleCorrections(open.deps, at('2027-04-23 02:00'))).toBe(0);
    const claim = (await open.deps.claims.byMonth('2027-04'))[0];
    if (!claim) throw new Error('no claim');
    expect(claim).toMatchObject({ state: 'CONFIRMED', lessons: [], promisedPayDate: '2027-05-20' });
    expect(totalsOf(claim)).toEqual({ gross: 120_000, incomeTax: 3_600, localTax: 360, paid: 116_040 });
    await open.go(claim.id);
    await open.asManager(claim.id);
    await open.asFinance(claim.id);
    await paid(open, claim.id, '2027-05-20');
    expect(await open.line()).toMatchObject({ spent: 610_000 });
    expect(await corrections(open)).toMatchObject([{ takenBy: claim.id }]);
  });

  it('waits its time while lessons are to come, and again after its claim was refused', async () => {
    const open = await afterwards([...one, lessonOf('L02', { date: day('2027-09-06') })], ['23:00']);
    expect(await settleCorrections(open.deps, at('2027-05-19 02:00'))).toBe(0);
    open.clock.now = at('2027-05-25 02:00');
    expect(await settleCorrections(open.deps, open.clock.now)).toBe(1);
    const claim = (await open.deps.claims.byMonth('2027-05'))[0];
    if (!claim) throw new Error('no claim');
    await open.go(claim.id);
    await open.asManager(claim.id, { outcome: 'REFUSE', reason });
    expect(await settleCorrections(open.deps, at('2027-05-26 02:00'))).toBe(0);
    expect(await settleCorrections(open.deps, at('2027-06-25 02:00'))).toBe(1);
  });

  it('is asked back if it is in the city’s favour; what comes in is recorded, and frees the budget with the last won', async () => {
    const open = await afterwards([...one, lessonOf('L02', { date: day('2027-09-06') })], ['21:00', '20:00']);
    expect(await corrections(open)).toMatchObject([{ paid: -116_040 }, { paid: -116_040 }]);
    expect(await settleCorrections(open.deps, at('2027-05-25 02:00'))).toBe(1);
    expect(await open.deps.claims.byMonth('2027-05')).toEqual([]);
    expect(await corrections(open)).toMatchObject([{ repayBy: '2027-06-22' }, { repayBy: '2027-06-22' }]);
    open.clock.now = at('2027-06-10 09:00');
    const given = { claim: open.first, on: day('2027-06-09'), by };
    const repay = (amount: number) => recordRepayment(open.deps, { ...given, amount }, open.clock.now);
    expect(await repay(232_081)).toEqual({ kind: 'too-much', left: 232_080 });
    expect(await repay(116_000)).toEqual({ kind: 'recorded', left: 116_080 });
    expect(await open.line()).toMatchObject({ spent: 490_000 });
    expect(await repay(100_000)).toEqual({ kind: 'recorded', left: 16_080 });
    expect(await open.line()).toMatchObject({ spent: 370_000, reserved: 49_630_000 });
    expect(await repay(16_080)).toEqual({ kind: 'recorded', left: 0 });
    expect(await open.line()).toMatchObject({ spent: 250_000, reserved: 49_750_000 });
    expect((await corrections(open)).map(({ repaidOn, repayments }) => [repaidOn, repayments.length])).toEqual([
      ['2027-06-09', 2],
      ['2027-06-09', 2],
    ]);
    expect(await repay(1)).toEqual({ kind: 'not-asked' });
  });

  it('offsets what it can: more and less of one lecturer are one claim, or one sum asked back', async () => {
    const open = await afterwards([...one, lessonOf('L02', { date: day('2027-09-06') })], ['21:00', '23:00']);
    expect(await corrections(open)).toMatchObject([{ gross: -120_000 }, { gross: 240_000 }]);
    expect(await settleCorrections(open.deps, at('2027-05-25 02:00'))).toBe(1);
    const [claim] = await open.deps.claims.byMonth('2027-05');
    expect(claim && totalsOf(claim)).toMatchObject({ gross: 120_000, paid: 116_040 });
  });
});

describe('what decides a lecturer’s pay', () => {
  /** With a further version of the facts, loaded now. */
  const change = async ({ deps, clock }: OpenClaims, next: Partial<Lecturer>) => {
    const was = await deps.lecturers.get('kim-haon');
    if (!was) throw new Error('no lecturer');
    await deps.commit({
      changes: [
        ...deps.lecturers.save(
          { ...was, loadedAt: clock.now, ...next, facts: was.facts + 1, revision: was.revision + 1 },
          was,
        ),
        deps.lecturers.keepFacts(was),
      ],
      events: [{ subject: 'lecturer#kim-haon', type: 'LecturerChanged', by, at: clock.now }],
    });
  };
  const lessons = [
    lessonOf('L01'),
    lessonOf('L02', { date: day('2027-04-05') }),
    lessonOf('L03', { date: day('2027-04-12') }),
  ];
  const cap = { class: 'class-40' as const, confirmedBy: by, confirmedAt: at('2027-04-10 09:00') };

  it('is the grade and the cap of the day taught, in claims, in corrections, and unless another day is said', async () => {
    const open = await opened(lessons, 100_000, lecturerOf());
    await open.rules({ card: exampleCard() });
    const first = await paid(open, await approved(open, '2027-03', '2027-04-01 09:00'), '2027-04-20');
    open.clock.now = at('2027-04-10 09:00');
    await change(open, { grade: 'special-1', cap });
    expect(
      await correctPaid(
        open.deps,
        {
          claim: first,
          said: [{ lesson: 'L01', said: { kind: 'hours', start: '19:00', end: '21:00' }, reason }],
          reason,
          by,
        },
        open.clock.now,
      ),
    ).toMatchObject({ correction: { gross: -120_000 } });
    const second = await approved(open, '2027-04', '2027-05-03 09:00');
    const { calculation } = await open.claim(second);
    expect(calculation.lessons.map(({ date, amount }) => [date, amount])).toEqual([
      ['2027-04-05', 490_000],
      ['2027-04-12', 1_000_000],
    ]);
    expect(calculation.lowered).toMatchObject([{ date: '2027-04-12', limit: 600_000 }]);
    await undoApproval(open.deps, { claim: second, by, reason }, open.clock.now);
    await change(open, { since: day('2027-04-01') });
    await open.go(second);
    expect((await open.claim(second)).calculation).toMatchObject({ gross: 1_200_000 });
  });

  it('is the payee of the day paid: a correction withholds as the claim did, whoever the payee is today', async () => {
    const open = await opened(lessons, 100_000, lecturerOf());
    const first = await paid(open, await approved(open, '2027-03', '2027-04-01 09:00'), '2027-04-20');
    open.clock.now = at('2027-05-02 09:00');
    await change(open, { payee: { kind: 'institution', document: 'D-1' } });
    const outcome = await correctPaid(
      open.deps,
      {
        claim: first,
        said: [{ lesson: 'L01', said: { kind: 'hours', start: '19:00', end: '21:00' }, reason }],
        reason,
        by,
      },
      open.clock.now,
    );
    expect(outcome).toMatchObject({ correction: { gross: -100_000, incomeTax: -3_000, localTax: -300 } });
    const second = await approved(open, '2027-04', '2027-05-03 09:00');
    expect(totalsOf({ ...(await open.claim(second)), corrections: [] })).toMatchObject({
      gross: 600_000,
      incomeTax: 0,
      paid: 600_000,
    });
  });
});
