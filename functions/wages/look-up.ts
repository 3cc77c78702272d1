import type { LocalDate } from '../shared/time.ts';
import { inForce } from './dated.ts';

/** Something that the rules or the claim do not say, so that nothing is calculated. */
export interface Missing {
  /** In plain English: `rate of grade-1`. */
  readonly what: string;
  /** The day for which the rules do not say it. */
  readonly on?: LocalDate;
}

/** Looks up rules and keeps what is missing, all of it, so that finance is told at once. */
export function lookUp() {
  const missing: Missing[] = [];
  const miss = (one: Missing): undefined => {
    if (!missing.some(({ what, on }) => what === one.what && on === one.on)) missing.push(one);
    return undefined;
  };
  return {
    missing,
    there: <Value>(value: Value | undefined, what: string): Value | undefined => value ?? miss({ what }),
    inForce: <Row extends { readonly since: LocalDate }>(
      rows: readonly Row[],
      on: LocalDate,
      what: string,
    ): Row | undefined => inForce(rows, on) ?? miss({ what, on }),
  };
}
export type Look = ReturnType<typeof lookUp>;
