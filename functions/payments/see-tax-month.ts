import type { Batch } from './batch.ts';
import { dividedClaims } from './confirm-result.ts';
import type { Dependencies } from './dependencies.ts';
import { readFrozen } from './frozen-batch.ts';
import { type TaxMonth, taxMonthOf } from './tax-month.ts';
import type { TakenClaim } from './transfer.ts';

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

/** What was paid in a month, by the day of payment: of every batch that was confirmed, settled with its claims or not. */
export async function seeTaxMonth({ payments }: Pick<Dependencies, 'payments'>, month: string): Promise<TaxMonth> {
  const batches = (await payments.batches()).filter(({ result }) => result?.paidOn.startsWith(`${month}-`));
  const claims = await Promise.all(batches.map((batch) => paidClaimsOf({ payments }, batch)));
  return taxMonthOf(month, claims.flat());
}
