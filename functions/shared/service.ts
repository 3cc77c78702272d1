import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { type Instant, toInstant } from './time.ts';

/** The service's name comes from POWERTOOLS_SERVICE_NAME; ids and error names only, never what a person typed. */
export const openLogger = (): Logger => new Logger();
export const openMetrics = (): Metrics => new Metrics();

export const systemClock = (): Instant => toInstant(new Date());
