import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { namesOfTables } from '../../functions/app/names-of-tables.ts';
import { wire } from '../../functions/app/wiring.ts';
import { systemClock } from '../../functions/shared/aws/service.ts';
import { resourceName, stageNamed, stagesInFile } from '../../infra/stage.ts';
import type { Reading } from '../../ops/context.ts';
import type { CloudAddress } from '../aws-query.ts';

/** What the page of runs reads with: AWS's own APIs, of the cloud of this address. */
export function openReading({ endpoint, region, key }: CloudAddress, stageName: string): Reading {
  const stage = stageNamed(stageName, stagesInFile());
  const named = (name: string): string => resourceName(stage, name);
  const client = { endpoint, region, credentials: key };
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const tables = namesOfTables(named);
  return Object.assign(wire(tables, db), {
    db,
    tables,
    named,
    sfn: new SFNClient(client),
    logs: new CloudWatchLogsClient(client),
    local: stage.local,
    stageName,
    now: systemClock,
  });
}
