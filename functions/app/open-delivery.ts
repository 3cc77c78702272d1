import { setTimeout as sleep } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SFNClient } from '@aws-sdk/client-sfn';
import { addressesTable } from '../outbox/addresses-table.ts';
import type { DeliverDependencies, DeliveryReport } from '../outbox/deliver.ts';
import { outboxTable } from '../outbox/outbox-table.ts';
import { pacer } from '../outbox/pace.ts';
import { paceTable } from '../outbox/pace-table.ts';
import { mailCarrier, openSes } from '../outbox/send-mail.ts';
import { operatorTeller } from '../outbox/tell-operators.ts';
import { resumeCarrier } from '../requests/resume-carrier.ts';
import { executionArns } from '../runs/look-at-run.ts';
import { startCarrier } from '../runs/start-carrier.ts';
import { openDatabase } from '../shared/database.ts';
import { linkSigner } from '../shared/links.ts';
import { describeFault } from '../shared/pages/fault-record.ts';
import { lazily, tableName } from '../shared/parts.ts';
import { forService } from '../shared/patience.ts';
import { readEnvironment } from '../shared/read-environment.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { appLambdas } from './app-lambdas.ts';
import { isMachine, machinesOf } from './machines.ts';
import { templatesOf } from './templates.ts';
import { everything } from './wiring.ts';

const metricOf = {
  done: 'OutboxDone',
  dropped: 'OutboxDropped',
  'no turn': 'OutboxNoTurn',
  'put off': 'OutboxPutOff',
  'given up': 'OutboxGivenUp',
} as const satisfies Record<DeliveryReport['result'], string>;

/** What the dispatcher and the sweep deliver with, from the environment. */
export function openDelivery() {
  const environment = readEnvironment(appLambdas['outbox-sweep']);
  const logger = openLogger();
  const metrics = openMetrics();
  const db = openDatabase();
  const deps = lazily({
    ...everything(environment, db),
    baseUrl: () => environment.BASE_URL,
    sign: () => linkSigner(environment.LINK_KEY_ID),
  });
  const machines = machinesOf(deps);
  const sfn = new SFNClient(forService());
  const outbox = outboxTable(db, tableName(environment, 'OUTBOX_TABLE'));
  const dependencies: DeliverDependencies = {
    outbox,
    clock: systemClock,
    turn: pacer({
      table: paceTable(db, tableName(environment, 'PACE_TABLE')),
      rates: { mail: Number(environment.MAILS_A_SECOND), start: Number(environment.STARTS_A_SECOND) },
      clock: Date.now,
      sleep,
    }),
    carriers: {
      mail: mailCarrier({
        ses: openSes(),
        from: environment.MAIL_FROM,
        replyTo: environment.MAIL_REPLY_TO,
        addresses: addressesTable(db, tableName(environment, 'ADDRESSES_TABLE')),
        templates: templatesOf(deps),
        clock: systemClock,
      }),
      ...startCarrier({
        sfn,
        machineArn: (machine) => `${environment.STATE_MACHINE_PREFIX}${machine}`,
        executionArn: executionArns(environment.STATE_MACHINE_PREFIX),
        runsOf: (machine) => (isMachine(machine) ? machines[machine] : undefined),
      }),
      ...resumeCarrier({ sfn, requests: deps.requests }),
    },
    report: ({ fault, ...what }) => {
      metrics.addMetric(metricOf[what.result], MetricUnit.Count, 1);
      if (what.secondCopyPossible) metrics.addMetric('MailSecondCopyPossible', MetricUnit.Count, 1);
      const described = fault === undefined ? {} : describeFault(fault, { message: logger.showsFaults });
      if (what.result === 'given up') logger.error('given up', { ...what, ...described });
      else if (fault !== undefined) logger.warn('errand failed', { ...what, ...described });
      else logger.info('delivered', { ...what });
    },
    tellOperators: operatorTeller(deps, systemClock),
  };
  return {
    dependencies,
    outbox,
    logger,
    fellBehind: () => metrics.addMetric('OutboxBehind', MetricUnit.Count, 1),
    flush: () => metrics.publishStoredMetrics(),
  };
}
