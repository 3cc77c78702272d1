import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';
import { constructId } from './functions.ts';
import { fiveMinutes, ofFunction, ofMail, ofRuns, ofTable } from './metrics.ts';
import type { OperationsProps } from './overview.ts';

/** Watches what AWS itself counts: functions and pages that fail, quotas that are reached, the reputation of the sender. */
export function watchPlatform(alarms: Alarms, props: OperationsProps): void {
  watchFunctions(alarms, props);
  watchQuotas(alarms, props);
  watchMail(alarms);
}

function watchFunctions(alarms: Alarms, { stage, entries, api }: OperationsProps): void {
  for (const entry of entries) {
    const id = constructId(entry);
    alarms.watch(`${id}Errors`, {
      runbook: 'lambda-errors',
      what: `${id} failed`,
      metric: ofFunction(stage, entry, 'Errors'),
    });
  }
  alarms.watch('ServerErrors', {
    runbook: 'server-errors',
    what: 'Pages answered with a server error',
    metric: api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
  });
}

function watchQuotas(alarms: Alarms, { stage, tables, workflows }: OperationsProps): void {
  alarms.watch('FunctionsThrottled', {
    runbook: 'throttled',
    what: 'Calls of functions are refused: too many at once in this account',
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: Stats.SUM,
      period: fiveMinutes,
    }),
  });
  for (const name of workflows) {
    alarms.watch(`${name}Throttled`, {
      runbook: 'throttled',
      what: `Runs of ${name} are slowed down: too many transitions a second`,
      metric: ofRuns(alarms.scope, stage, name, 'ExecutionThrottled'),
    });
  }
  for (const table of tables) {
    const id = `${table}-table`;
    alarms.watch(`${id}Throttled`, {
      runbook: 'throttled',
      what: `Writes to the ${id} are refused: too many a second`,
      metric: ofTable(stage, table, 'WriteThrottleEvents'),
    });
  }
}

/** https://docs.aws.amazon.com/ses/latest/dg/reputation-dashboard-dg.html: from where on SES reviews an account. */
function watchMail(alarms: Alarms): void {
  alarms.watch('BounceRate', {
    runbook: 'bounce-rate',
    what: 'Many mails bounce',
    metric: ofMail('Reputation.BounceRate', Stats.AVERAGE, Duration.hours(1)),
    // SES reviews at 5 % and may pause the account at 10 %.
    above: 0.04,
  });
  alarms.watch('ComplaintRate', {
    runbook: 'complaint-rate',
    what: 'Many people mark mails as unwanted',
    metric: ofMail('Reputation.ComplaintRate', Stats.AVERAGE, Duration.hours(1)),
    // SES reviews at 0.1 % and may pause the account at 0.5 %.
    above: 0.0008,
  });
}
