import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { outboxDeliverEnvironment, outboxFeedbackEnvironment } from '../../../functions/shared/environments.ts';
import { EntryFunction } from '../entry-function.ts';
import type { FunctionsContext } from './context.ts';

/** What delivers the outbox, and what comes back from SES. */
export function outboxFunctions(
  scope: Construct,
  { stage, tables, linkKey, stack, application, pages, runs, commit, machines, commits }: FunctionsContext,
) {
  const deliver = (name: string, entry: string, timeout: Duration, description: string) => {
    const made = new EntryFunction<z.infer<typeof outboxDeliverEnvironment>>(scope, name, {
      stage,
      entry,
      description,
      environment: {
        ...application,
        ...pages,
        ...runs,
        ADDRESSES_TABLE: tables.addresses.tableName,
        PACE_TABLE: tables.pace.tableName,
        MAILS_A_SECOND: String(stage.mailsASecond),
        STARTS_A_SECOND: String(stage.startsASecond),
        MAIL_FROM: stage.mailFrom,
        MAIL_REPLY_TO: stage.replyTo,
      },
      timeout,
    });
    return commits(made)
      .useTable(tables.outbox, ['UpdateItem'])
      .useTable(tables.pace, ['UpdateItem'])
      .useTable(tables.addresses, ['GetItem'])
      .useTable(tables.screenings, ['GetItem', 'Query'])
      .useTable(tables.admissions, ['GetItem'])
      .useTable(tables.seats, ['GetItem', 'Query'])
      .useTable(tables.applications, ['GetItem'])
      .useTable(tables.requests, ['GetItem'])
      .useTable(tables.rounds, ['GetItem'])
      .useTable(tables.people, ['GetItem', 'Query'])
      .allow(['kms:GenerateMac'], [linkKey.keyArn])
      .allow(
        ['ses:SendRawEmail'],
        [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: stage.mailIdentity })],
      )
      .allow(['states:StartExecution', 'states:SendTaskSuccess'], machines);
  };
  const outboxDispatch = deliver(
    'OutboxDispatch',
    'outbox-dispatch',
    Duration.minutes(4),
    'Delivers what a change sends out, at once',
  );
  // As long as the clock's interval: where more is due than may leave, hardly a second of it is lost.
  const outboxSweep = deliver(
    'OutboxSweep',
    'outbox-sweep',
    Duration.minutes(5),
    'Delivers what is due, on the clock',
  ).useTable(tables.outbox, [], 'due');

  const outboxFeedback = new EntryFunction<z.infer<typeof outboxFeedbackEnvironment>>(scope, 'OutboxFeedback', {
    stage,
    entry: 'outbox-feedback',
    description: 'Marks addresses that bounced or complained',
    environment: { ...commit, ADDRESSES_TABLE: tables.addresses.tableName, PEOPLE_TABLE: tables.people.tableName },
  });
  commits(outboxFeedback)
    .useTable(tables.addresses, ['GetItem', 'PutItem'])
    .useTable(tables.people, ['GetItem', 'Query']);

  return { outboxDispatch, outboxSweep, outboxFeedback };
}
