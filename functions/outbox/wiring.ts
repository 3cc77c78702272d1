import { setTimeout as sleep } from 'node:timers/promises';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SFNClient } from '@aws-sdk/client-sfn';
import { wire } from '../applications/wiring.ts';
import { isMachine, machinesOf } from '../runs/machines.ts';
import { openDatabase } from '../shared/database.ts';
import { readEnvironment } from '../shared/environment.ts';
import { outboxDeliverEnvironment } from '../shared/environments.ts';
import { linkSigner } from '../shared/links.ts';
import { describeFault } from '../shared/pages/fault-record.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { addressesTable } from './addresses-table.ts';
import type { DeliverDependencies, DeliveryReport } from './deliver.ts';
import { outboxTable } from './outbox-table.ts';
import { pacer } from './pace.ts';
import { paceTable } from './pace-table.ts';
import { runCarriers } from './runs.ts';
import { mailCarrier, openSes } from './send-mail.ts';
import { operatorTeller } from './tell-operators.ts';
import { mailTemplates } from './templates.ts';

const metricOf = {
  done: 'OutboxDone',
  dropped: 'OutboxDropped',
  'no turn': 'OutboxNoTurn',
  'put off': 'OutboxPutOff',
  'given up': 'OutboxGivenUp',
} as const satisfies Record<DeliveryReport['result'], string>;

/** What the dispatcher and the sweep deliver with, from the environment. */
export function openDelivery() {
  const environment = readEnvironment(outboxDeliverEnvironment);
  const logger = openLogger();
  const metrics = openMetrics();
  const db = openDatabase();
  const deps = wire(environment, db);
  const machines = machinesOf(deps);
  const outbox = outboxTable(db, environment.OUTBOX_TABLE);
  const mail = { ...deps, baseUrl: environment.BASE_URL, sign: linkSigner(environment.LINK_KEY_ID) };
  const dependencies: DeliverDependencies = {
    outbox,
    clock: systemClock,
    turn: pacer({
      table: paceTable(db, environment.PACE_TABLE),
      rates: { mail: Number(environment.MAILS_A_SECOND), start: Number(environment.STARTS_A_SECOND) },
      clock: Date.now,
      sleep,
    }),
    carriers: {
      mail: mailCarrier({
        ses: openSes(),
        from: environment.MAIL_FROM,
        replyTo: environment.MAIL_REPLY_TO,
        addresses: addressesTable(db, environment.ADDRESSES_TABLE),
        templates: mailTemplates(mail),
        clock: systemClock,
      }),
      ...runCarriers({
        sfn: new SFNClient({}),
        machineArn: (machine) => `${environment.STATE_MACHINE_PREFIX}${machine}`,
        runsOf: (machine) => (isMachine(machine) ? machines[machine] : undefined),
        requests: deps.requests,
      }),
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
