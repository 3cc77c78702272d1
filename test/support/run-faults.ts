import { isMachine, type MachineName, machinesOf } from '../../functions/app/machines.ts';
import type { GateLog } from './gate-log.ts';
import type { Stage } from './stage.ts';

/** Milliseconds between two looks at the run that somebody waits for. */
const lookEvery = 2000;

/** The ids in the words of a wait, and the machine whose run is about each. */
const idsOf: readonly (readonly [RegExp, readonly MachineName[]])[] = [
  [/[ASP]-\d{2}H[12]-[0-9A-Z]{4}-[0-9A-Z]{4}/u, ['applicant-intake', 'screening']],
  [/test-\d+-\d+-seat-\d+/u, ['seat-offer']],
  [/test-\d+-\d+/u, ['cohort-admission']],
];

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
  let lookAgainAt = 0;
  return async (what) => {
    const [refusal] = log.refusals();
    if (refusal) return refusal;
    if (log.faultsAreExpected()) return undefined;
    const [stuck] = log.stuckRuns();
    if (stuck && isMachine(stuck.machine)) return faultOf(at, stuck.run, stuck.machine);
    if (Date.now() < lookAgainAt) return undefined;
    lookAgainAt = Date.now() + lookEvery;
    return failedRunOf(at, what);
  };
}

async function failedRunOf(at: Stage, what: string): Promise<string | undefined> {
  const [pattern, machines = []] = idsOf.find(([one]) => one.test(what)) ?? [];
  const id = pattern?.exec(what)?.[0];
  if (id === undefined) return undefined;
  for (const machine of machines) {
    const present = await machinesOf(at)[machine].present(id);
    if (!present?.inRun) continue;
    const status = await at.runStatus(present.name, machine);
    if (status === 'FAILED' || status === 'TIMED_OUT') return faultOf(at, present.name, machine);
  }
  return undefined;
}
