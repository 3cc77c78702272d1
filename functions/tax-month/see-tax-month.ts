import type { Batch } from '../payments/batch.ts';
import { dividedClaims } from '../payments/confirm-result.ts';
import { readFrozen } from '../payments/frozen-batch.ts';
import type { TakenClaim } from '../payments/transfer.ts';
import type { Dependencies } from './dependencies.ts';
import { type TaxMonth, taxMonthOf } from './tax-month.ts';

/** The claims that a confirmed batch has paid. */
export async function paidClaimsOf(
  { payments }: Pick<Dependencies, 'payments'>,
  batch: Batch,
): Promise<readonly TakenClaim[]> {
  const { id, result } = batch;
  if (!result) return [];
  const [frozen, rows] = await Promise.all([
    readFrozen({ payments }, batch),
    payments.returnedOf(id, result.hash, result.returned.transfers),
  ]);
  return dividedClaims(frozen, new Set(rows.map(({ row }) => row))).paid;
}

/**
 * What was paid in a month, by the day of payment, of every batch that was confirmed, settled with its claims or not; and
 * what was paid back in it.
 */
export async function seeTaxMonth(
  { payments, repaidTaxes }: Pick<Dependencies, 'payments' | 'repaidTaxes'>,
  month: string,
): Promise<TaxMonth> {
  const batches = (await payments.batches()).filter(({ result }) => result?.paidOn.startsWith(`${month}-`));
  const [claims, repaid] = await Promise.all([
    Promise.all(batches.map((batch) => paidClaimsOf({ payments }, batch))),
    repaidTaxes.repaidIn(month),
  ]);
  return taxMonthOf(month, claims.flat(), repaid);
}
