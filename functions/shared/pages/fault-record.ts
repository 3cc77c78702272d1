import * as z from 'zod';
import { type FaultIds, isFault } from '../errors.ts';

/** Lines of a stack that say where in the code; the message above them may hold what a person typed. */
const frame = /^\s+at (?!.*(?:node_modules|node:)).*:\d+:\d+\)?$/;

interface FaultRecord {
  readonly error: string;
  /** Only if it was asked for. */
  readonly errorMessage?: string;
  readonly stack: readonly string[];
  /** Which stored item cannot be read: its table, key and field. */
  readonly unreadable?: string;
}

/**
 * What may be logged of a fault: the names of the error and its causes, and where it happened in our code.
 * Never a message, unless it is asked for: those of libraries quote what they got.
 */
export function describeFault(fault: unknown, { message = false }: { readonly message?: boolean } = {}): FaultRecord {
  if (!(fault instanceof Error))
    return { error: typeof fault, ...(message && { errorMessage: String(fault) }), stack: [] };
  const errors: Error[] = [];
  for (let error: unknown = fault; error instanceof Error && errors.length < 5; error = error.cause) errors.push(error);
  const messages = errors.map(wordsOf).filter((words) => words !== '');
  const unreadable = errors.find((error) => isFault(error, 'ItemUnreadable'));
  return {
    error: errors.map(({ name }) => name).join(' < '),
    ...(message && { errorMessage: [...new Set(messages)].join(' < ') }),
    ...(unreadable && { unreadable: itemText(unreadable.ids) }),
    stack: framesOf(fault)
      .split('\n')
      .filter((line) => frame.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
  };
}

const itemText = ({ table, key, field }: FaultIds): string => `${table} ${key}: ${field}`;

/** The message; what a schema refuses is told in a line each, and not as JSON. */
const wordsOf = (error: Error): string => (error instanceof z.ZodError ? z.prettifyError(error) : error.message);

/** The stack without what is told above it. */
function framesOf({ name, message, stack = '' }: Error): string {
  if (message === '') return stack;
  const told = `${name}: ${message}`;
  return stack.startsWith(told) ? stack.slice(told.length) : stack.slice(stack.lastIndexOf(message));
}
