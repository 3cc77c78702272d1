import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { signingEntry } from './manifests.ts';
import { counted, fiveMinutes, gauge, quarterOfAnHour } from './metrics.ts';
import { type OperationsProps, overview } from './overview.ts';
import { watchPlatform } from './platform-alarms.ts';

/** Tries that the sweep leaves for later in five minutes: a few are every day's, as many are a service that refuses. */
const manyRetriedLater = 50;

/** Hours in a row without a signing: a night and what its retries take. */
const hoursUnsigned = 30;

/** Sweeps in a row after which more is due than may leave: three in fifteen minutes are all there are. */
const sweepsBehind = 2;

/** Milliseconds that the newest entries of the outbox may wait in its stream; they are picked up within a second. */
const oldInTheStream = 60_000;

/** The first try is the dispatcher's; the sweep has each again within minutes, and at least every half hour. */
const betweenDeferrals = Duration.minutes(30);

/** Alarms, each with its entry in docs/runbook.md, and the dashboard of a stage. */
export class Operations extends Construct {
  private readonly alarms: Alarms;

  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    this.alarms = new Alarms(this, props.stage);
    this.watchClock(props);
    this.watchOutbox(props);
    this.watchRequests();
    this.watchRuns(props);
    watchPlatform(this.alarms, props);
    overview(this, { ...props, alarms: this.alarms.made });
  }

  /** What nobody calls any more fails nowhere: its silence is what is seen. */
  private watchClock({ functions }: OperationsProps): void {
    for (const { node, function: called } of functions.which(({ onTheClock }) => onTheClock === true)) {
      this.alarms.watch(`${node.id}Silent`, {
        runbook: 'clock-stopped',
        what: `${node.id} has not been called for a quarter of an hour`,
        metric: called.metricInvocations({ period: quarterOfAnHour }),
        silentFor: 1,
        tellsItsEnd: true,
      });
    }
    this.alarms.watch('AuditUnsigned', {
      runbook: 'audit-unsigned',
      what: 'The audit was not signed last night',
      metric: counted('AuditSigned', signingEntry, Duration.hours(1)),
      silentFor: hoursUnsigned,
      tellsItsEnd: true,
    });
    this.alarms.watch('ErasureFailed', {
      runbook: 'erasure-failed',
      what: 'Data that is due to be erased was not',
      // It is tried again the next day.
      metric: counted('ErasureFailed', 'retention-erase-due', Duration.days(1)),
    });
  }

  private watchOutbox({ functions }: OperationsProps): void {
    const delivering = ['outbox-dispatch', 'outbox-sweep'];
    delivering.forEach((service, index) => {
      this.alarms.watch(`OutboxGivenUp${index}`, {
        runbook: 'outbox-given-up',
        what: 'An outbox entry was given up',
        metric: counted('OutboxGivenUp', service),
      });
      this.alarms.watch(`SecondCopies${index}`, {
        runbook: 'second-copies',
        what: 'Mails may have left twice',
        metric: counted('MailSecondCopyPossible', service, Duration.hours(1)),
      });
    });
    this.alarms.watch('OutboxPutOff', {
      runbook: 'outbox-put-off',
      what: 'Mails, starts or resumptions are being put off',
      metric: counted('OutboxPutOff', 'outbox-sweep'),
      above: manyRetriedLater,
    });
    this.alarms.watch('OutboxDeferred', {
      runbook: 'outbox-deferred',
      what: 'SES takes no mails in the present state of the account',
      metric: counted('OutboxDeferred', 'outbox-sweep', betweenDeferrals),
      tellsItsEnd: true,
    });
    this.alarms.watch('OutboxBehind', {
      runbook: 'outbox-behind',
      what: 'More is to leave than may leave in a second',
      metric: counted('OutboxBehind', 'outbox-sweep', quarterOfAnHour),
      above: sweepsBehind,
    });
    this.alarms.watch('OutboxLate', {
      runbook: 'outbox-late',
      what: 'A mail or a start has been due for too long',
      metric: gauge('OutboxLate', 'outbox-sweep'),
      above: 1,
      tellsItsEnd: true,
    });
    this.alarms.watch('OutboxStreamOld', {
      runbook: 'outbox-stream',
      what: 'New entries of the outbox are not picked up',
      metric: functions
        .named('outbox-dispatch')
        .function.metric('IteratorAge', { period: fiveMinutes, statistic: Stats.MAXIMUM }),
      above: oldInTheStream,
    });
  }

  private watchRequests(): void {
    this.alarms.watch('RequestsOverdue', {
      runbook: 'requests-overdue',
      what: 'A request is overdue and nobody is left to pass it to',
      metric: gauge('OldestOverdueHours', 'requests-chase'),
      tellsItsEnd: true,
    });
    this.alarms.watch('ChaseFailed', {
      runbook: 'chase-failed',
      what: 'A due request could not be chased',
      metric: counted('ChaseFailed', 'requests-chase'),
    });
  }

  private watchRuns({ workflows }: OperationsProps): void {
    this.alarms.watch('RunsStuck', {
      runbook: 'stuck',
      what: 'Something is stuck and waits for an operator',
      metric: gauge('RunsStuck', 'runs-reconcile'),
      tellsItsEnd: true,
    });
    for (const { name, machine } of workflows) {
      this.alarms.watch(`${name}Failed`, {
        runbook: 'stuck',
        what: `A run of ${name} is stuck`,
        metric: machine.metricFailed({ period: fiveMinutes }),
      });
      this.alarms.watch(`${name}TimedOut`, {
        runbook: 'runs-ended',
        what: `A run of ${name} timed out`,
        metric: machine.metricTimedOut({ period: fiveMinutes }),
      });
      this.alarms.watch(`${name}Aborted`, {
        runbook: 'runs-ended',
        what: `A run of ${name} was stopped`,
        metric: machine.metricAborted({ period: fiveMinutes }),
      });
    }
  }
}
