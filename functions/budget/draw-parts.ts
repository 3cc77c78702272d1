import type { EventDraft } from '../shared/database/audit.ts';
import type { Change } from '../shared/database/database.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Commitment, freeOf, lineKey, type Part, type Planned } from './budget.ts';
import type { BudgetsTable, Draw } from './budgets-table.ts';
import { moveMoney } from './move-money.ts';

/** A part for which less is reserved than it comes to. */
export interface ShortPart extends Pick<Planned, 'year' | 'line'> {
  /** What is reserved for it. */
  readonly reserved: number;
  /** By so much it is too little. */
  readonly by: number;
  /** What the line has free, from which finance can add. */
  readonly free: number;
}

/** What a decision about a claim adds to its own commit, so that nothing is decided that is not drawn. */
export interface BudgetParts {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
}

export type DrawnParts =
  | ({ readonly kind: 'draws' } & BudgetParts)
  /** What is owed is never refused: finance adds, or first raises a ceiling. */
  | { readonly kind: 'waits-for-finance'; readonly parts: readonly ShortPart[] };

interface Wanted {
  readonly claim: string;
  readonly commitment: string;
  readonly parts: readonly Planned[];
  readonly by: string;
  /** Finance adds what is short, from what its lines have free. */
  readonly adding: boolean;
}

const drawOf = (
  { claim, commitment }: Pick<Wanted, 'claim' | 'commitment'>,
  { year, line, amount }: Planned,
): Draw => ({
  claim: `${claim}#${year}#${line}`,
  commitment,
  year,
  line,
  amount,
});

/** Draws all that a claim comes to, of whatever lines and years, out of what was reserved for its timetable. */
export async function drawParts(budgets: BudgetsTable, wanted: Wanted, now: Instant): Promise<DrawnParts> {
  const { claim, commitment: id, parts, by, adding } = wanted;
  if (parts.length === 0) return { kind: 'draws', changes: [], events: [] };
  const was = await budgets.commitment(id);
  const short = await shortOf(budgets, was, parts);
  if (short.length > 0 && !adding) return { kind: 'waits-for-finance', parts: short };
  const moved = await moveMoney(budgets, { id, was, parts: spending(was, parts) });
  if (moved.kind === 'short') return { kind: 'waits-for-finance', parts: short };
  const amounts = parts.map(({ year, line, amount }) => `${year} ${line} ${amount}`);
  const added = short.map((part) => `${part.year} ${part.line} ${part.by}`);
  const data = { claim, parts: amounts, ...(added.length > 0 && { added }) };
  return {
    kind: 'draws',
    changes: [
      ...(moved.kind === 'moved' ? moved.changes : []),
      ...parts.map((part) => budgets.putDraw(drawOf(wanted, part))),
    ],
    events: [{ subject: `commitment#${id}`, type: 'ClaimDrawn', by, at: now, data }],
  };
}

/** Gives back all that a claim has drawn. */
export async function putPartsBack(
  budgets: BudgetsTable,
  given: Omit<Wanted, 'adding'>,
  now: Instant,
): Promise<BudgetParts> {
  const { claim, commitment: id, parts, by } = given;
  if (parts.length === 0) return { changes: [], events: [] };
  const was = await budgets.commitment(id);
  const back = parts.map((part) => ({ ...part, amount: -part.amount }));
  const moved = await moveMoney(budgets, { id, was, parts: spending(was, back) });
  const isMissing = !was && parts.some(({ amount }) => amount !== 0);
  if (isMissing || moved.kind === 'short') throw new Fault('BudgetAltered', { commitment: id });
  const amounts = parts.map(({ year, line, amount }) => `${year} ${line} ${amount}`);
  return {
    changes: [
      ...(moved.kind === 'moved' ? moved.changes : []),
      ...parts.map((part) => budgets.removeDraw(drawOf(given, part))),
    ],
    events: [{ subject: `commitment#${id}`, type: 'ClaimPutBack', by, at: now, data: { claim, parts: amounts } }],
  };
}

/** The parts for which too little is reserved, with what their lines have free. */
export async function shortOf(
  budgets: Pick<BudgetsTable, 'line'>,
  was: Commitment | undefined,
  parts: readonly Planned[],
): Promise<ShortPart[]> {
  const present = new Map((was?.parts ?? []).map((part) => [lineKey(part), part.reserved]));
  const short = parts.flatMap(({ year, line, amount }) => {
    const reserved = present.get(lineKey({ year, line })) ?? 0;
    return amount > reserved ? [{ year, line, reserved, by: amount - reserved }] : [];
  });
  return Promise.all(
    short.map(async (part) => {
      const line = await budgets.line(part);
      return { ...part, free: line ? freeOf(line) : 0 };
    }),
  );
}

/** The parts of a commitment with so much more spent, out of what is reserved as far as it goes. */
function spending(was: Commitment | undefined, parts: readonly Planned[]): Part[] {
  const next = new Map((was?.parts ?? []).map((part) => [lineKey(part), part]));
  for (const { year, line, amount } of parts) {
    const part = next.get(lineKey({ year, line })) ?? { year, line, reserved: 0, spent: 0 };
    next.set(lineKey(part), { ...part, reserved: Math.max(0, part.reserved - amount), spent: part.spent + amount });
  }
  return [...next.values()];
}
