import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { resourceName, type Stage } from '../stage.ts';

/** How often the clock looks. */
export const fiveMinutes = Duration.minutes(5);

/** Long enough for the clock to have looked at least twice, so that what stands does not seem gone in between. */
export const quarterOfAnHour = Duration.minutes(15);

/** What a function of the app counts. */
export const counted = (metricName: string, service: string, period = fiveMinutes): Metric =>
  new Metric({
    namespace: 'SeoulFintechAcademy',
    metricName,
    dimensionsMap: { service },
    statistic: Stats.SUM,
    period,
  });

/** What a function of the app finds each time it looks; nothing is told if there is nothing. */
export const gauge = (metricName: string, service: string): Metric =>
  counted(metricName, service, quarterOfAnHour).with({ statistic: Stats.MAXIMUM });

interface Counting {
  readonly period?: Duration;
  readonly statistic?: string;
}

/*
 * Functions, machines and tables are named here and not referred to: they are in other stacks, and what one stack exports
 * to another cannot be removed from it.
 */

/** What Lambda counts of a function. */
export const ofFunction = (
  stage: Stage,
  entry: string,
  metricName: string,
  { period = fiveMinutes, statistic = Stats.SUM }: Counting = {},
): Metric =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: resourceName(stage, entry) },
    statistic,
    period,
  });

/** What Step Functions count of the runs of a workflow. */
export const ofRuns = (scope: Construct, stage: Stage, workflow: string, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/States',
    metricName,
    dimensionsMap: {
      StateMachineArn: Stack.of(scope).formatArn({
        service: 'states',
        resource: 'stateMachine',
        resourceName: resourceName(stage, workflow),
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    },
    statistic: Stats.SUM,
    period: fiveMinutes,
  });

/** What DynamoDB counts of a table. */
export const ofTable = (stage: Stage, table: string, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: resourceName(stage, table) },
    statistic: Stats.SUM,
    period: fiveMinutes,
  });

/** What SES says of the account in this region. */
export const ofMail = (metricName: string, statistic: string = Stats.SUM, period = fiveMinutes): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic, period });
