import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';
import { fiveMinutes, ofMail } from './metrics.ts';
import type { OperationsProps } from './overview.ts';

/** Watches what AWS itself counts: functions and pages that fail, quotas that are reached, the reputation of the sender. */
export function watchPlatform(alarms: Alarms, props: OperationsProps): void {
  watchFunctions(alarms, props);
  watchQuotas(alarms, props);
  watchMail(alarms);
}

function watchFunctions(alarms: Alarms, { functions, web }: OperationsProps): void {
  for (const { node, function: failing } of functions.all) {
    alarms.watch(`${node.id}Errors`, {
      runbook: 'lambda-errors',
      what: `${node.id} failed`,
      metric: failing.metricErrors({ period: fiveMinutes }),
    });
  }
  alarms.watch('ServerErrors', {
    runbook: 'server-errors',
    what: 'Pages answered with a server error',
    metric: web.api.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
  });
}

function watchQuotas(alarms: Alarms, { data, workflows }: OperationsProps): void {
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
  for (const { name, machine } of workflows) {
    alarms.watch(`${name}Throttled`, {
      runbook: 'throttled',
      what: `Runs of ${name} are slowed down: too many transitions a second`,
      metric: machine.metricThrottled({ period: fiveMinutes }),
    });
  }
  for (const table of data.allTables) {
    alarms.watch(`${table.node.id}Throttled`, {
      runbook: 'throttled',
      what: `Writes to the ${table.node.id} are refused: too many a second`,
      metric: table.metric('WriteThrottleEvents', { period: fiveMinutes, statistic: Stats.SUM }),
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
