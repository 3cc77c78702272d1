import type { Construct } from 'constructs';
import type * as z from 'zod';
import type {
  applicationsPagesEnvironment,
  applicationsTasksEnvironment,
} from '../../../functions/shared/environments.ts';
import { EntryFunction } from '../entry-function.ts';
import type { FunctionsContext } from './context.ts';

/** What applicants see, and the steps of applicant-intake. */
export function applicationsFunctions(
  scope: Construct,
  { stage, tables, linkKey, application, pages, commits }: FunctionsContext,
) {
  const applicationsPages = new EntryFunction<z.infer<typeof applicationsPagesEnvironment>>(
    scope,
    'ApplicationsPages',
    {
      stage,
      entry: 'applications-pages',
      description: 'What applicants see: start, form, status',
      environment: { ...application, ...pages },
      memory: 1024,
    },
  );
  commits(applicationsPages)
    .useTable(tables.applications, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.screenings, ['GetItem', 'PutItem', 'DeleteItem'])
    .useTable(tables.admissions, ['GetItem', 'ConditionCheckItem'])
    .useTable(tables.seats, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.rounds, ['GetItem'], 'listed')
    .allow(['kms:VerifyMac'], [linkKey.keyArn]);

  const applicationsTasks = new EntryFunction<z.infer<typeof applicationsTasksEnvironment>>(
    scope,
    'ApplicationsTasks',
    {
      stage,
      entry: 'applications-tasks',
      description: 'The steps of applicant-intake',
      environment: application,
    },
  );
  commits(applicationsTasks)
    .useTable(tables.applications, ['GetItem', 'Query', 'PutItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.rounds, ['GetItem'])
    .useTable(tables.people, ['GetItem', 'Query']);

  return { applicationsPages, applicationsTasks };
}
