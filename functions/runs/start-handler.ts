import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { MessageHandlers } from '../outbox/deliver.ts';
import { inputOf, type Look, lookAtRun } from './look-at-run.ts';
import { nameTaken } from './mark-stuck.ts';
import type { Runs } from './run.ts';

/**
 * Starts runs: their names make a start idempotent. If a run about something else has the name, nothing was started:
 * operators are told at once, and reconciling marks the subject, which whoever delivers may not write.
 */
export const startHandler = (
  deps: Look & {
    readonly sfn: SFNClient;
    readonly machineArn: (machine: string) => string;
    /** What the runs of a machine are about. */
    readonly runsOf: (machine: string) => Runs | undefined;
  },
): Pick<MessageHandlers, 'start'> => ({
  start: async ({ machine, name, reference }) => {
    const run = await deps.runsOf(machine)?.present(reference);
    if (!run?.inRun || run.stuck || run.name !== name) {
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
    return ofAnother ? { kind: 'refused', error: nameTaken } : { kind: 'done', note: 'was started already' };
  },
});
