import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { newBatch } from '../../functions/payments/batch.ts';
import { paymentsPaths as paths } from '../../functions/payments/pages/payments-paths.ts';
import { addMinutes, seoulDateOf } from '../../functions/shared/time.ts';
import { taxMonthPaths } from '../../functions/tax-month/pages/tax-month-paths.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { ops } from '../support/ops.ts';
import {
  approvedClaim,
  payerAtDesk,
  resultFields,
  takeFile,
  uploadResult,
} from '../support/payments/approved-claim.ts';
import { putAccount } from '../support/payments/put-account.ts';
import { putBankProfile, putTaxDates } from '../support/payments/put-bank-profile.ts';
import { resultOf } from '../support/payments/results.ts';
import { untilAsked, untilBatch } from '../support/payments/until-batch.ts';
import { statementPath } from '../support/statements/statement-path.ts';
import { visitor } from '../support/visitor.ts';

const bank = 'example-csv';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

it('a claim that the bank returns is paid by the next batch, of which the lecturer has a statement', async () => {
  const { id, lecturer, email } = await approvedClaim(at);
  await putBankProfile(at, bank, at.now());
  const payer = await payerAtDesk(at);
  const today = seoulDateOf(at.now());

  const frozen = async (): Promise<string> => {
    const made = await ops(at, 'batches', 'make', today, bank, id, '--yes');
    const [, batch = ''] = /(pay-\d{4}-\d+) is frozen: 1 claim/u.exec(made.out) ?? [];
    expect([made.code, batch], made.out).toEqual([0, expect.stringContaining('pay-')]);
    await untilAsked(at, batch, 'payment-file');
    return batch;
  };
  const send = async (batch: string, returned: readonly number[]) => {
    const [transfer] = await transfersOf(batch);
    return uploadResult(at, payer, batch, resultFields(today), resultOf(transfer ? [transfer] : [], new Set(returned)));
  };
  const transfersOf = async (batch: string) => {
    const { frozen: as } = (await at.payments.batch(batch)) ?? {};
    return at.payments.transfersOf(batch, as?.hash ?? '', as?.totals.transfers ?? 0);
  };

  const first = await frozen();
  expect((await payer.get(paths.list)).text).toContain(first);
  expect((await send(first, [])).status).toBe(422);
  const file = await takeFile(at, payer, first);
  expect(await file.text()).toContain('0012-34-567890');
  await untilAsked(at, first, 'payment-result');
  expect((await send(first, [1])).status).toBe(303);
  await untilBatch(at, first, 'SETTLED');
  expect((await at.claims.get(id))?.state).toBe('APPROVED');

  await putAccount(at, lecturer, '777-7', at.now());
  // As it was stored before batches had runs.
  const began = newBatch(
    {
      id: `pay-${today.slice(2, 4)}${today.slice(5, 7)}-80`,
      month: today.slice(0, 7),
      payOn: today,
      profile: bank,
      startedBy: 'operator:test',
      only: [id],
    },
    at.now(),
  );
  const profile = (await at.bankProfiles.inForce(bank, at.now()))?.profile;
  if (!profile) throw new Error('no profile');
  await at.commit({
    changes: [at.payments.save(began), at.payments.keepProfile(began.id, profile)],
    events: [{ subject: began.id, type: 'BatchStarted', by: 'operator:test', at: at.now() }],
  });
  await at.db.send(
    new UpdateCommand({
      TableName: at.tables.PAYMENTS_TABLE,
      Key: { pk: 'batches', sk: began.id },
      UpdateExpression: 'REMOVE #run, needsRun',
      ExpressionAttributeNames: { '#run': 'run' },
    }),
  );
  expect(await at.invoke('payments-begin', {})).toMatchObject({ monthly: 'no-bank', given: [began.id] });
  await untilAsked(at, began.id, 'payment-file');
  const gaveUp = await ops(at, 'batches', 'give-up', began.id, '--reason', 'left', '--yes');
  expect(gaveUp.code, gaveUp.out).toBe(0);
  await untilBatch(at, began.id, 'DISSOLVED');

  const second = await frozen();
  await takeFile(at, payer, second);
  await untilAsked(at, second, 'payment-result');
  expect((await send(second, [1])).status).toBe(303);
  await untilBatch(at, second, 'SETTLED');
  expect((await at.claims.get(id))?.state).toBe('APPROVED');

  await putAccount(at, lecturer, '777-12345', at.now());
  const third = await frozen();
  await takeFile(at, payer, third);
  await untilAsked(at, third, 'payment-result');
  expect((await send(third, [])).status).toBe(303);
  await untilBatch(at, third, 'SETTLED');
  expect(await at.claims.get(id)).toMatchObject({ state: 'PAID', paidOn: today, batch: third });
  expect((await payer.get(taxMonthPaths.month(today.slice(0, 7)))).text).toContain('사업소득');

  await putTaxDates(at, at.now());
  const asked = await at.invoke('tax-month-ask', { time: addMinutes(at.now(), 32 * 24 * 60) });
  expect(asked).toMatchObject({ noDates: false, asked: expect.any(Number) });
  const taxMonth = await ops(at, 'batches', 'tax-month', today.slice(0, 7));
  expect(taxMonth.out).toContain('Income tax withheld is reported and paid');

  const statement = await statementPath(at, id, email);
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  expect((await browser.get(statement)).text).toContain('•••-•2345');
  const pdf = Buffer.from(await (await browser.once('GET', `${statement}/statement.pdf`)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
}, 300_000);
