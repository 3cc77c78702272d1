import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { correctPaid } from '../../../functions/corrections/correct-paid.ts';
import { recordRepayment } from '../../../functions/corrections/record-repayment.ts';
import { assigneeId } from '../../../functions/requests/request.ts';
import { faultsAbout } from '../../../functions/shared/database/audit.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { askDue, taxDueKey } from '../../../functions/tax-month/ask-due.ts';
import { fileDue } from '../../../functions/tax-month/file-due.ts';
import { seeTaxMonth } from '../../../functions/tax-month/see-tax-month.ts';
import { taxMonthCsv } from '../../../functions/tax-month/tax-month.ts';
import { at, day, lessonOf, otherIncome } from '../../support/claims/made-up.ts';
import { openClaims } from '../../support/claims/open-claims.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { madeBatch } from '../../support/payments/pay-claims.ts';
import { putAccount } from '../../support/payments/put-account.ts';
import { putTaxDates } from '../../support/payments/put-bank-profile.ts';

const by = 'operator:test';
const reason = 'made up';

/** A claim that is paid on 20 April, of a lecturer whose income is other income. */
async function paid() {
  const memory = memoryDatabase({ quick: true });
  const open = await openClaims({ db: memory.db, now: at('2027-04-01 09:00') });
  const [id = ''] = await open.month([lessonOf('L01')]);
  await open.putLecturer(otherIncome());
  await putAccount(open.deps, 'kim-haon', '0012', open.clock.now);
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  open.clock.now = at('2027-04-20 18:00');
  const { confirm } = await madeBatch(open.deps, [id], open.clock.now);
  expect(await confirm()).toBe('confirmed');
  const reach = { ...open.deps, kinds, interestsIn: () => async () => undefined };
  const ask = (now: Instant) => askDue(reach, now);
  const request = async (month: string, due: string, number = 1) =>
    open.deps.requests.byAskKey(taxDueKey(month, due, number));
  const file = async (month: string, due: string, evidence: string, now: Instant, number = 1) => {
    const asked = await request(month, due, number);
    if (!asked) throw new Error('nobody is asked');
    const { reported: shown } = await seeTaxMonth(open.deps, month);
    const given = { request: asked.id, generation: asked.generation, by: assigneeId(asked.assignee), evidence, shown };
    return (await fileDue(open.deps, given, now)).kind;
  };
  return { ...open, memory, id, ask, request, file };
}

describe('what is due of a tax month', () => {
  it('is asked of finance once the month is over, each by its own day, once; with the receipt it is done', async () => {
    const { deps, ask, request, file, memory } = await paid();
    expect(await ask(at('2027-05-03 02:00'))).toEqual({ asked: 0, noDates: true });
    await putTaxDates(deps, at('2027-04-20 18:00'));
    expect(await ask(at('2027-04-30 02:00'))).toEqual({ asked: 0, noDates: false });
    expect(await ask(at('2027-05-03 02:00'))).toEqual({ asked: 3, noDates: false });
    expect(await ask(at('2027-05-04 02:00'))).toEqual({ asked: 0, noDates: false });
    const [tax, statements] = [await request('2027-04', 'income-tax'), await request('2027-04', 'statements')];
    expect(tax).toMatchObject({ subject: 'tax-month#2027-04.income-tax', dueAt: '2027-05-10T09:00:00.000Z' });
    expect(statements).toMatchObject({ dueAt: '2027-05-31T09:00:00.000Z', state: 'OPEN' });
    expect(await file('2027-04', 'income-tax', '110-2027', at('2027-05-06 10:00'))).toBe('filed');
    expect(await file('2027-04', 'income-tax', '110-2028', at('2027-05-06 10:01'))).toBe('somebody-was-first');
    expect(await deps.filings.ofMonth('2027-04')).toMatchObject([
      {
        due: 'income-tax',
        number: 1,
        evidence: '110-2027',
        figures: { gross: 490_000, incomeTax: 39_200, localTax: 3_920 },
      },
    ]);
    expect(await ask(at('2027-05-07 02:00'))).toEqual({ asked: 0, noDates: false });
    expect(await request('2027-04', 'income-tax')).toMatchObject({ state: 'SETTLED', reason: '110-2027' });
    expect(await faultsAbout(memory.db, memoryTables.AUDIT_TABLE, 'tax-month#2027-04.income-tax')).toEqual([]);
  });

  it('is told to operators every day on which it is overdue', async () => {
    const { deps, ask, chase, memory } = await paid();
    await putTaxDates(deps, at('2027-04-20 18:00'));
    await ask(at('2027-05-03 02:00'));
    const overdue = () =>
      memory
        .plain(memoryTables.OUTBOX_TABLE)
        .filter((entry) => JSON.stringify(entry).includes('"overdue"') && JSON.stringify(entry).includes('income-tax'));
    await chase(at('2027-05-10 12:00'));
    expect(overdue()).toHaveLength(0);
    await chase(at('2027-05-10 18:01'));
    expect(overdue()).toHaveLength(1);
    await chase(at('2027-05-11 18:01'));
    expect(overdue()).toHaveLength(2);
  });

  it('is not filed with figures that are others by now, and asked for again if they change afterwards', async () => {
    const { deps, id, clock, ask, request, file } = await paid();
    await putTaxDates(deps, at('2027-04-20 18:00'));
    await ask(at('2027-05-03 02:00'));
    const asked = await request('2027-04', 'income-tax');
    const shown = { gross: 1, incomeTax: 1, localTax: 1 };
    const given = { request: asked?.id ?? '', generation: 1, by: 'ryu-hana', evidence: 'x', shown };
    expect(await fileDue(deps, given, at('2027-05-04 10:00'))).toMatchObject({
      kind: 'changed',
      figures: { gross: 490_000 },
    });
    expect(await deps.filings.ofMonth('2027-04')).toEqual([]);

    // Recorded after April was reported, and dated in it.
    expect(await file('2027-04', 'income-tax', '110-1', at('2027-05-04 10:00'))).toBe('filed');
    clock.now = at('2027-05-05 09:00');
    const said = [{ lesson: 'L01', said: { kind: 'not-taught' as const }, reason }];
    await correctPaid(deps, { claim: id, said, reason, by }, clock.now);
    const [correction] = await deps.claims.correctionsOf('kim-haon');
    const back = -(correction?.paid ?? 0);
    const outcome = await recordRepayment(deps, { claim: id, amount: back, on: day('2027-04-30'), by }, clock.now);
    expect(outcome).toEqual({ kind: 'recorded', left: 0 });
    expect(await ask(at('2027-05-06 02:00'))).toEqual({ asked: 1, noDates: false });
    const again = await request('2027-04', 'income-tax', 2);
    expect(again).toMatchObject({ state: 'OPEN', dueAt: '2027-05-14T09:00:00.000Z' });
    expect(await file('2027-04', 'income-tax', '110-2', at('2027-05-07 10:00'), 2)).toBe('filed');
    expect((await deps.filings.ofMonth('2027-04')).map(({ number, figures }) => [number, figures.incomeTax])).toEqual([
      [1, 39_200],
      [2, 0],
    ]);
    expect(await ask(at('2027-05-08 02:00'))).toEqual({ asked: 0, noDates: false });
  });
});

describe('tax on money that is paid back', () => {
  it('is asked about however late it is recorded, and no older month that nobody reported', async () => {
    const { deps, id, clock, ask, request } = await paid();
    await putTaxDates(deps, at('2027-04-20 18:00'));
    clock.now = at('2027-11-15 09:00');
    expect(await ask(clock.now)).toEqual({ asked: 0, noDates: false });
    const said = [{ lesson: 'L01', said: { kind: 'not-taught' as const }, reason }];
    await correctPaid(deps, { claim: id, said, reason, by }, clock.now);
    await recordRepayment(deps, { claim: id, amount: 446_880, on: day('2027-05-20'), by }, clock.now);
    expect(await ask(at('2027-11-16 02:00'))).toEqual({ asked: 3, noDates: false });
    expect(await ask(at('2027-11-17 02:00'))).toEqual({ asked: 0, noDates: false });
    expect(await request('2027-05', 'income-tax')).toMatchObject({ state: 'OPEN' });
  });

  it('is due no more, in the month in which the last of it came in; the month of the payment stays as it was', async () => {
    const { deps, id, clock, ask } = await paid();
    const said = [{ lesson: 'L01', said: { kind: 'not-taught' as const }, reason }];
    await correctPaid(deps, { claim: id, said, reason, by }, clock.now);
    expect(await deps.claims.correctionsOf('kim-haon')).toMatchObject([
      { paid: -446_880, repayBy: expect.any(String) },
    ]);
    const repay = (amount: number, on: string) =>
      recordRepayment(deps, { claim: id, amount, on: day(on), by }, clock.now);
    await repay(100_000, '2027-05-20');
    expect((await seeTaxMonth(deps, '2027-05')).repaid).toEqual([]);
    await repay(346_880, '2027-06-02');
    expect(await seeTaxMonth(deps, '2027-05')).toMatchObject({ repaid: [], rows: [] });
    const june = await seeTaxMonth(deps, '2027-06');
    expect(june).toMatchObject({
      rows: [],
      repaid: [
        {
          class: 'other-income',
          kind: 'resident',
          taxed: true,
          claims: 1,
          payees: 1,
          gross: -490_000,
          incomeTax: -39_200,
          localTax: -3_920,
        },
      ],
      reported: { gross: -490_000, incomeTax: -39_200, localTax: -3_920 },
    });
    expect((await seeTaxMonth(deps, '2027-04')).reported).toEqual({
      gross: 490_000,
      incomeTax: 39_200,
      localTax: 3_920,
    });
    expect(taxMonthCsv(june, 'en').split('\r\n').slice(1)).toEqual([
      '"2027-06","Total","","","0","0","0","0","0"',
      '"2027-06","Other income","Resident","paid back, was withheld","1","1","\'-490000","\'-39200","\'-3920"',
      '"2027-06","To report: the total less what was paid back","","","","","\'-490000","\'-39200","\'-3920"',
      '',
    ]);
    await putTaxDates(deps, at('2027-04-20 18:00'));
    expect(await ask(at('2027-07-01 02:00'))).toEqual({ asked: 6, noDates: false });
  });
});
