import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Carriers } from '../outbox/deliver.ts';
import type { Instant } from '../shared/time.ts';
import { inputOf, type Look, lookAtRun } from './look-at-run.ts';
import { type MarkingDependencies, markStuck, nameTaken } from './mark-stuck.ts';
import type { Runs } from './run.ts';

/**
 * Starts runs: their names make a start idempotent. A name that a run about something else has got is no start: the
 * subject is marked as stuck, since nothing of it is under way.
 */
export const startCarrier = (
  deps: Look & {
    readonly sfn: SFNClient;
    readonly machineArn: (machine: string) => string;
    /** What the runs of a machine are about. */
    readonly runsOf: (machine: string) => Runs | undefined;
    readonly marking: MarkingDependencies;
    readonly clock: () => Instant;
  },
): Pick<Carriers, 'start'> => ({
  start: async ({ machine, name, reference }) => {
    const runs = deps.runsOf(machine);
    const run = await runs?.present(reference);
    if (!runs || !run?.inRun || run.stuck || run.name !== name) {
      return { kind: 'dropped', why: 'the run is no longer needed' };
    }
    try {
      await deps.sfn.send(
        new StartExecutionCommand({ stateMachineArn: deps.machineArn(machine), name, input: inputOf(reference) }),
      );
      return { kind: 'done', note: 'started' };
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
    const { ofAnother } = await lookAtRun(deps, machine, name, reference);
    if (!ofAnother) return { kind: 'done', note: 'was started already' };
    await markStuck(deps.marking, runs, { reference, run: name, error: nameTaken }, deps.clock());
    return { kind: 'dropped', why: 'a run about something else has this name' };
  },
});
