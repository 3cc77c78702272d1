import { isMachine, machineNames, machinesOf } from '../../../functions/app/machines.ts';
import type { MachineName } from '../../../functions/shared/names.ts';
import type { GateLog } from '../gate-log.ts';
import type { Stage } from '../stage.ts';

/** Milliseconds between two looks at the run that somebody waits for. */
const lookEvery = 2000;

/** What the words of a wait call what a run is about: an application, a seat, a round. */
const idsOf = [/[ASP]-\d{2}[HR][12]-[0-9A-Z]{4}-[0-9A-Z]{4}/u, /test-\d+-\d+-seat-\d+/u, /test-\d+-\d+/u] as const;

/** What a run failed of: its name, its state, the error and the cause; not that marking it as stuck failed as well. */
async function faultOf(at: Stage, run: string, machine: MachineName): Promise<string> {
  let state = '';
  let fault = '';
  for (const { stateEnteredEventDetails, taskFailedEventDetails, executionFailedEventDetails } of await at.historyOf(
    run,
    machine,
  )) {
    state = stateEnteredEventDetails?.name ?? state;
    const details = taskFailedEventDetails ?? (fault === '' ? executionFailedEventDetails : undefined);
    if (details && !state.startsWith('Mark as stuck')) fault = `"${state}": ${details.error} ${details.cause}`;
  }
  return `the run ${run} of ${machine} failed in ${fault}`;
}

/**
 * Why a wait is in vain: a permission that was refused; or, unless the test expects faults, a run that was marked as
 * stuck, or the failed run of what the words of the wait name.
 */
export function reasonsToStop(at: Stage, log: GateLog): (what: string) => Promise<string | undefined> {
  let nextLookAt = 0;
  return async (what) => {
    const [refusal] = log.refusals();
    if (refusal) return refusal;
    if (log.faultsAreExpected()) return undefined;
    const [stuck] = log.stuckRuns();
    if (stuck && isMachine(stuck.machine)) return faultOf(at, stuck.run, stuck.machine);
    if (Date.now() < nextLookAt) return undefined;
    nextLookAt = Date.now() + lookEvery;
    return failedRunOf(at, what);
  };
}

async function failedRunOf(at: Stage, what: string): Promise<string | undefined> {
  const id = idsOf.find((one) => one.test(what))?.exec(what)?.[0];
  if (id === undefined) return undefined;
  const machines = machinesOf(at);
  for (const machine of machineNames) {
    const present = await machines[machine].present(id);
    if (!present?.inRun) continue;
    const status = await at.runStatus(present.name, machine);
    if (status === 'FAILED' || status === 'TIMED_OUT') return faultOf(at, present.name, machine);
  }
  return undefined;
}
