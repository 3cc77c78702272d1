import { describe, expect, it } from 'vitest';
import { billAsByHand, billOfApplications, gigabyteSecondsOf } from './bills.ts';
import { cleanApplication } from './clean-application.ts';
import { billOf, prices } from './prices.ts';
import { quietMonth, timesInMonth } from './quiet-month.ts';

describe('a bill', () => {
  it('multiplies each amount with its price, the dearest first', () => {
    const bill = billOf({ writeUnit: 1e6, mail: 2e3, key: 2 });
    expect(bill.lines.map(({ thing, dollars }) => [thing, dollars])).toEqual([
      ['key', 2],
      ['writeUnit', prices.writeUnit.dollars],
      ['mail', 2 * prices.mail.dollars],
    ]);
    expect(bill.dollars).toBeCloseTo(2 + 0.68 + 0.2);
  });

  it('takes an invocation’s CPU as long as its memory makes it, and the calls that it waits for', () => {
    // 512 MB are 0.29 of a core: 35 ms, and two calls of 6.
    expect(gigabyteSecondsOf('dispatch', { cpu: 10, inSequence: 2 })).toBeCloseTo(0.047 * 0.5, 5);
    expect(() => gigabyteSecondsOf('nobody', { cpu: 1, inSequence: 1 })).toThrow('nobody');
  });

  it('of a clean application counts its mails, states and units as they happen', async () => {
    const one = await cleanApplication();
    const kinds = new Set(one.invocations.map(({ what }) => what));
    expect(kinds).toEqual(new Set(['page', 'dispatch', 'step of applicant-intake']));
    expect(one.transitions).toBe(2);
    // Of the code with its link, of the code that is typed, of the link to the application.
    expect(one.signed).toBe(3);
    expect(one.mails).toBeGreaterThanOrEqual(1);
    expect(one.sending.inSequence).toBeLessThanOrEqual(one.sending.calls);
    expect(one.sending.writes).toBeGreaterThan(0);
    const { lines } = billOfApplications(one, new Map(), 10);
    expect(lines.find(({ thing }) => thing === 'mail')?.amount).toBe(10 * one.mails);
    const byHand = billAsByHand(one, new Map(), 10).lines;
    const inTables = one.invocations.reduce((sum, { writes }) => sum + writes, 0);
    expect(byHand.find(({ thing }) => thing === 'writeUnit')?.amount).toBe(10 * inTables);
    expect(lines.filter(({ thing }) => byHand.every((line) => line.thing !== thing)).map(({ thing }) => thing)).toEqual(
      expect.arrayContaining(['logged', 'sent']),
    );
  });
});

describe('a quiet month', () => {
  it('is billed by what the templates make', () => {
    const resources: Readonly<Record<string, Readonly<Record<string, unknown>>[]>> = {
      'AWS::Events::Rule': [
        { ScheduleExpression: 'rate(5 minutes)', Targets: [1, 2] },
        { ScheduleExpression: 'cron(0 17 * * ? *)', Targets: [1] },
        { EventPattern: {}, Targets: [1] },
      ],
      'AWS::CloudWatch::Alarm': [
        { Namespace: 'AWS/Lambda', MetricName: 'Errors', TreatMissingData: 'notBreaching' },
        { Namespace: 'SeoulFintechAcademy', MetricName: 'AuditSigned', TreatMissingData: 'breaching' },
        { Metrics: [{ MetricStat: {} }, { MetricStat: {} }, { Expression: 'a+b' }] },
      ],
      'AWS::KMS::Key': [{}],
    };
    const { lines } = quietMonth({
      ofType: (type) => (resources[type] ?? []).map((Properties) => ['Id', { Type: type, Properties }]),
    });
    const amountOf = (thing: string) => lines.find((line) => line.thing === thing)?.amount;
    expect(amountOf('invocation')).toBe(2 * 8640 + 30);
    expect([amountOf('alarm'), amountOf('key'), amountOf('metric'), amountOf('dashboard')]).toEqual([4, 1, 1, 0]);
  });

  it('knows how often a schedule comes, or says that it does not', () => {
    expect(timesInMonth('rate(1 hour)')).toBe(720);
    expect(() => timesInMonth('cron(0/5 * * * ? *)')).toThrow('how often');
    expect(() => timesInMonth('rate(2 weeks)')).toThrow('how often');
  });
});
