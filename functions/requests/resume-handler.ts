import {
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { MessageHandlers } from '../outbox/deliver.ts';
import type { RequestsTable } from './requests-table.ts';

/** Resumes runs. A token that is gone belongs to a run that ended, whose subject the reconciling looks after. */
export const resumeHandler = (deps: {
  readonly sfn: SFNClient;
  readonly requests: RequestsTable;
}): Pick<MessageHandlers, 'resume'> => ({
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
});
