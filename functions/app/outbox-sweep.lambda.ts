import { setTimeout as sleep } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { minutesATry } from '../outbox/entry.ts';
import { lateness } from '../outbox/lateness.ts';
import { workersFor } from '../outbox/rate-limiter.ts';
import { sweep } from '../outbox/sweep.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { openDelivery } from './open-delivery.ts';

const { dependencies, slots, rates, logger, metrics, flush } = openDelivery();

const sweepUntil = redactErrors(logger, async (end: Instant) => {
  const swept = await sweep(
    {
      ...dependencies,
      sleep,
      workers: (queue) => (queue === 'due' ? 8 : workersFor(queue, rates)),
      setAwake: (until) => slots.setAwake(Date.parse(until)),
      setAsleep: slots.setAsleep,
      unsaid: (error) => logger.warn('could not say that it is at work', { error }),
      fellBehind: (queue) => logger.warn('fell behind', { queue }),
      oldest: (queue, seconds) => {
        for (const [name, unit, value] of lateness(queue, seconds)) metrics.addMetric(name, MetricUnit[unit], value);
      },
      flush,
    },
    end,
  );
  if (swept.behind) metrics.addMetric('OutboxBehind', MetricUnit.Count, 1);
  flush();
  return swept;
});

/** The guarantee, on the clock. */
export const handler = (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) =>
  sweepUntil(addMinutes(dependencies.clock(), context.getRemainingTimeInMillis() / 60_000 - minutesATry));
