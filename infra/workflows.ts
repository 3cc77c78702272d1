import type { WorkflowProps } from './constructs/workflow.ts';
import * as definitions from './definitions.ts';
import { lambdas } from './lambdas.ts';

/** The entry whose capability does a machine's steps. */
function tasksOf(name: string): string {
  const [entry, ...more] = [...lambdas].filter(([, { machines = [] }]) => machines.some((machine) => machine === name));
  if (!entry || more.length > 0) throw new Error(`one Lambda does the steps of ${name}`);
  return entry[0];
}

/** Every workflow with the function of its steps. */
export const workflows = Object.entries<WorkflowProps['define']>(definitions).map(([name, define]) => ({
  name,
  define,
  tasks: tasksOf(name),
}));
