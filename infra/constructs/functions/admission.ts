import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type * as z from 'zod';
import type {
  admissionEraseDueEnvironment,
  admissionLetterEnvironment,
  admissionPagesEnvironment,
  admissionTasksEnvironment,
} from '../../../functions/shared/environments.ts';
import { EntryFunction } from '../entry-function.ts';
import type { FunctionsContext } from './context.ts';

/** Results, letters and the cohort, the steps of cohort-admission and seat-offer, and the retention clock. */
export function admissionFunctions(
  scope: Construct,
  { stage, tables, linkKey, application, pages, commits }: FunctionsContext,
) {
  const admissionPages = new EntryFunction<z.infer<typeof admissionPagesEnvironment>>(scope, 'AdmissionPages', {
    stage,
    entry: 'admission-pages',
    description: 'Results, second looks, the lot, verification of letters, the cohort and its statistics',
    environment: { ...application, ...pages },
    memory: 1024,
  });
  commits(admissionPages)
    .useTable(tables.admissions, ['GetItem'])
    .useTable(tables.seats, ['GetItem', 'Query', 'PutItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.applications, ['GetItem', 'PutItem'])
    .useTable(tables.rounds, ['GetItem'], 'listed')
    .useTable(tables.people, ['GetItem'])
    .allow(['kms:VerifyMac'], [linkKey.keyArn]);

  const admissionLetter = new EntryFunction<z.infer<typeof admissionLetterEnvironment>>(scope, 'AdmissionLetter', {
    stage,
    entry: 'seats-letter',
    description: 'The letter of admission as a PDF',
    environment: { ...application, ...pages },
    memory: 1024,
  });
  admissionLetter
    .useTable(tables.seats, ['GetItem'])
    .useTable(tables.applications, ['GetItem'])
    .useTable(tables.rounds, ['GetItem'], 'listed')
    .allow(['kms:VerifyMac'], [linkKey.keyArn]);

  const admissionTasks = new EntryFunction<z.infer<typeof admissionTasksEnvironment>>(scope, 'AdmissionTasks', {
    stage,
    entry: 'admission-tasks',
    description: 'The steps of cohort-admission and seat-offer',
    environment: application,
    timeout: Duration.minutes(2),
    memory: 1769,
  });
  commits(admissionTasks)
    .useTable(tables.admissions, ['GetItem', 'PutItem'])
    .useTable(tables.seats, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.screenings, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'])
    .useTable(tables.applications, ['GetItem', 'Query', 'PutItem'])
    .useTable(tables.rounds, ['GetItem', 'ConditionCheckItem'])
    .useTable(tables.people, ['GetItem', 'Query']);

  const admissionEraseDue = new EntryFunction<z.infer<typeof admissionEraseDueEnvironment>>(
    scope,
    'AdmissionEraseDue',
    {
      stage,
      entry: 'retention-erase-due',
      description: 'Erases what the consents of rounds that have ended no longer allow to be kept',
      environment: application,
      timeout: Duration.minutes(4),
    },
  );
  admissionEraseDue
    .useTable(tables.audit, ['Query', 'PutItem'])
    .useTable(tables.admissions, ['GetItem', 'PutItem'])
    .useTable(tables.applications, ['GetItem', 'Query', 'PutItem', 'DeleteItem'])
    .useTable(tables.requests, ['GetItem', 'PutItem'], 'subject')
    .useTable(tables.screenings, ['GetItem', 'PutItem'])
    .useTable(tables.seats, ['GetItem', 'PutItem', 'DeleteItem'])
    .useTable(tables.rounds, ['GetItem'], 'listed');

  return { admissionPages, admissionLetter, admissionTasks, admissionEraseDue };
}
