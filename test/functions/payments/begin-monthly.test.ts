import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { checkBankProfile } from '../../../functions/bank-files/check-bank-profile.ts';
import { newBatch } from '../../../functions/payments/batch.ts';
import { beginMonthly, giveRuns, nextPayDay } from '../../../functions/payments/begin-monthly.ts';
import { settleBatch } from '../../../functions/payments/settle-batch.ts';
import { startBatch } from '../../../functions/payments/start-batch.ts';
import { type LocalDate, localDateSchema } from '../../../functions/shared/time.ts';
import { at, exampleSettings, lessonOf } from '../../support/claims/made-up.ts';
import { openClaims } from '../../support/claims/open-claims.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { profileYaml } from '../../support/payments/profiles.ts';
import { putAccount } from '../../support/payments/put-account.ts';
import { putInForce } from '../../support/rule-files/put-in-force.ts';

const day = (text: string): LocalDate => localDateSchema.parse(text);

/** An approved claim, of a lecturer with an account. */
async function approved() {
  const open = await openClaims({ now: at('2027-04-01 09:00') });
  const [id = ''] = await open.month([lessonOf('L01')]);
  await putAccount(open.deps, 'kim-haon', '0012', open.clock.now);
  await open.answer(id);
  await open.asManager(id);
  await open.asFinance(id);
  const profile = (text: string) =>
    putInForce(open.deps, { slot: 'bank-example-csv', kind: 'bank-profile', text }, open.clock.now);
  return { ...open, id, profile };
}
const monthly = `${profileYaml('example-csv')}\nmonthly: { daysBefore: 3 }\n`;

describe('the batch of the month', () => {
  it('is paid on pay day, or on the next business day', () => {
    expect(nextPayDay(20, day('2027-04-01'))).toBe('2027-04-20');
    expect(nextPayDay(20, day('2027-04-20'))).toBe('2027-04-20');
    expect(nextPayDay(20, day('2027-04-21'))).toBe('2027-05-20');
    // 20 June 2027 is a Sunday.
    expect(nextPayDay(20, day('2027-06-21'))).toBe('2027-06-21');
    expect(nextPayDay(20, day('2027-12-31'))).toBe('2028-01-20');
  });

  it('is begun by the clock when its day has come, once, if finance has confirmed for which bank', async () => {
    const { deps, clock, profile, claim, id } = await approved();
    expect(checkBankProfile(monthly).ok).toBe(true);
    expect(exampleSettings().payDay).toBe(20);
    await profile(profileYaml('example-csv'));
    expect(await beginMonthly(deps, clock.now)).toEqual({ kind: 'no-bank' });
    await profile(monthly);
    expect(await beginMonthly(deps, at('2027-04-14 02:00'))).toEqual({ kind: 'not-yet', payOn: '2027-04-20' });
    const started = await beginMonthly(deps, at('2027-04-15 02:00'));
    expect(started).toMatchObject({ kind: 'started', batch: { payOn: '2027-04-20', startedBy: 'system:clock' } });
    for (const time of ['2027-04-16 02:00', '2027-04-20 02:00']) {
      expect(await beginMonthly(deps, at(time))).toEqual({ kind: 'begun', batch: 'pay-2704-1' });
    }
    expect((await claim(id)).state).toBe('APPROVED');
    expect(await beginMonthly(deps, at('2027-05-18 02:00'))).toMatchObject({ kind: 'started' });
  });

  it('does not stand in the way of one that an operator makes beside it', async () => {
    const { deps, clock, profile } = await approved();
    await profile(monthly);
    const given = { payOn: day('2027-04-20'), bank: 'example-csv', by: 'operator:test' };
    expect(await startBatch(deps, given, clock.now)).toMatchObject({ kind: 'started' });
    const started = await beginMonthly(deps, at('2027-04-16 02:00'));
    expect(started).toMatchObject({ kind: 'started', batch: { id: 'pay-2704-2' } });
  });
});

it('a batch that was made before batches had runs is given one, once, and goes on; one at its end needs none', async () => {
  const { deps, db, clock } = await approved();
  const put = async (number: number, state: string) => {
    const given = {
      id: `pay-2704-${number}`,
      month: '2027-04',
      payOn: day('2027-04-20'),
      profile: 'x',
      startedBy: 'operator:x',
    };
    const { run: _, needsRun: __, ...before } = newBatch(given, clock.now);
    const item = { pk: 'batches', sk: given.id, ...before, state };
    await db.send(new PutCommand({ TableName: memoryTables.PAYMENTS_TABLE, Item: item }));
  };
  const states = ['GATHERING', 'SETTLED', 'DISSOLVING', 'DISSOLVED'];
  for (const [index, state] of states.entries()) await put(index + 1, state);
  expect(await giveRuns(deps, clock.now)).toEqual(['pay-2704-1', 'pay-2704-3']);
  expect(await giveRuns(deps, clock.now)).toEqual([]);
  const batch = await deps.payments.batch('pay-2704-3');
  expect(batch).toMatchObject({ run: 1, needsRun: expect.stringMatching(/^run-/u) });
  expect(await settleBatch(deps, 'pay-2704-3', clock.now)).toBe('done');
});
