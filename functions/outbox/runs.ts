import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Runs } from '../runs/run.ts';
import type { Carriers } from './deliver.ts';

/**
 * Starts and resumes runs. Their names make a start idempotent; a token that is gone belongs to a run that ended, whose
 * subject the reconciling looks after.
 */
export function runCarriers(deps: {
  readonly sfn: SFNClient;
  readonly machineArn: (machine: string) => string;
  /** What the runs of a machine are about. */
  readonly runsOf: (machine: string) => Runs | undefined;
  readonly requests: RequestsTable;
}): Pick<Carriers, 'start' | 'resume'> {
  return {
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

    resume: async ({ callback: id }) => {
      const callback = await deps.requests.callback(id);
      if (!callback) return { kind: 'refused', error: 'CallbackMissing' };
      const request = callback.request ? await deps.requests.get(callback.request) : undefined;
      const outcome = callback.outcome ?? request?.outcome;
      if (!outcome) return { kind: 'refused', error: 'OutcomeMissing' };
      try {
        await deps.sfn.send(
          new SendTaskSuccessCommand({ taskToken: callback.token, output: JSON.stringify({ outcome }) }),
        );
        return { kind: 'done', note: outcome };
      } catch (error) {
        if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut || error instanceof InvalidToken) {
          return { kind: 'dropped', why: 'the run that waited has ended' };
        }
        throw error;
      }
    },
  };
}
