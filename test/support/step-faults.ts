import { SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import { machinesOf } from '../../functions/app/machines.ts';
import type { Callback } from '../../functions/requests/requests-table.ts';
import { redrive } from '../../functions/runs/redrive.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import type { TestCloud } from './cloud.ts';
import { eventually } from './eventually.ts';
import { broken, inject } from './intake/intake.ts';

/** How often a step is tried: once, and by its Retry. */
const tries = 7;

/** What the tests of faults ask of the runs of one machine, and put in their way. */
export function faultsOf(machine: MachineName, cloud: () => TestCloud) {
  const failTask = (token: string) =>
    cloud().sfn.send(new SendTaskFailureCommand({ taskToken: token, error: 'States.TaskFailed' }));
  return {
    /** Waits until a run has ended in one of the ways. */
    ended: (run: string, ...statuses: string[]) =>
      eventually(`${run} has ended`, async () => {
        const status = await cloud().runStatus(run, machine);
        return statuses.includes(status) && status;
      }),

    /** How many tries of a step of a run have failed. */
    failures: async (run: string): Promise<number> =>
      (await cloud().historyOf(run, machine)).filter(({ type }) => type === 'TaskFailed').length,

    /** A fault that makes a Lambda of the machine throw, for calls whose body has the words. */
    strike: (
      lambda: string,
      operation: 'GetItem' | 'TransactWriteItems',
      has: (body: string) => boolean,
      times?: number,
    ): (() => void) => {
      const at = cloud();
      return inject(at, {
        service: 'dynamodb',
        operation,
        functionName: at.named(lambda),
        times,
        respond: broken,
        when: ({ body }) => has(body),
      });
    },

    failTask,
    /** Fails a state that waits until its Retry gives up; gives the id of the last callback. */
    failForGood: async (callbackAfter: (before?: string) => Promise<Callback>): Promise<string> => {
      let before: string | undefined;
      for (let count = 0; count < tries; count += 1) {
        const { id, token } = await callbackAfter(before);
        before = id;
        await failTask(token);
      }
      return before ?? '';
    },

    redrive: (subject: string) => {
      const at = cloud();
      return redrive(at.commit, machinesOf(at)[machine], subject, 'operator:test', at.now());
    },
  };
}
