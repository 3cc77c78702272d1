import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';
import type { Functions } from './functions.ts';

/** Of one rule. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostTargets = 5;

/** What happens by itself: chasing, sweeping, reconciling and erasing every five minutes, signing the audit every night. */
export class Clock extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stage, functions }: { readonly stage: Stage; readonly functions: Functions },
  ) {
    super(scope, id);
    const often = functions.which(({ onTheClock }) => onTheClock === true);
    for (let from = 0; from < often.length; from += mostTargets) {
      const more = from === 0 ? '' : String(from / mostTargets + 1);
      new Rule(this, `EveryFiveMinutes${more}`, {
        ruleName: resourceName(stage, `clock${more && `-${more}`}`),
        description:
          'Chases due requests, sweeps the outbox, starts lost runs again, erases what is due, looks for documents',
        schedule: Schedule.rate(Duration.minutes(5)),
        targets: often
          .slice(from, from + mostTargets)
          .map((entry) => new LambdaFunction(entry.function, { retryAttempts: 2, maxEventAge: Duration.minutes(5) })),
      });
    }
    // 02:00 in Seoul: what a commit of the day before still had under way is stored long since.
    const nightly = functions.which(({ everyNight }) => everyNight === true);
    for (let from = 0; from < nightly.length; from += mostTargets) {
      const more = from === 0 ? '' : String(from / mostTargets + 1);
      new Rule(this, `EveryNight${more}`, {
        ruleName: resourceName(stage, `night${more && `-${more}`}`),
        description: 'Signs how far the chains of the audit have grown, and does what is due by its day',
        schedule: Schedule.cron({ hour: '17', minute: '0' }),
        targets: nightly
          .slice(from, from + mostTargets)
          .map((entry) => new LambdaFunction(entry.function, { retryAttempts: 2, maxEventAge: Duration.hours(6) })),
      });
    }
  }
}
