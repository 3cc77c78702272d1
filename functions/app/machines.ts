import type { Runs } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import * as runs from './runs.ts';

export type MachineName = keyof typeof runs;

export const isMachine = (name: string): name is MachineName => name in runs;

export const machineNames: readonly MachineName[] = Object.keys(runs).filter(isMachine);

/** What each state machine's runs are about. */
export function machinesOf(deps: Dependencies): Readonly<Record<MachineName, Runs>>;
export function machinesOf(deps: Dependencies): object {
  return Object.fromEntries(Object.entries(runs).map(([name, of]) => [name, of(deps)]));
}
