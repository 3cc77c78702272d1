import type { Construct } from 'constructs';
import type * as z from 'zod';
import type { screeningPagesEnvironment, screeningTasksEnvironment } from '../../../functions/shared/environments.ts';
import { EntryFunction } from '../entry-function.ts';
import type { FunctionsContext } from './context.ts';

/** What reviewers see, and the steps of screening. */
export function screeningFunctions(
  scope: Construct,
  { stage, tables, linkKey, application, pages, commits }: FunctionsContext,
) {
  const screeningPages = new EntryFunction<z.infer<typeof screeningPagesEnvironment>>(scope, 'ScreeningPages', {
    stage,
    entry: 'screening-pages',
    description: 'What reviewers see: their reviews, and each of them',
    environment: { ...application, ...pages },
    memory: 1024,
  });
  commits(screeningPages)
    .useTable(tables.screenings, ['GetItem', 'Query', 'PutItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.applications, ['GetItem'])
    .useTable(tables.admissions, ['GetItem', 'PutItem'])
    .useTable(tables.rounds, ['GetItem'])
    .useTable(tables.people, ['GetItem'])
    .allow(['kms:VerifyMac'], [linkKey.keyArn]);

  const screeningTasks = new EntryFunction<z.infer<typeof screeningTasksEnvironment>>(scope, 'ScreeningTasks', {
    stage,
    entry: 'screening-tasks',
    description: 'The steps of screening',
    environment: application,
  });
  commits(screeningTasks)
    .useTable(tables.screenings, ['GetItem', 'PutItem', 'DeleteItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.applications, ['GetItem'])
    .useTable(tables.rounds, ['GetItem'])
    .useTable(tables.people, ['GetItem', 'Query']);

  return { screeningPages, screeningTasks };
}
