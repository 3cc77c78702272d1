import type { ResultRow } from '../bank-files/read-result.ts';
import type { Transfer } from './transfer.ts';

/** A row of the bank's result that does not fit the batch; one is enough to refuse all. */
export interface Mismatch {
  readonly row: string;
  /** In the bank's file; none for what it does not have. */
  readonly line?: number;
  readonly why: 'unknown' | 'missing' | 'doubled' | 'different-amount';
}

export type MatchOutcome =
  | { readonly kind: 'matched'; readonly returned: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly mismatches: readonly Mismatch[] };

/** Holds what the bank says against what it was told: every row once, each with its amount. */
export function matchResult(
  transfers: readonly Pick<Transfer, 'row' | 'amount'>[],
  result: readonly ResultRow[],
): MatchOutcome {
  const amounts = new Map(transfers.map(({ row, amount }) => [row, amount]));
  const seen = new Set<string>();
  const mismatches: Mismatch[] = [];
  for (const { row, line, amount } of result) {
    const wanted = amounts.get(row);
    if (wanted === undefined) mismatches.push({ row, line, why: 'unknown' });
    else if (seen.has(row)) mismatches.push({ row, line, why: 'doubled' });
    else if (amount !== wanted) mismatches.push({ row, line, why: 'different-amount' });
    seen.add(row);
  }
  for (const { row } of transfers) if (!seen.has(row)) mismatches.push({ row, why: 'missing' });
  if (mismatches.length > 0) return { kind: 'refused', mismatches };
  const returned = result.flatMap(({ row, outcome, reason = '' }) =>
    outcome === 'returned' ? [[row, reason] as const] : [],
  );
  return { kind: 'matched', returned: new Map(returned) };
}
