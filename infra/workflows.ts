import type { MachineName } from '../functions/shared/names.ts';
import type { Define } from '../workflows/steps/workflow.ts';
import * as definitions from './definitions.ts';
import { lambdas } from './lambdas.ts';

/** A machine that the joints name and that nobody defines does not compile. */
const defined: Readonly<Record<MachineName, Define>> = definitions;

/** Functions that only definitions of the last year name. */
const earlierOf = (name: string): string[] =>
  [...lambdas]
    .filter(([, { stillCalledBy = [] }]) => stillCalledBy.some((machine) => machine === name))
    .map(([entry]) => entry);

/** Every workflow, with the functions that runs of earlier definitions still call. */
export const workflows = Object.entries<Define>(defined).map(([name, define]) => ({
  name,
  define,
  earlier: earlierOf(name),
}));

/** The entry that does the steps of a capability. */
export function tasksEntry(capability: string): string {
  const entry = `${capability}-tasks`;
  if (!lambdas.has(entry)) throw new Error(`no capability brings the Lambda ${entry}`);
  return entry;
}
