import type { Context } from 'aws-lambda';
import { deliverAll } from '../outbox/deliver.ts';
import { minutesATry } from '../outbox/entry.ts';
import { newEntries } from '../outbox/new-entries.ts';
import { addMinutes } from '../shared/time.ts';
import { openDelivery } from './open-delivery.ts';

const { dependencies, flush } = openDelivery();

/** Two seconds: mails that have to wait longer are the sweep's, so that they hold up no start behind them. */
const minutesOfWaiting = 2 / 60;

/** The fast path: entries as they are stored. Never throws: what goes wrong, or gets no turn, is the sweep's. */
export const handler = async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
  const now = dependencies.clock();
  await deliverAll(dependencies, newEntries(event), {
    lanes: 4,
    waitUntil: addMinutes(now, minutesOfWaiting),
    beginUntil: addMinutes(now, context.getRemainingTimeInMillis() / 60_000 - minutesATry),
  });
  flush();
};
