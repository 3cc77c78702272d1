import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';

/** Whole won, far below what a number holds exactly. */
const won = z.int().min(0).max(10_000_000_000_000);

/** A line of the budget of a fiscal year, which is the calendar's. Reserved, spent and free are the ceiling, always. */
export const budgetLineSchema = storedObject({
  year: z.int().min(2000).max(2999),
  line: z.string(),
  ceiling: won,
  /** What people call it; of a line that was set before titles were kept, its id. */
  title: storedObject({ ko: z.string(), en: z.string() }).optional(),
  /** Promised to timetables, and not claimed yet. */
  reserved: won,
  spent: won,
  revision: z.number().int().positive(),
  ...audited,
});
export type BudgetLine = z.infer<typeof budgetLineSchema>;

export const freeOf = ({ ceiling, reserved, spent }: BudgetLine): number => ceiling - reserved - spent;

/** What was promised to one timetable, by line and year. */
export const commitmentSchema = storedObject({
  id: z.string(),
  parts: z.array(storedObject({ year: z.int(), line: z.string(), reserved: won, spent: won })),
  revision: z.number().int().positive(),
  ...audited,
});
export type Commitment = z.infer<typeof commitmentSchema>;
export type Part = Commitment['parts'][number];

/** An amount of a line in a year. */
export interface Planned {
  readonly year: number;
  readonly line: string;
  readonly amount: number;
}

export const lineKey = ({ year, line }: Pick<Planned, 'year' | 'line'>): string => `${year} ${line}`;

/** One amount for each line and year, in their order. */
export const sumByLine = (parts: readonly Planned[]): Planned[] =>
  [...Map.groupBy(parts, lineKey).values()]
    .flatMap(([first, ...rest]) =>
      first ? [{ ...first, amount: rest.reduce((sum, { amount }) => sum + amount, first.amount) }] : [],
    )
    .sort((a, b) => a.year - b.year || (a.line < b.line ? -1 : 1));

/**
 * The parts of a commitment by a plan: what is spent already counts towards it, and what is no longer planned is free.
 * Money that was spent beyond a plan stays spent.
 */
export function partsBy(plan: readonly Planned[], was: readonly Part[]): Part[] {
  const amounts = new Map(sumByLine(plan).map((one) => [lineKey(one), one.amount]));
  const before = new Map(was.map((part) => [lineKey(part), part]));
  const all = new Map([...was, ...plan].map(({ year, line }) => [lineKey({ year, line }), { year, line }]));
  return [...all].map(([key, { year, line }]) => {
    const part = before.get(key);
    const spent = part?.spent ?? 0;
    return { ...part, year, line, spent, reserved: Math.max(0, (amounts.get(key) ?? 0) - spent) };
  });
}
