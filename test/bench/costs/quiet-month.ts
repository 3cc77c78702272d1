import * as z from 'zod';
import type { Resource, Templates } from '../../support/templates.ts';
import { type Bill, billOf } from './prices.ts';

const minutesOfMonth = 30 * 24 * 60;

/** Of an invocation by the clock that finds nothing: guesses, far too small to matter. */
const each = { seconds: 0.3, gigabytes: 0.5, readUnits: 10, logged: 1000 };

const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

const rule = z.object({ ScheduleExpression: z.string(), Targets: z.array(z.unknown()) });
const metric = z.object({ MetricStat: z.unknown().optional() });
const alarm = z.object({
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  TreatMissingData: z.string().optional(),
  Metrics: z.array(metric).optional(),
});

/** How often a schedule comes in a month. */
export function timesInMonth(schedule: string): number {
  const [, every, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/u.exec(schedule) ?? [];
  if (every) return minutesOfMonth / (Number(every) * (minutesOf[unit] ?? NaN));
  // At one minute of one hour of each day.
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/u.test(schedule)) return 30;
  throw new Error(`how often is ${schedule}?`);
}

/** What a stage costs in a month in which no round is open and nobody looks, by what its templates make. */
export function quietMonth({ ofType }: Pick<Templates, 'ofType'>): Bill {
  const all = (type: string): readonly Resource['Properties'][] => ofType(type).map(([, { Properties }]) => Properties);
  const invocations = all('AWS::Events::Rule')
    .filter(({ ScheduleExpression }) => ScheduleExpression !== undefined)
    .map((one) => rule.parse(one))
    .reduce((sum, { ScheduleExpression, Targets }) => sum + timesInMonth(ScheduleExpression) * Targets.length, 0);
  const alarms = all('AWS::CloudWatch::Alarm').map((one) => alarm.parse(one));
  return billOf({
    invocation: invocations,
    gigabyteSecond: invocations * each.seconds * each.gigabytes,
    readUnit: invocations * each.readUnits,
    logged: (invocations * each.logged) / 1e9,
    key: all('AWS::KMS::Key').length,
    dashboard: all('AWS::CloudWatch::Dashboard').length,
    alarm: alarms.reduce(
      (sum, { Metrics }) => sum + (Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1),
      0,
    ),
    // The others are told only while there is something to tell.
    metric: alarms.filter(
      ({ Namespace, TreatMissingData }) => Namespace === 'SeoulFintechAcademy' && TreatMissingData === 'breaching',
    ).length,
  });
}
