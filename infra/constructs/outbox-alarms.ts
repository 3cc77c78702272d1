import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';
import { counted, gauge, ofFunction, quarterOfAnHour } from './metrics.ts';
import type { OperationsProps } from './overview.ts';

/** Tries that the sweep leaves for later in five minutes: a few are every day's, as many are a service that refuses. */
const manyRetriedLater = 50;

/** Sweeps in a row after which more is due than may leave: three in fifteen minutes are all there are. */
const sweepsBehind = 2;

/** Milliseconds that the newest entries of the outbox may wait in its stream; they are picked up within a second. */
const oldInTheStream = 60_000;

/** The first try is the dispatcher's; the sweep has each again within minutes, and at least every half hour. */
const betweenDeferrals = Duration.minutes(30);

/** Watches what leaves: given up, sent twice, late, held by SES. */
export function watchOutbox(alarms: Alarms, { stage }: OperationsProps): void {
  const delivering = ['outbox-dispatch', 'outbox-sweep'];
  delivering.forEach((service, index) => {
    alarms.watch(`OutboxGivenUp${index}`, {
      runbook: 'outbox-given-up',
      what: 'An outbox entry was given up',
      metric: counted('OutboxGivenUp', service),
    });
    alarms.watch(`SecondCopies${index}`, {
      runbook: 'second-copies',
      what: 'Mails may have left twice',
      metric: counted('MailSecondCopyPossible', service, Duration.hours(1)),
    });
  });
  alarms.watch('OutboxPutOff', {
    runbook: 'outbox-put-off',
    what: 'Mails, starts or resumptions are being put off',
    metric: counted('OutboxPutOff', 'outbox-sweep'),
    above: manyRetriedLater,
  });
  alarms.watch('OutboxDeferred', {
    runbook: 'outbox-deferred',
    what: 'SES takes no mails in the present state of the account',
    metric: counted('OutboxDeferred', 'outbox-sweep', betweenDeferrals),
    tellsItsEnd: true,
  });
  alarms.watch('OutboxBehind', {
    runbook: 'outbox-behind',
    what: 'More is to leave than may leave in a second',
    metric: counted('OutboxBehind', 'outbox-sweep', quarterOfAnHour),
    above: sweepsBehind,
  });
  alarms.watch('OutboxLate', {
    runbook: 'outbox-late',
    what: 'A mail or a start has been due for too long',
    metric: gauge('OutboxLate', 'outbox-sweep'),
    above: 1,
    tellsItsEnd: true,
  });
  alarms.watch('OutboxStreamOld', {
    runbook: 'outbox-stream',
    what: 'New entries of the outbox are not picked up',
    metric: ofFunction(stage, 'outbox-dispatch', 'IteratorAge', { statistic: Stats.MAXIMUM }),
    above: oldInTheStream,
  });
}
