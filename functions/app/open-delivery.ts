import { setTimeout as sleep } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SFNClient } from '@aws-sdk/client-sfn';
import { addressesTable } from '../outbox/addresses-table.ts';
import type { DeliverDependencies, DeliveryReport } from '../outbox/deliver.ts';
import { outboxTable } from '../outbox/outbox-table.ts';
import { type Bucket, type Rates, rateLimiter } from '../outbox/rate-limiter.ts';
import { mailHandler, openSes } from '../outbox/send-mail.ts';
import type { SesState } from '../outbox/ses-answers.ts';
import { slotsTable } from '../outbox/slots-table.ts';
import { operatorTeller } from '../outbox/tell-operators.ts';
import { resumeHandler } from '../requests/resume-handler.ts';
import { executionArns } from '../runs/look-at-run.ts';
import { startHandler } from '../runs/start-handler.ts';
import { forService } from '../shared/aws/client-timeouts.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, openMetrics } from '../shared/aws/service.ts';
import { believedClock } from '../shared/believed-clock.ts';
import { openDatabase } from '../shared/database/database.ts';
import { linkSigner } from '../shared/links.ts';
import { describeFault } from '../shared/pages/fault-record.ts';
import { lazily, tableName } from '../shared/parts.ts';
import { type Instant, toInstant } from '../shared/time.ts';
import { appLambdas } from './app-lambdas.ts';
import { machineNamed, machinesOf } from './machines.ts';
import { isRecipient } from './recipients.ts';
import { templatesOf } from './templates.ts';
import { everything } from './wiring.ts';

const metricOf = {
  done: 'OutboxDone',
  dropped: 'OutboxDropped',
  'no slot': 'OutboxNoSlot',
  'put off': 'OutboxPutOff',
  deferred: 'OutboxDeferred',
  'lease lost': 'OutboxLeaseLost',
  'given up': 'OutboxGivenUp',
} as const satisfies Record<DeliveryReport['result'], string>;

/** A state of the account waits for an operator, and has an alarm of its own; too high a rate passes by itself. */
const metricNameOf = ({ result, note }: DeliveryReport): string =>
  result === 'deferred' && note === ('SendingTooFast' satisfies SesState) ? metricOf['put off'] : metricOf[result];

/** What the dispatcher and the sweep deliver with, from the environment. */
export function openDelivery() {
  const environment = readEnvironment(appLambdas['outbox-sweep']);
  const logger = openLogger();
  const metrics = openMetrics();
  const db = openDatabase();
  const deps = lazily({
    ...everything(environment, db),
    baseUrl: () => environment.BASE_URL,
    stage: () => environment.STAGE,
    sign: () => linkSigner(environment.LINK_KEY_ID),
    signCode: () => linkSigner(environment.CODE_KEY_ID),
  });
  const machines = machinesOf(deps);
  const templates = templatesOf(deps);
  const sfn = new SFNClient(forService());
  const milliseconds = believedClock(db.config);
  const clock = (): Instant => toInstant(new Date(milliseconds()));
  const rates: Rates = { mail: Number(environment.MAILS_A_SECOND), start: Number(environment.STARTS_A_SECOND) };
  const slots = slotsTable(db, tableName(environment, 'PACE_TABLE'));
  const bucketOfTemplate = (template: string): Bucket | undefined => templates[template]?.class;
  const dependencies: DeliverDependencies = {
    outbox: outboxTable(db, tableName(environment, 'OUTBOX_TABLE')),
    clock,
    ...rateLimiter({ table: slots, rates, clock: milliseconds, sleep }),
    bucketOf: (message) => {
      if (message.kind === 'mail') return bucketOfTemplate(message.template);
      return message.kind === 'start' ? 'start' : undefined;
    },
    handlers: {
      mail: mailHandler({
        ses: openSes(),
        from: environment.MAIL_FROM,
        replyTo: environment.MAIL_REPLY_TO,
        addresses: addressesTable(db, tableName(environment, 'ADDRESSES_TABLE')),
        templates,
        isRecipient,
        clock,
      }),
      ...startHandler({
        sfn,
        machineArn: (machine) => `${environment.STATE_MACHINE_PREFIX}${machine}`,
        executionArn: executionArns(environment.STATE_MACHINE_PREFIX),
        runsOf: (machine) => machines[machineNamed(machine)],
      }),
      ...resumeHandler({ sfn, requests: deps.requests }),
    },
    report: ({ fault, ...what }) => {
      metrics.addMetric(metricNameOf(what), MetricUnit.Count, 1);
      if (what.secondCopyPossible) metrics.addMetric('MailSecondCopyPossible', MetricUnit.Count, 1);
      const described = fault === undefined ? {} : describeFault(fault, { message: logger.showsFaults });
      if (what.result === 'given up') logger.error('given up', { ...what, ...described });
      else if (fault !== undefined) logger.warn('message failed', { ...what, ...described });
      else logger.info('delivered', { ...what });
    },
    tellOperators: operatorTeller(deps, clock),
  };
  /** If nothing was counted there is nothing to publish, of which the library would warn. */
  const flush = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { dependencies, slots, rates, bucketOfTemplate, db, logger, metrics, flush, milliseconds };
}
