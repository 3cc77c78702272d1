import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { root } from '../../local/paths.ts';
import { flat, record, templatesOf } from '../support/templates.ts';
import { accountOfProduction } from '../support/whole-stages.ts';

const production = templatesOf('production');
const alarms = production.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const text = z.object({ AlarmName: z.string(), AlarmDescription: z.string() });
const widget = z.object({
  type: z.string(),
  properties: z.object({ alarms: z.array(z.unknown()).optional(), metrics: z.array(z.unknown()).optional() }),
});
const onTheClock = ['documents-check', 'outbox-sweep', 'requests-chase', 'retention-erase-due', 'runs-reconcile'];

/** The entry of the function that an alarm is about. */
function functionIn(dimensions: unknown): string {
  const [dimension] = z.array(z.object({ Value: z.string() })).parse(dimensions);
  return (dimension?.Value ?? '').replace('sfa-production-', '');
}

describe('the alarms of production', () => {
  it('each name what to do, in docs/runbook.md', () => {
    const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
    const anchors = new Set([...runbook.matchAll(/^## (\S+)$/gmu)].map(([, anchor]) => anchor));
    const named = alarms.map((alarm) => /docs\/runbook\.md#([a-z-]+)$/u.exec(text.parse(alarm).AlarmDescription)?.[1]);
    for (const anchor of new Set(named)) expect(anchors, `docs/runbook.md has no "## ${anchor}"`).toContain(anchor);
    expect([...new Set(named)].sort()).toEqual([
      'audit-unsigned',
      'bounce-rate',
      'chase-failed',
      'clock-stopped',
      'complaint-rate',
      'erasure-failed',
      'lambda-errors',
      'outbox-behind',
      'outbox-deferred',
      'outbox-given-up',
      'outbox-late',
      'outbox-put-off',
      'outbox-stream',
      'requests-overdue',
      'runs-ended',
      'second-copies',
      'server-errors',
      'stuck',
      'throttled',
    ]);
    const entries = runbook.split(/^## /mu).slice(1);
    for (const anchor of new Set(named)) {
      const entry = entries.find((one) => one.startsWith(`${anchor}\n`)) ?? '';
      for (const part of ['Means', 'See', 'Do', 'Mended when']) expect(entry, anchor).toContain(`**${part}:**`);
    }
  });

  it('need no metric of the pages that is paid for by the route', () => {
    const stages = production.ofType('AWS::ApiGatewayV2::Stage').map(([, { Properties }]) => Properties);
    expect(stages).toMatchObject([{ DefaultRouteSettings: { DetailedMetricsEnabled: false } }]);
    expect(stages[0]).not.toHaveProperty('RouteSettings');
    const watched = [
      ...alarms,
      ...production.ofType('AWS::CloudWatch::Dashboard').map(([, { Properties }]) => Properties),
    ];
    expect(JSON.stringify(watched)).toContain('AWS/ApiGateway');
    expect(JSON.stringify(watched)).not.toMatch(/"(?:Route|Resource|Method)"/u);
  });

  it('watch every function but the one that only a deployment calls', () => {
    const watched = alarms.filter(({ MetricName, Namespace }) => Namespace === 'AWS/Lambda' && MetricName === 'Errors');
    const functions = production.ofType('AWS::Lambda::Function');
    expect(watched).toHaveLength(functions.length - 1);
    const dimensions = watched.map((alarm) => JSON.stringify(alarm.Dimensions));
    expect(new Set(dimensions).size).toBe(watched.length);
  });

  it('are raised if the clock stands still, for each function that it calls: no data is bad news', () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    const called = silent.filter(({ MetricName }) => MetricName === 'Invocations');
    expect(called.map(({ Dimensions }) => functionIn(Dimensions)).sort()).toEqual(onTheClock);
    for (const alarm of called) {
      expect(alarm).toMatchObject({
        Period: 900,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'LessThanThreshold',
      });
    }
    expect(silent.filter(({ MetricName }) => MetricName !== 'Invocations')).toMatchObject([
      { MetricName: 'AuditSigned', Period: 3600, EvaluationPeriods: 30, ComparisonOperator: 'LessThanThreshold' },
    ]);
  });

  it('stand as long as what they tell of: stuck now, the oldest that is late, the oldest overdue; and tell its end', () => {
    const gauges = alarms.filter(({ Statistic }) => Statistic === 'Maximum');
    expect(gauges.map(({ MetricName, Period }) => [MetricName, Period])).toEqual([
      ['OutboxLate', 900],
      ['IteratorAge', 300],
      ['OldestOverdueHours', 900],
      ['RunsStuck', 900],
    ]);
    const ending = alarms.filter(({ OKActions }) => OKActions).map((alarm) => text.parse(alarm).AlarmName);
    expect(ending.map((name) => name.replace('sfa-production-', '')).sort()).toEqual([
      'audit-unsigned-auditunsigned',
      'clock-stopped-documentschecksilent',
      'clock-stopped-outboxsweepsilent',
      'clock-stopped-requestschasesilent',
      'clock-stopped-retentioneraseduesilent',
      'clock-stopped-runsreconcilesilent',
      'outbox-deferred-outboxdeferred',
      'outbox-late-outboxlate',
      'requests-overdue-requestsoverdue',
      'stuck-runsstuck',
    ]);
  });

  it('watch runs that time out or are stopped, and what is throttled: functions, runs and every table', () => {
    const watching = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric);
    const machines = production.ofType('AWS::StepFunctions::StateMachine').length;
    const tables = production.ofType('AWS::DynamoDB::Table').length;
    for (const metric of ['ExecutionsTimedOut', 'ExecutionsAborted', 'ExecutionThrottled']) {
      expect(watching(metric), metric).toHaveLength(machines);
    }
    expect(watching('WriteThrottleEvents')).toHaveLength(tables);
    expect(watching('Throttles')).toMatchObject([{ Namespace: 'AWS/Lambda' }]);
  });

  it('each watch one metric, since the local cloud takes no more, and by names that are not used twice', () => {
    for (const { MetricName, Metrics } of alarms) expect([typeof MetricName, Metrics]).toEqual(['string', undefined]);
    const names = alarms.map((alarm) => text.parse(alarm).AlarmName);
    expect(new Set(names).size).toBe(names.length);
  });

  it('tell the operator by a topic that alarms may publish to', () => {
    const [[topic] = []] = production
      .ofType('AWS::SNS::Topic')
      .filter(([, { Properties }]) => Properties.TopicName === 'sfa-production-alarms');
    for (const alarm of alarms) {
      expect(z.array(z.unknown()).parse(alarm.AlarmActions).map(flat)).toEqual([
        `arn:aws:sns:ap-northeast-2:${accountOfProduction}:sfa-production-alarms`,
      ]);
    }
    const policies = production.ofType('AWS::SNS::TopicPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    const policy = policies.find((one) => one.includes(`"Topics":[{"Ref":"${topic}"}]`)) ?? '';
    expect(policy).toContain('"Principal":{"Service":"cloudwatch.amazonaws.com"}');
    expect(policy).toContain(`"aws:SourceAccount":"${accountOfProduction}"`);
  });

  it('ask for metrics of the app by the names and services under which functions send them', () => {
    const own = alarms.filter(({ Namespace }) => Namespace === 'SeoulFintechAcademy');
    const asked = own.map(({ MetricName, Dimensions }) => `${flat(MetricName)} ${JSON.stringify(Dimensions)}`).sort();
    expect(asked).toEqual([
      'AuditSigned [{"Name":"service","Value":"audit-sign-heads"}]',
      'ChaseFailed [{"Name":"service","Value":"requests-chase"}]',
      'ErasureFailed [{"Name":"service","Value":"retention-erase-due"}]',
      'MailSecondCopyPossible [{"Name":"service","Value":"outbox-dispatch"}]',
      'MailSecondCopyPossible [{"Name":"service","Value":"outbox-sweep"}]',
      'OldestOverdueHours [{"Name":"service","Value":"requests-chase"}]',
      'OutboxBehind [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxDeferred [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxGivenUp [{"Name":"service","Value":"outbox-dispatch"}]',
      'OutboxGivenUp [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxLate [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxPutOff [{"Name":"service","Value":"outbox-sweep"}]',
      'RunsStuck [{"Name":"service","Value":"runs-reconcile"}]',
    ]);
    for (const [, { Properties }] of production.ofType('AWS::Lambda::Function')) {
      const { Variables } = z.object({ Variables: record }).parse(Properties.Environment);
      expect(Properties.FunctionName).toBe(`sfa-production-${String(Variables.POWERTOOLS_SERVICE_NAME)}`);
      expect(Variables.POWERTOOLS_METRICS_NAMESPACE).toBe('SeoulFintechAcademy');
    }
  });
});

describe('the overview of production', () => {
  const [[, dashboard] = []] = production.ofType('AWS::CloudWatch::Dashboard');
  const body = flat(dashboard?.Properties.DashboardBody);

  it('shows every alarm, what is stuck, overdue and late, sweep and dispatch, and SES', () => {
    const { widgets } = z.object({ widgets: z.array(widget) }).parse(JSON.parse(body));
    const shown = widgets.filter(({ type }) => type === 'alarm').map(({ properties }) => properties.alarms ?? []);
    expect(shown.flat()).toHaveLength(alarms.length);
    for (const some of shown) expect(some.length).toBeLessThanOrEqual(100);
    for (const [metric, service] of [
      ['RunsStuck', 'runs-reconcile'],
      ['OldestOverdueHours', 'requests-chase'],
      ['OutboxLate', 'outbox-sweep'],
      ['OutboxDone', 'outbox-sweep'],
      ['OutboxDone', 'outbox-dispatch'],
    ]) {
      expect(body).toContain(`["SeoulFintechAcademy","${metric}","service","${service}"`);
    }
    for (const metric of ['Send', 'Bounce', 'Complaint', 'Reputation.BounceRate']) {
      expect(body).toContain(`["AWS/SES","${metric}"`);
    }
  });

  it('stays below the 50 metrics up to which a dashboard is free', () => {
    const { widgets } = z.object({ widgets: z.array(widget) }).parse(JSON.parse(body));
    expect(widgets.flatMap(({ properties }) => properties.metrics ?? []).length).toBeLessThanOrEqual(50);
  });
});

describe('the mail identity’s feedback', () => {
  it('reaches its topic from SES, for this account and identity only', () => {
    const policies = production.ofType('AWS::SNS::TopicPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    const policy = policies.find((one) => one.includes('ses.amazonaws.com')) ?? '';
    expect(policy).toContain(`"aws:SourceAccount":"${accountOfProduction}"`);
    expect(policy).toMatch(/"aws:SourceArn":.*identity\/academy\.city\.test/u);
  });

  it('is set up only after the topic’s policy, for SES tries it at once', () => {
    const [[, topics] = []] = production.ofType('Custom::IdentityTopics');
    const [[policy] = []] = production
      .ofType('AWS::SNS::TopicPolicy')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('ses.amazonaws.com'));
    expect(z.array(z.string()).parse(topics?.DependsOn)).toContain(policy);
  });
});
