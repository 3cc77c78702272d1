import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DataStack } from '../../stacks/data-stack.ts';
import { resourceName, type Stage } from '../../stage.ts';
import type { EntryFunction } from '../entry-function.ts';

export interface FunctionsProps {
  readonly stage: Stage;
  readonly data: DataStack;
  /** The names of the state machines, without the stage's prefix. */
  readonly workflows: readonly string[];
}

export type FunctionsContext = ReturnType<typeof functionsContext>;

/** What the functions of all capabilities share: names of tables and machines as their environments say them. */
export function functionsContext(scope: Construct, { stage, data, workflows }: FunctionsProps) {
  const { tables, linkKey, manifests } = data;
  const stack = Stack.of(scope);
  const commit = { AUDIT_TABLE: tables.audit.tableName, OUTBOX_TABLE: tables.outbox.tableName };
  const stateArn = (resource: string, name: string) =>
    stack.formatArn({ service: 'states', resource, resourceName: name, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  return {
    stage,
    tables,
    linkKey,
    manifests,
    stack,
    workflows,
    commit,
    application: {
      ...commit,
      APPLICATIONS_TABLE: tables.applications.tableName,
      REQUESTS_TABLE: tables.requests.tableName,
      ROUNDS_TABLE: tables.rounds.tableName,
      PEOPLE_TABLE: tables.people.tableName,
      SCREENINGS_TABLE: tables.screenings.tableName,
      ADMISSIONS_TABLE: tables.admissions.tableName,
      SEATS_TABLE: tables.seats.tableName,
    },
    pages: { BASE_URL: stage.baseUrl, LINK_KEY_ID: linkKey.keyId },
    runs: { STATE_MACHINE_PREFIX: stateArn('stateMachine', resourceName(stage, '')) },
    machines: workflows.map((name) => stateArn('stateMachine', resourceName(stage, name))),
    executions: workflows.map((name) => stateArn('execution', `${resourceName(stage, name)}:*`)),
    /** What `commit` needs beside the entities: events are put, seldom the last is read; nothing is ever changed. */
    commits: <Environment extends Record<string, string>>(entry: EntryFunction<Environment>) =>
      entry.useTable(tables.audit, ['Query', 'PutItem']).useTable(tables.outbox, ['PutItem']),
  };
}
