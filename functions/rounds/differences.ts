import { formatDate, formatEnd, formatInstant, instantSchema, localDateSchema } from '../shared/time.ts';
import type { RoundDraft } from './round.ts';
import { told } from './told-round.ts';

/** A field that two versions of a round say differently; `was` or `is` is missing where only one has it. */
export interface Difference {
  /** Parts of a list go by their ids where they have one: `consents[news].title.ko`. */
  readonly field: string;
  readonly was?: string;
  readonly is?: string;
}

/**
 * What a round says differently from the version before, field by field: as people are told it, so that a moved closing
 * shows every day and text that moves with it, and then what only its file writes differently.
 */
export function differences(was: RoundDraft, is: RoundDraft): Difference[] {
  const asTold = between(draftOf(told(was)), draftOf(told(is)), '');
  const fields = asTold.map(({ field }) => field);
  const asWritten = between(draftOf(was), draftOf(is), '').filter(({ field }) => !fields.includes(field));
  return [...asTold, ...asWritten];
}

/** What a file of a round says: a loaded one has its version and whether it was cancelled beside it. */
const draftOf = (round: object): object =>
  Object.fromEntries(Object.entries(round).filter(([key]) => key !== 'version' && key !== 'cancelled'));

function between(was: unknown, is: unknown, field: string): Difference[] {
  if (Array.isArray(was) && Array.isArray(is)) return betweenLists(was, is, field);
  if (isGroup(was) !== isGroup(is) && (was === undefined || is === undefined))
    return between(was ?? {}, is ?? {}, field);
  if (isGroup(was) && isGroup(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.flatMap((key) => between(was[key], is[key], field === '' ? key : `${field}.${key}`));
  }
  const [before, after] = [said(was, field), said(is, field)];
  if (before === after) return [];
  return [{ field, ...(before !== undefined && { was: before }), ...(after !== undefined && { is: after }) }];
}

function betweenLists(was: readonly unknown[], is: readonly unknown[], field: string): Difference[] {
  if (![...was, ...is].some(isGroup)) return between(was.map(String).join(', '), is.map(String).join(', '), field);
  const [before, after] = [byKey(was), byKey(is)];
  const order = (keys: Iterable<string>, others: ReadonlyMap<string, unknown>) =>
    [...keys].filter((key) => others.has(key)).join(', ');
  const named = [...before.keys()].some((key) => !/^\d+$/u.test(key));
  return [
    ...[...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
      between(before.get(key), after.get(key), `${field}[${key}]`),
    ),
    ...(named ? between(order(before.keys(), after), order(after.keys(), before), `${field} (order)`) : []),
  ];
}

/** By their ids; without ids by their place. */
const byKey = (list: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(list.map((item, index) => [isGroup(item) && typeof item.id === 'string' ? item.id : String(index), item]));

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as an operator reads it. */
const said = (value: unknown, field: string): string | undefined =>
  typeof value === 'string' ? saidText(value, field) : value === undefined ? undefined : JSON.stringify(value);

function saidText(value: string, field: string): string {
  const date = localDateSchema.safeParse(value).data;
  if (date) return formatDate(date, 'en');
  if (!/^\d{4}-\d\d-\d\dT/u.test(value)) return value;
  const instant = instantSchema.safeParse(value).data;
  if (!instant) return value;
  return field === 'closesAt' ? formatEnd(instant, 'en') : formatInstant(instant, 'en');
}
