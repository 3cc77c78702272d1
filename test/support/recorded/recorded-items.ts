import type { Change } from '../../../functions/shared/database/database.ts';

/* What the readers of recorded items have in common. */

export const there = <Found>(found: Found | undefined): Found => {
  if (found === undefined) throw new Error('the item is not found');
  return found;
};

/** What a change puts, as it is stored: without what is undefined. */
export const puts = (...changes: readonly Change[]): unknown[] =>
  changes.flatMap((change) => ('put' in change ? [JSON.parse(JSON.stringify(change.put))] : []));

export const afterKind = (key: unknown): string => String(key).slice(String(key).indexOf('#') + 1);
export const numbered = (key: unknown): number => Number(String(key).replace(/\D/gu, ''));
