import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { type Instant, toInstant } from '../time.ts';
import { loggingEnvironment } from './environment.ts';
import { readEnvironment } from './read-environment.ts';

/**
 * The service's name comes from POWERTOOLS_SERVICE_NAME; ids and error names only, never what a person typed, except
 * for the messages of faults on a stage that shows them.
 */
export const openLogger = () =>
  Object.assign(new Logger(), {
    showsFaults: readEnvironment({ environment: loggingEnvironment }).SHOW_FAULTS === 'yes',
  });
export const openMetrics = (): Metrics => new Metrics();

export const systemClock = (): Instant => toInstant(new Date());
