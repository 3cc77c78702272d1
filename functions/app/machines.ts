import type { Runs } from '../runs/run.ts';
import { Fault } from '../shared/errors.ts';
import type { MachineName } from '../shared/names.ts';
import type { Dependencies } from './dependencies.ts';
import type { Together } from './parts.ts';
import * as ports from './ports-brought.ts';

type RunsOf = Readonly<Record<MachineName, (deps: Dependencies) => Runs>>;
type Brought = Together<Extract<(typeof ports)[keyof typeof ports], { readonly runs: object }>['runs']>;

function allRuns(): Brought;
function allRuns(): object {
  return Object.fromEntries(
    Object.values(ports).flatMap((some): [string, unknown][] => ('runs' in some ? Object.entries(some.runs) : [])),
  );
}

/** A machine that the joints name and whose runs nobody brings does not compile. */
const runs: RunsOf = allRuns();

export const isMachine = (name: string): name is MachineName => Object.hasOwn(runs, name);

export const machineNames: readonly MachineName[] = Object.keys(runs).filter(isMachine);

/** What each state machine's runs are about. */
export function machinesOf(deps: Dependencies): Readonly<Record<MachineName, Runs>>;
export function machinesOf(deps: Dependencies): object {
  return Object.fromEntries(machineNames.map((name) => [name, runs[name](deps)]));
}

/** The machine of a stored entry: it may be of a release that is newer than this one. @throws if there is none */
export function machineNamed(name: string): MachineName {
  if (!isMachine(name)) throw new Fault('MachineUnknown', { machine: name });
  return name;
}
