/*
 * The part of DynamoDB's expressions that the repositories write: conditions of comparisons, BETWEEN, begins_with,
 * contains, attribute_exists and attribute_not_exists, joined by AND, OR, NOT and parentheses; updates that SET, REMOVE and ADD.
 * Whatever else is written throws.
 */

import { reservedWords } from './reserved-words.ts';

/** An attribute value as it is marshalled, for example { S: 'a' }. */
export type Attribute = Readonly<Record<string, unknown>>;
export type Item = Record<string, Attribute>;
export type Names = Readonly<Record<string, string>>;

/** An expression that DynamoDB refuses. */
export class InvalidExpression extends Error {}

type Condition = (item: Item, names: Names, values: Item) => boolean;

const beyondTheFirstPlane = /[\u{10000}-\u{10ffff}]/u;

/** By bytes of UTF-8, which differs from JavaScript's order only beyond the first plane. */
const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  if (beyondTheFirstPlane.test(a) || beyondTheFirstPlane.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
};

/** Below 0, 0 or above 0; undefined if the two are not of one type that has an order. */
export function compare(a: Attribute | undefined, b: Attribute | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  if ('S' in a && 'S' in b) return compareText(String(a.S), String(b.S));
  if ('N' in a && 'N' in b) return Number(a.N) - Number(b.N);
  if (a.B instanceof Uint8Array && b.B instanceof Uint8Array) return Buffer.compare(a.B, b.B);
  return undefined;
}

const equal = (a: Attribute | undefined, b: Attribute | undefined): boolean =>
  compare(a, b) === 0 || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

const comparisons: Readonly<Record<string, (a: Attribute | undefined, b: Attribute | undefined) => boolean>> = {
  '=': equal,
  '<>': (a, b) => !equal(a, b),
  '<': (a, b) => (compare(a, b) ?? 0) < 0,
  '<=': (a, b) => (compare(a, b) ?? 1) <= 0,
  '>': (a, b) => (compare(a, b) ?? 0) > 0,
  '>=': (a, b) => (compare(a, b) ?? -1) >= 0,
};

const tokensOf = (expression: string): string[] => expression.match(/[()=,+-]|<>|<=|>=|<|>|[^\s()=<>,+-]+/gu) ?? [];

/** Reads tokens one after the other. */
function reader(expression: string) {
  const tokens = tokensOf(expression);
  const fail = (): never => {
    throw new Error(`the memory database does not read: ${expression}`);
  };
  const next = (): string => tokens.shift() ?? fail();
  return {
    next,
    peek: (): string => tokens[0]?.toUpperCase() ?? '',
    fail,
    expect: (token: string) => void (next().toUpperCase() === token || fail()),
    takes: (token: string): boolean => tokens[0]?.toUpperCase() === token && tokens.shift() !== undefined,
  };
}
type Reader = ReturnType<typeof reader>;

/** What an expression calls an attribute; a reserved word needs a name with a number sign. */
function checkedName(token: string): string {
  if (reservedWords.has(token.toUpperCase())) throw new InvalidExpression(`${token} is a reserved word`);
  return token;
}

/** An attribute's name, or a value's. */
function operand(token: string) {
  if (token.startsWith(':')) return (_item: Item, _names: Names, values: Item) => given(values, token);
  const name = checkedName(token);
  return (item: Item, names: Names): Attribute | undefined => item[names[name] ?? name];
}

function given(values: Item, name: string): Attribute {
  const value = values[name];
  if (value === undefined) throw new Error(`${name} has no value`);
  return value;
}

function term(read: Reader): Condition {
  if (read.takes('NOT')) {
    const inner = term(read);
    return (...of) => !inner(...of);
  }
  if (read.takes('(')) {
    const inner = anyOf(read);
    read.expect(')');
    return inner;
  }
  const first = read.next();
  if (read.takes('(')) {
    const left = operand(read.next());
    const right = read.takes(',') ? operand(read.next()) : undefined;
    read.expect(')');
    if (first === 'attribute_exists') return (...of) => left(...of) !== undefined;
    if (first === 'attribute_not_exists') return (...of) => left(...of) === undefined;
    if ((first === 'begins_with' || first === 'contains') && right) {
      return (...of) => {
        const [text, part] = [left(...of)?.S, right(...of)?.S];
        if (typeof text !== 'string' || typeof part !== 'string') return false;
        return first === 'contains' ? text.includes(part) : text.startsWith(part);
      };
    }
    return read.fail();
  }
  const left = operand(first);
  if (read.takes('BETWEEN')) {
    const from = operand(read.next());
    read.expect('AND');
    const to = operand(read.next());
    return (...of) => (compare(left(...of), from(...of)) ?? -1) >= 0 && (compare(left(...of), to(...of)) ?? 1) <= 0;
  }
  const fits = comparisons[read.next()] ?? read.fail();
  const right = operand(read.next());
  return (...of) => fits(left(...of), right(...of));
}

function allOf(read: Reader): Condition {
  const terms = [term(read)];
  while (read.takes('AND')) terms.push(term(read));
  return (...of) => terms.every((one) => one(...of));
}

function anyOf(read: Reader): Condition {
  const terms = [allOf(read)];
  while (read.takes('OR')) terms.push(allOf(read));
  return (...of) => terms.some((one) => one(...of));
}

const conditions = new Map<string, Condition>();

/** Whether an item is as a condition says; what is not there is an item without attributes. */
export function fits(item: Item, expression: string, names: Names, values: Item): boolean {
  let condition = conditions.get(expression);
  if (!condition) {
    const read = reader(expression);
    condition = anyOf(read);
    if (read.peek() !== '') read.fail();
    conditions.set(expression, condition);
  }
  return condition(item, names, values);
}

const numberOf = (value: Attribute | undefined, what: string): number => {
  if (value === undefined || !('N' in value)) throw new InvalidExpression(`${what} is no number`);
  return Number(value.N);
};

const clauses: Readonly<Record<string, (read: Reader, was: Item, next: Item, names: Names, values: Item) => void>> = {
  SET: (read, was, next, names, values) => {
    const name = checkedName(read.next());
    read.expect('=');
    const left = operand(read.next())(was, names, values);
    const sign = read.takes('+') ? 1 : read.takes('-') ? -1 : 0;
    const sum = () => numberOf(left, name) + sign * numberOf(operand(read.next())(was, names, values), name);
    const value = sign === 0 ? left : { N: String(sum()) };
    if (value === undefined) throw new Error(`${name} is set to what is not there`);
    next[names[name] ?? name] = value;
  },
  REMOVE: (read, _was, next, names) => {
    const name = checkedName(read.next());
    delete next[names[name] ?? name];
  },
  ADD: (read, was, next, names, values) => {
    const name = checkedName(read.next());
    const present = was[names[name] ?? name];
    const more = numberOf(given(values, read.next()), name);
    next[names[name] ?? name] = { N: String((present ? numberOf(present, name) : 0) + more) };
  },
};

/** The item after an update. */
export function updated(was: Item, expression: string, names: Names, values: Item): Item {
  const read = reader(expression);
  const next = { ...was };
  while (read.peek() !== '') {
    const clause = clauses[read.next().toUpperCase()] ?? read.fail();
    do clause(read, was, next, names, values);
    while (read.takes(','));
  }
  return next;
}
