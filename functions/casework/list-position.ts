import { toInstant } from '../shared/time.ts';
import { type ListOrder, listOrders } from './listed-applications.ts';

/** Where a page of a list begins: behind so many of those that have a key. */
export interface Position {
  readonly key: string;
  readonly behind: number;
}

/** What is shown of a round's applications, and in which order. */
export interface ListChoice {
  readonly order: ListOrder;
  readonly state?: string;
}

/** A position as an address has it: a time, or the first half of a reference; never a reference. */
export const positionText = ({ key, behind }: Position, order: ListOrder): string =>
  `${order === 'reference' ? key.slice(-4) : Date.parse(key)}.${behind}`;

/** The position that an address names; nothing, if it names none. */
export function parsePosition(text: string | undefined, order: ListOrder, code: string): Position | undefined {
  const [, written = '', behind] = /^([0-9A-Z]{4}|\d{12,14})\.(\d{1,4})$/u.exec(text ?? '') ?? [];
  if (behind === undefined || (written.length === 4) !== (order === 'reference')) return undefined;
  const key = order === 'reference' ? `${code}-${written}` : toInstant(new Date(Number(written)));
  return { key, behind: Number(behind) };
}

export const parseOrder = (text: string | undefined): ListOrder =>
  listOrders.find((order) => order === text) ?? 'newest';
