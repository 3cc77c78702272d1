import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { root } from '../../local/paths.ts';
import { flat, record, templatesOf } from '../support/templates.ts';

const production = templatesOf('production');
const alarms = production.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
const text = z.object({ AlarmName: z.string(), AlarmDescription: z.string() });

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
      'lambda-errors',
      'outbox-behind',
      'outbox-deferred',
      'outbox-given-up',
      'outbox-late',
      'outbox-put-off',
      'requests-overdue',
      'server-errors',
      'stuck',
    ]);
  });

  it('watch every function but the one that only a deployment calls', () => {
    const watched = alarms.filter(({ MetricName, Namespace }) => Namespace === 'AWS/Lambda' && MetricName === 'Errors');
    const functions = production.ofType('AWS::Lambda::Function');
    expect(watched).toHaveLength(functions.length - 1);
    const dimensions = watched.map((alarm) => JSON.stringify(alarm.Dimensions));
    expect(new Set(dimensions).size).toBe(watched.length);
  });

  it('are raised where the audit was not signed for more than a night, also by a clock that stands still', () => {
    const unsigned = alarms.filter(({ MetricName }) => MetricName === 'AuditSigned');
    expect(unsigned).toMatchObject([
      { Period: 3600, EvaluationPeriods: 30, TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold' },
    ]);
  });

  it('tell the operator by a topic that alarms may publish to', () => {
    const [[topic] = []] = production
      .ofType('AWS::SNS::Topic')
      .filter(([, { Properties }]) => Properties.TopicName === 'sfa-production-alarms');
    for (const alarm of alarms) {
      expect(z.array(z.unknown()).parse(alarm.AlarmActions).map(flat)).toEqual([`<${topic}>`]);
    }
    const policies = production.ofType('AWS::SNS::TopicPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    const policy = policies.find((one) => one.includes(`"Topics":[{"Ref":"${topic}"}]`)) ?? '';
    expect(policy).toContain('"Principal":{"Service":"cloudwatch.amazonaws.com"}');
    expect(policy).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
  });

  it('ask for metrics of the app by the names and services under which functions send them', () => {
    const own = alarms.filter(({ Namespace }) => Namespace === 'SeoulFintechAcademy');
    const asked = own.map(({ MetricName, Dimensions }) => `${flat(MetricName)} ${JSON.stringify(Dimensions)}`).sort();
    expect(asked).toEqual([
      'AuditSigned [{"Name":"service","Value":"audit-sign-heads"}]',
      'ChaseFailed [{"Name":"service","Value":"requests-chase"}]',
      'OutboxBehind [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxDeferred [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxGivenUp [{"Name":"service","Value":"outbox-dispatch"}]',
      'OutboxGivenUp [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxLate [{"Name":"service","Value":"outbox-sweep"}]',
      'OutboxPutOff [{"Name":"service","Value":"outbox-sweep"}]',
      'RequestsOverdue [{"Name":"service","Value":"requests-chase"}]',
    ]);
    for (const [, { Properties }] of production.ofType('AWS::Lambda::Function')) {
      const { Variables } = z.object({ Variables: record }).parse(Properties.Environment);
      expect(Properties.FunctionName).toBe(`sfa-production-${String(Variables.POWERTOOLS_SERVICE_NAME)}`);
      expect(Variables.POWERTOOLS_METRICS_NAMESPACE).toBe('SeoulFintechAcademy');
    }
  });
});

describe('the mail identity’s feedback', () => {
  it('reaches its topic from SES, for this account and identity only', () => {
    const policies = production.ofType('AWS::SNS::TopicPolicy').map(([, { Properties }]) => JSON.stringify(Properties));
    const policy = policies.find((one) => one.includes('ses.amazonaws.com')) ?? '';
    expect(policy).toContain('"aws:SourceAccount":{"Ref":"AWS::AccountId"}');
    expect(policy).toMatch(/"aws:SourceArn":.*identity\/academy\.example\.kr/u);
  });

  it('is set up only after the topic’s policy, for SES tries it at once', () => {
    const [[, topics] = []] = production.ofType('Custom::IdentityTopics');
    const [[policy] = []] = production
      .ofType('AWS::SNS::TopicPolicy')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes('ses.amazonaws.com'));
    expect(z.array(z.string()).parse(topics?.DependsOn)).toContain(policy);
  });
});
