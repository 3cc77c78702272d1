import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';
import type { Functions } from './functions.ts';

/** What happens by itself every five minutes: chasing, sweeping, reconciling, and erasing what is due. */
export class Clock extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stage, functions }: { readonly stage: Stage; readonly functions: Functions },
  ) {
    super(scope, id);
    new Rule(this, 'EveryFiveMinutes', {
      ruleName: resourceName(stage, 'clock'),
      description: 'Chases due requests, sweeps the outbox, starts lost runs again, erases what is due',
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: functions
        .which(({ onTheClock }) => onTheClock === true)
        .map((entry) => new LambdaFunction(entry.function, { retryAttempts: 2, maxEventAge: Duration.minutes(5) })),
    });
  }
}
