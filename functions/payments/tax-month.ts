import { csvOf } from '../shared/csv.ts';
import type { Lang } from '../shared/i18n.ts';
import { compare } from '../wages/whole-won.ts';
import { type PayableClaim, type Sums, type TaxPart, taxSumsOf } from './payable-claim.ts';
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
  readonly total: Sums & { readonly claims: number; readonly payees: number; readonly net: number };
}

type Paid = Pick<PayableClaim, 'id' | 'payee' | 'parts'>;

/** What was paid and withheld in a month, by class and kind: of claims that were paid in it, whatever month they are of. */
export function taxMonthOf(month: string, claims: readonly Paid[]): TaxMonth {
  const parts = claims.flatMap(({ id, payee, parts: own }) => own.map((part) => ({ ...part, claim: id, payee })));
  const groups = Map.groupBy(parts, ({ kind, class: paidAs, taxed }) => JSON.stringify([paidAs, kind, taxed]));
  const rows = [...groups].toSorted(([a], [b]) => compare(a, b)).flatMap(([, group]) => rowOf(group));
  const total = taxSumsOf(parts);
  return {
    month,
    rows,
    total: {
      ...total,
      claims: claims.length,
      payees: new Set(claims.map(({ payee }) => payee)).size,
      net: total.gross - total.incomeTax - total.localTax,
    },
  };
}

function rowOf(group: readonly (TaxPart & { readonly claim: string; readonly payee: string })[]): TaxMonthRow[] {
  const [first] = group;
  if (!first) return [];
  const { kind, class: paidAs, taxed } = first;
  const counted = {
    claims: new Set(group.map(({ claim }) => claim)).size,
    payees: new Set(group.map(({ payee }) => payee)).size,
  };
  return [{ kind, class: paidAs, taxed, ...counted, ...taxSumsOf(group) }];
}

/** The month as a list for people: its headings, then a row for each, then the total. */
export function taxMonthTable({ month, rows, total }: TaxMonth, lang: Lang): string[][] {
  const sums = ({ claims, payees, gross, incomeTax, localTax }: Sums & { claims: number; payees: number }): string[] =>
    [payees, claims, gross, incomeTax, localTax].map(String);
  return [
    [words.month, words.class, words.kind, words.withheld, ...words.sums].map((text) => text[lang]),
    ...rows.map((row) => [
      month,
      words.classes[row.class][lang],
      words.kinds[row.kind][lang],
      words[row.taxed ? 'taxed' : 'untaxed'][lang],
      ...sums(row),
    ]),
    [month, words.total[lang], '', '', ...sums(total)],
  ];
}

export const taxMonthCsv = (month: TaxMonth, lang: Lang): string => csvOf(taxMonthTable(month, lang));
