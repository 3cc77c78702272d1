import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { SFNClient } from '@aws-sdk/client-sfn';
import { applicantTemplates } from '../applications/mails/templates.ts';
import { wire } from '../applications/wiring.ts';
import { staffTemplates } from '../requests/mails/templates.ts';
import { openDatabase } from '../shared/database.ts';
import { readEnvironment } from '../shared/environment.ts';
import { outboxDeliverEnvironment } from '../shared/environments.ts';
import { linkSigner } from '../shared/links.ts';
import { openLogger, openMetrics, systemClock } from '../shared/service.ts';
import { addressesTable } from './addresses-table.ts';
import type { DeliverDependencies, DeliveryReport } from './deliver.ts';
import { outboxTable } from './outbox-table.ts';
import { runCarriers } from './runs.ts';
import { mailCarrier, openSes } from './send-mail.ts';
import { operatorTeller } from './tell-operators.ts';

const metricOf = {
  done: 'OutboxDone',
  dropped: 'OutboxDropped',
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
  const outbox = outboxTable(db, environment.OUTBOX_TABLE);
  const mail = { ...deps, baseUrl: environment.BASE_URL, sign: linkSigner(environment.LINK_KEY_ID) };
  const dependencies: DeliverDependencies = {
    outbox,
    clock: systemClock,
    carriers: {
      mail: mailCarrier({
        ses: openSes(),
        from: environment.MAIL_FROM,
        replyTo: environment.MAIL_REPLY_TO,
        addresses: addressesTable(db, environment.ADDRESSES_TABLE),
        templates: { ...applicantTemplates(mail), ...staffTemplates(mail) },
        clock: systemClock,
      }),
      ...runCarriers({
        sfn: new SFNClient({}),
        machineArn: (machine) => `${environment.STATE_MACHINE_PREFIX}${machine}`,
        applications: deps.applications,
        requests: deps.requests,
      }),
    },
    report: (what) => {
      metrics.addMetric(metricOf[what.result], MetricUnit.Count, 1);
      if (what.secondCopyPossible) metrics.addMetric('MailSecondCopyPossible', MetricUnit.Count, 1);
      if (what.result === 'given up') logger.error('given up', { ...what });
      else logger.info('delivered', { ...what });
    },
    tellOperators: operatorTeller(deps, systemClock),
  };
  return { dependencies, outbox, logger, flush: () => metrics.publishStoredMetrics() };
}
