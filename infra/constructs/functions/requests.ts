import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { requestsChaseEnvironment, requestsPagesEnvironment } from '../../../functions/shared/environments.ts';
import { EntryFunction } from '../entry-function.ts';
import type { FunctionsContext } from './context.ts';

/** What a link in a request mail opens, and the clock that chases requests. */
export function requestsFunctions(
  scope: Construct,
  { stage, tables, linkKey, application, pages, commits }: FunctionsContext,
) {
  const requestsPages = new EntryFunction<z.infer<typeof requestsPagesEnvironment>>(scope, 'RequestsPages', {
    stage,
    entry: 'requests-pages',
    description: 'What a link in a request mail opens',
    environment: { ...application, ...pages },
    memory: 1024,
  });
  commits(requestsPages)
    .useTable(tables.applications, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.screenings, ['GetItem'])
    .useTable(tables.admissions, ['GetItem', 'PutItem', 'ConditionCheckItem'])
    .useTable(tables.seats, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.rounds, ['GetItem'])
    .useTable(tables.people, ['GetItem', 'Query'])
    .allow(['kms:VerifyMac'], [linkKey.keyArn]);

  const requestsChase = new EntryFunction<z.infer<typeof requestsChaseEnvironment>>(scope, 'RequestsChase', {
    stage,
    entry: 'requests-chase',
    description: 'Reminds, passes on, escalates and lets lapse what is due',
    environment: application,
    timeout: Duration.minutes(4),
  });
  commits(requestsChase)
    .useTable(tables.applications, ['GetItem', 'PutItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'], 'due', 'open-for')
    .useTable(tables.screenings, ['GetItem', 'PutItem'])
    .useTable(tables.seats, ['GetItem', 'PutItem'])
    .useTable(tables.people, ['GetItem', 'Query']);

  return { requestsPages, requestsChase };
}
