import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

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

/** What SES says of the account in this region. */
export const ofMail = (metricName: string, statistic: string = Stats.SUM, period = fiveMinutes): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic, period });
