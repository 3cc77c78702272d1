import { type ResolvedClient, signedFetch } from '../shared/aws/signed-fetch.ts';
import type { SlotsTable } from './slots-table.ts';

/** Milliseconds that a sweep takes at most to begin and say so itself. */
const toBegin = 20_000;

/** Milliseconds that a sweep says at most to be at work: one further ahead comes from a clock that goes wrong. */
const sweepTimeoutMs = 5 * 60_000;

/**
 * Calls the sweep by its name, unless one is at work, which finds by itself what is due. A call that fails is logged: the
 * sweep comes on the clock, too.
 */
export const sweepWaker =
  (deps: {
    readonly slots: SlotsTable;
    readonly client: ResolvedClient;
    readonly name: string;
    readonly clock: () => number;
    readonly logger: { readonly warn: (message: string, more: { readonly error: string }) => void };
  }) =>
  async (): Promise<void> => {
    try {
      const now = deps.clock();
      if (!(await deps.slots.awake(now, now + toBegin, sweepTimeoutMs))) return;
      const region = await deps.client.config.region();
      // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
      const response = await signedFetch(deps.client, {
        service: 'lambda',
        host: `lambda.${region}.amazonaws.com`,
        method: 'POST',
        path: `/2015-03-31/functions/${deps.name}/invocations`,
        headers: { 'x-amz-invocation-type': 'Event' },
        body: '{}',
      });
      if (!response.ok) deps.logger.warn('the sweep could not be called', { error: String(response.status) });
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      deps.logger.warn('the sweep could not be called', { error: name });
    }
  };
