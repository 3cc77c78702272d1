import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Carriers } from '../outbox/deliver.ts';
import type { Runs } from './run.ts';

/** Starts runs: their names make a start idempotent. */
export const startCarrier = (deps: {
  readonly sfn: SFNClient;
  readonly machineArn: (machine: string) => string;
  /** What the runs of a machine are about. */
  readonly runsOf: (machine: string) => Runs | undefined;
}): Pick<Carriers, 'start'> => ({
  start: async ({ machine, name, reference }) => {
    const run = await deps.runsOf(machine)?.present(reference);
    if (!run?.inRun || run.stuck || run.name !== name) {
      return { kind: 'dropped', why: 'the run is no longer needed' };
    }
    try {
      await deps.sfn.send(
        new StartExecutionCommand({
          stateMachineArn: deps.machineArn(machine),
          name,
          input: JSON.stringify({ reference }),
        }),
      );
      return { kind: 'done', note: 'started' };
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return { kind: 'done', note: 'was started already' };
      throw error;
    }
  },
});
