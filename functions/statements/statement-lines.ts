import type { WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import type { Text } from '../shared/i18n.ts';
import { type ExplainedLine, explain } from '../wages/explain.ts';
import { statementWords as words } from './statement-words.ts';

/**
 * What a paid claim is made of, line by line: each sum is that of the items before it, and the last one is what was
 * paid. Corrections of earlier claims come after the calculation, with a sum of their own.
 */
export function statementLines(claim: Pick<WageClaim, 'calculation' | 'corrections'>): ExplainedLine[] {
  const lines = explain(claim.calculation);
  const amounts = lines.filter(({ kind }) => kind !== 'note');
  const notes = lines.filter(({ kind }) => kind === 'note');
  const corrections = claim.corrections.map(
    ({ of, paid }): ExplainedLine => ({ kind: 'item', text: correctionText(of), amount: paid }),
  );
  const total: ExplainedLine = { kind: 'sum', text: words.afterCorrections, amount: totalsOf(claim).paid };
  return [...amounts, ...corrections, ...(corrections.length > 0 ? [total] : []), ...notes];
}

const correctionText = (of: string): Text => ({ ko: `청구 ${of} 정정분`, en: `Correction of claim ${of}` });
