import type { Context } from 'aws-lambda';
import { dispatcher } from '../outbox/dispatch.ts';
import { minutesATry } from '../outbox/entry.ts';
import { newEntries } from '../outbox/new-entries.ts';
import { sweepWaker } from '../outbox/wake-sweep.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { addMinutes } from '../shared/time.ts';
import { appLambdas } from './app-lambdas.ts';
import { openDelivery } from './open-delivery.ts';

const { dependencies, bucketOfTemplate, slots, db, milliseconds, logger, flush } = openDelivery();
const { SWEEP_FUNCTION } = readEnvironment(appLambdas['outbox-dispatch']);
const wakeSweep = sweepWaker({ slots, client: db, name: SWEEP_FUNCTION, clock: milliseconds, logger });
const dispatch = dispatcher({ ...dependencies, bucketOfTemplate, wakeSweep });

/** The fast path: entries as they are stored. Never throws: what goes wrong, or gets no slot, is the sweep's. */
export const handler = async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
  const end = addMinutes(dependencies.clock(), context.getRemainingTimeInMillis() / 60_000 - minutesATry);
  await dispatch(newEntries(event), end);
  flush();
};
