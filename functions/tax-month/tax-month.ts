import { type Sums, type TaxPart, taxSumsOf } from '../payments/payable-claim.ts';
import { csvOf } from '../shared/files/csv.ts';
import type { Lang } from '../shared/i18n.ts';
import { compare } from '../wages/whole-won.ts';
import type { Figures } from './filing.ts';
import { taxMonthWords as words } from './tax-month-words.ts';

/** What was paid in a month to one kind of payee as one class of income. */
export interface TaxMonthRow extends Pick<TaxPart, 'kind' | 'class' | 'taxed'>, Sums {
  /** Claims that it is a part of. */
  readonly claims: number;
  /** Different payees. */
  readonly payees: number;
}

export interface TaxMonth {
  /** `2027-03`, by the day of payment. */
  readonly month: string;
  readonly rows: readonly TaxMonthRow[];
  /** Of what was paid: what the batches of the month come to. */
  readonly total: Sums & { readonly claims: number; readonly payees: number; readonly net: number };
  /** What was paid back in the month of what was paid in some earlier one: sums below zero. */
  readonly repaid: readonly TaxMonthRow[];
  /** Paid less paid back: what is reported, and what tax is due, or carried over if it is below zero. */
  readonly reported: Figures;
}

/** A claim that was paid, or a correction of one that was paid back, with its parts. */
export interface PaidClaim {
  readonly id: string;
  readonly payee: string;
  readonly parts: readonly TaxPart[];
}

/**
 * What was paid and withheld in a month, by class and kind, whatever month the claims are of, and what was paid back in
 * it: tax that was withheld from money that came back is due no more.
 */
export function taxMonthOf(month: string, claims: readonly PaidClaim[], repaid: readonly PaidClaim[] = []): TaxMonth {
  const paid = taxSumsOf(partsOf(claims));
  const back = taxSumsOf(partsOf(repaid));
  return {
    month,
    rows: rowsOf(claims),
    total: {
      ...paid,
      claims: claims.length,
      payees: new Set(claims.map(({ payee }) => payee)).size,
      net: paid.gross - paid.incomeTax - paid.localTax,
    },
    repaid: rowsOf(repaid),
    reported: {
      gross: paid.gross + back.gross,
      incomeTax: paid.incomeTax + back.incomeTax,
      localTax: paid.localTax + back.localTax,
    },
  };
}

type PartOfClaim = TaxPart & { readonly claim: string; readonly payee: string };

const partsOf = (claims: readonly PaidClaim[]): PartOfClaim[] =>
  claims.flatMap(({ id, payee, parts }) => parts.map((part) => ({ ...part, claim: id, payee })));

function rowsOf(claims: readonly PaidClaim[]): TaxMonthRow[] {
  const groups = Map.groupBy(partsOf(claims), ({ kind, class: paidAs, taxed }) =>
    JSON.stringify([paidAs, kind, taxed]),
  );
  return [...groups].toSorted(([a], [b]) => compare(a, b)).flatMap(([, group]) => rowOf(group));
}

function rowOf(group: readonly PartOfClaim[]): TaxMonthRow[] {
  const [first] = group;
  if (!first) return [];
  const { kind, class: paidAs, taxed } = first;
  const counted = {
    claims: new Set(group.map(({ claim }) => claim)).size,
    payees: new Set(group.map(({ payee }) => payee)).size,
  };
  return [{ kind, class: paidAs, taxed, ...counted, ...taxSumsOf(group) }];
}

interface TaxMonthLine extends Sums {
  /** Class of income, kind of payee, what was withheld; of a sum its name alone. */
  readonly names: readonly string[];
  /** Nothing of what is to be reported, which is no sum of payees. */
  readonly counted?: { readonly claims: number; readonly payees: number };
}

/** What a month comes to, row by row: each class and kind, the total, and what was paid back if anything was. */
export function taxMonthLines({ rows, total, repaid, reported }: TaxMonth, lang: Lang): TaxMonthLine[] {
  const sums = ({ gross, incomeTax, localTax }: Sums): Sums => ({ gross, incomeTax, localTax });
  const lines = (all: readonly TaxMonthRow[], withheld: Record<'taxed' | 'untaxed', Record<Lang, string>>) =>
    all.map((row) => ({
      names: [
        words.classes[row.class][lang],
        words.kinds[row.kind][lang],
        withheld[row.taxed ? 'taxed' : 'untaxed'][lang],
      ],
      counted: row,
      ...sums(row),
    }));
  return [
    ...lines(rows, words),
    { names: [words.total[lang]], counted: total, ...sums(total) },
    ...lines(repaid, words.repaid),
    ...(repaid.length > 0 ? [{ names: [words.reported[lang]], ...sums(reported) }] : []),
  ];
}

/** The same as rows of cells under their headings. */
function taxMonthTable(month: TaxMonth, lang: Lang): string[][] {
  return [
    [words.month, words.class, words.kind, words.withheld, ...words.sums].map((text) => text[lang]),
    ...taxMonthLines(month, lang).map(({ names: [first = '', second = '', third = ''], counted, ...sums }) => [
      month.month,
      first,
      second,
      third,
      ...[counted?.payees, counted?.claims, sums.gross, sums.incomeTax, sums.localTax].map((one) => String(one ?? '')),
    ]),
  ];
}

export const taxMonthCsv = (month: TaxMonth, lang: Lang): string => csvOf(taxMonthTable(month, lang));
