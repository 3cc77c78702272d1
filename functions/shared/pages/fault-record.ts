/** Lines of a stack that say where in the code; the message above them may hold what a person typed. */
const frame = /^\s+at (?!.*(?:node_modules|node:)).*:\d+:\d+\)?$/;

/**
 * What may be logged of a fault: the names of the error and its causes, and where it happened in our code.
 * Never a message: those of libraries quote what they got.
 */
export function describeFault(fault: unknown): { readonly error: string; readonly stack: readonly string[] } {
  if (!(fault instanceof Error)) return { error: typeof fault, stack: [] };
  const names: string[] = [];
  for (let error: unknown = fault; error instanceof Error && names.length < 5; error = error.cause)
    names.push(error.name);
  const stack = fault.stack ?? '';
  const told = `${fault.name}: ${fault.message}`;
  const frames = stack.startsWith(told) ? stack.slice(told.length) : stack.slice(stack.lastIndexOf(fault.message));
  return {
    error: names.join(' < '),
    stack: frames
      .split('\n')
      .filter((line) => frame.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
  };
}
