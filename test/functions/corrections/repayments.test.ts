import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { markPaid, takeIntoBatch } from '../../../functions/claims/pay-claim.ts';
import { correctPaid } from '../../../functions/corrections/correct-paid.ts';
import { recordRepayment } from '../../../functions/corrections/record-repayment.ts';
import { rememberRepaid } from '../../../functions/corrections/remember-repaid.ts';
import { remindRepayments } from '../../../functions/corrections/remind-repayments.ts';
import { settleCorrections } from '../../../functions/corrections/settle-corrections.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { storer } from '../../../functions/shared/database/commit.ts';
import { keptRepaid } from '../../../functions/tax-month/kept-repaid.ts';
import { at, cohort, day, lessonOf } from '../../support/claims/made-up.ts';
import { openClaims } from '../../support/claims/open-claims.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const by = 'operator:test';
const reason = 'made up';

/** A paid claim of whoever teaches no more, wrong by a whole lesson: it is asked back by 29 April. */
async function askedBack() {
  const memory = memoryDatabase({ quick: true });
  const open = await openClaims({ db: memory.db });
  const { deps, clock } = open;
  const [id = ''] = await open.month([lessonOf('L01')]);
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  await deps.commit(takeIntoBatch(deps, await open.claim(id), { batch: 'B1', by }, clock.now));
  await deps.commit(markPaid(deps, await open.claim(id), { paidOn: day('2027-04-20'), by }, clock.now));
  const said = [{ lesson: 'L01', said: { kind: 'not-taught' as const }, reason }];
  const outcome = await correctPaid(deps, { claim: id, said, reason, by }, clock.now);
  expect(outcome).toMatchObject({ kind: 'corrected', correction: { repayBy: '2027-04-29', paid: -473_830 } });
  const mailed = (what: string) => memory.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes(what));
  return { ...open, id, memory, mailed };
}

describe('what was asked back', () => {
  it('is reminded of once before its day and once after it, and then finance is told', async () => {
    const { deps, id, db, mailed } = await askedBack();
    const told: [string, number][] = [];
    for (let date = 20; date <= 30; date += 1) {
      const count = await remindRepayments(deps, at(`2027-04-${date} 02:00`));
      if (count > 0) told.push([`04-${date}`, count]);
    }
    for (let date = 2; date <= 31; date += 1) {
      const on = String(date).padStart(2, '0');
      const count = await remindRepayments(deps, at(`2027-05-${on} 02:00`));
      if (count > 0) told.push([`05-${on}`, count]);
    }
    // 29 April is a Thursday; 3, 5 and 13 May are holidays in 2027.
    expect(told).toEqual([
      ['04-26', 1],
      ['05-07', 1],
      ['05-19', 1],
    ]);
    expect(mailed('wage-repayment-reminder')).toHaveLength(2);
    expect(mailed('wage-repayment-overdue')).toHaveLength(2);
    const events = (await eventsOf(db, memoryTables.AUDIT_TABLE, id)).filter(
      ({ type }) => type === 'RepaymentReminded',
    );
    expect(events.map(({ data }) => [data?.what, data?.left])).toEqual([
      ['due', 473_830],
      ['overdue', 473_830],
      ['finance', 473_830],
    ]);
  });

  it('is reminded of no more when all of it has come, and while a part is missing of that part', async () => {
    const { deps, id, clock, mailed } = await askedBack();
    const come = (amount: number) => recordRepayment(deps, { claim: id, amount, on: day('2027-04-21'), by }, clock.now);
    expect(await come(400_000)).toEqual({ kind: 'recorded', left: 73_830 });
    expect(await remindRepayments(deps, at('2027-04-26 02:00'))).toBe(1);
    expect(await come(73_830)).toEqual({ kind: 'recorded', left: 0 });
    expect(await deps.claims.lecturersWith('REPAYMENT_OPEN')).toEqual([]);
    expect(await remindRepayments(deps, at('2027-05-20 02:00'))).toBe(0);
    expect(await remindRepayments(deps, at('2027-06-01 02:00'))).toBe(0);
    expect(mailed('wage-repayment-reminder')).toHaveLength(1);
  });

  it('is known by the month in which the last of it came, also what was stored before months were kept', async () => {
    const { deps, id, db, clock, memory } = await askedBack();
    const repaid = keptRepaid(deps);
    const store = storer(db, { outbox: memoryTables.OUTBOX_TABLE });
    const come = (amount: number, on: string) =>
      recordRepayment(deps, { claim: id, amount, on: day(on), by }, clock.now);
    expect(await come(400_000, '2026-04-30')).toEqual({ kind: 'before-payment', paidOn: '2027-04-20' });
    await come(400_000, '2027-04-30');
    expect(await deps.claims.repaidIn('2027-04')).toEqual([]);
    await come(73_830, '2027-05-03');
    expect(await deps.claims.repaidIn('2027-04')).toEqual([]);
    expect(await deps.claims.repaidIn('2027-05')).toMatchObject([{ of: id, repaidOn: '2027-05-03' }]);
    const [part] = await repaid.repaidIn('2027-05');
    expect(part?.parts).toMatchObject([{ gross: -490_000, incomeTax: -14_700, localTax: -1_470 }]);

    const pointers = memory.plain('claims').filter(({ pk }) => String(pk).startsWith('repaid#'));
    for (const { pk, sk } of pointers) {
      await db.send(new DeleteCommand({ TableName: memoryTables.CLAIMS_TABLE, Key: { pk, sk } }));
    }
    expect(await deps.claims.repaidIn('2027-05')).toEqual([]);
    expect(await repaid.repaidIn('2027-05')).toEqual([part]);
    expect(await rememberRepaid({ ...deps, store }, clock.now)).toBe(1);
    expect(await rememberRepaid({ ...deps, store }, clock.now)).toBe(0);
    expect(await deps.claims.repaidIn('2027-05')).toHaveLength(1);
    expect(await repaid.repaidIn('2027-05')).toEqual([part]);
    expect(await repaid.repaidIn('2027-04')).toEqual([]);
  });

  it('that is found late, long after its day, is told to finance at once and to nobody twice', async () => {
    const { deps } = await askedBack();
    expect(await remindRepayments(deps, at('2027-08-02 02:00'))).toBe(1);
    expect(await remindRepayments(deps, at('2027-08-03 02:00'))).toBe(0);
  });
});

/** As 319f190 stored them: without what the index knows them by, and without reminders. */
const recordedAt319f190 = (of: string, more: Record<string, unknown>) => ({
  pk: 'lecturer#kim-haon',
  sk: `correction#${String(more.id)}`,
  of,
  reason,
  by,
  at: '2027-04-20T00:00:00.000Z',
  gross: 120_000,
  incomeTax: 3_600,
  localTax: 360,
  paid: 116_040,
  parts: [{ year: 2027, line: 'lecturers', amount: 120_000 }],
  lecturer: 'kim-haon',
  cohort,
  count: 1,
  ...more,
});

describe('a correction that an earlier release stored', () => {
  it('is settled, or reminded of, on the first of a month, though the index does not know it; and is in the index then', async () => {
    const { deps, db, id } = await askedBack();
    const [own] = await deps.claims.correctionsOf('kim-haon');
    if (!own) throw new Error('no correction');
    const put = (more: Record<string, unknown>) =>
      db.send(new PutCommand({ TableName: memoryTables.CLAIMS_TABLE, Item: recordedAt319f190(id, more) }));
    await put({ id: 'waiting0001' });
    await put({
      id: 'asked000001',
      gross: -10_000,
      incomeTax: -300,
      localTax: -30,
      paid: -9_670,
      repayBy: '2027-05-31',
    });
    expect(await deps.claims.lecturersWith('CORRECTION_WAITING')).toEqual([]);
    expect(await settleCorrections(deps, at('2027-05-31 02:00'))).toBe(0);
    expect(await settleCorrections(deps, at('2027-06-01 02:00'))).toBe(1);
    expect((await deps.claims.correction('kim-haon', 'waiting0001'))?.takenBy).toMatch(/^W-2706-/u);
    expect(await remindRepayments(deps, at('2027-06-01 02:00'))).toBe(1);
    expect(await remindRepayments(deps, at('2027-06-05 02:00'))).toBe(1);
    expect((await deps.claims.correction('kim-haon', 'asked000001'))?.reminded).toMatchObject([{ what: 'overdue' }]);
  });
});
