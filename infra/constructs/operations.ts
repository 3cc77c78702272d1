import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { constructId } from './functions.ts';
import { signingEntry } from './manifests.ts';
import { counted, gauge, ofFunction, ofRuns, quarterOfAnHour } from './metrics.ts';
import { watchOutbox } from './outbox-alarms.ts';
import { type OperationsProps, overview } from './overview.ts';
import { watchPlatform } from './platform-alarms.ts';

/** Hours in a row without a signing: a night and what its retries take. */
const hoursUnsigned = 30;

/** Alarms, each with its entry in docs/runbook.md, and the dashboard of a stage. */
export class Operations extends Construct {
  private readonly alarms: Alarms;

  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    this.alarms = new Alarms(this, props.stage);
    this.watchClock(props);
    watchOutbox(this.alarms, props);
    this.watchRequests();
    this.watchRuns(props);
    watchPlatform(this.alarms, props);
    overview(this, { ...props, alarms: this.alarms.made });
  }

  /** What nobody calls any more fails nowhere: its silence is what is seen. */
  private watchClock({ stage, onTheClock }: OperationsProps): void {
    for (const entry of onTheClock) {
      const id = constructId(entry);
      this.alarms.watch(`${id}Silent`, {
        runbook: 'clock-stopped',
        what: `${id} has not been called for a quarter of an hour`,
        metric: ofFunction(stage, entry, 'Invocations', { period: quarterOfAnHour }),
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

  private watchRuns({ stage, workflows }: OperationsProps): void {
    this.alarms.watch('RunsStuck', {
      runbook: 'stuck',
      what: 'Something is stuck and waits for an operator',
      metric: gauge('RunsStuck', 'runs-reconcile'),
      tellsItsEnd: true,
    });
    for (const name of workflows) {
      this.alarms.watch(`${name}Failed`, {
        runbook: 'stuck',
        what: `A run of ${name} is stuck`,
        metric: ofRuns(this, stage, name, 'ExecutionsFailed'),
      });
      this.alarms.watch(`${name}TimedOut`, {
        runbook: 'runs-ended',
        what: `A run of ${name} timed out`,
        metric: ofRuns(this, stage, name, 'ExecutionsTimedOut'),
      });
      this.alarms.watch(`${name}Aborted`, {
        runbook: 'runs-ended',
        what: `A run of ${name} was stopped`,
        metric: ofRuns(this, stage, name, 'ExecutionsAborted'),
      });
    }
  }
}
