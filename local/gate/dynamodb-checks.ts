import * as z from 'zod';
import type { AwsCall } from './call.ts';
import type { Check } from './evaluate.ts';

interface Place {
  readonly region: string;
  readonly account: string;
}

const tableArn = ({ region, account }: Place, name: string): string =>
  name.startsWith('arn:') ? name : `arn:aws:dynamodb:${region}:${account}:table/${name}`;

const onOneTable = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const onTables = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const inTable = z.object({ TableName: z.string() });
const transaction = z.object({
  TransactItems: z.array(
    z.strictObject({
      Put: inTable.optional(),
      Update: inTable.optional(),
      Delete: inTable.optional(),
      ConditionCheck: inTable.optional(),
      Get: inTable.optional(),
    }),
  ),
});

const actionOfItem = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
} as const;

const single = [
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'DescribeTable',
  'DescribeTimeToLive',
];

/** What a DynamoDB call needs to be allowed: one check for each item of a transaction, as AWS does. */
export function dynamodbChecks({ operation, input }: AwsCall, place: Place): Check[] | undefined {
  if (single.includes(operation)) {
    const { TableName, IndexName } = onOneTable.parse(input);
    const table = tableArn(place, TableName);
    return [{ action: `dynamodb:${operation}`, resource: IndexName ? `${table}/index/${IndexName}` : table }];
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    return Object.keys(onTables.parse(input).RequestItems).map((name) => ({
      action: `dynamodb:${operation}`,
      resource: tableArn(place, name),
    }));
  }
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems') {
    return transaction.parse(input).TransactItems.flatMap((item) =>
      (['Put', 'Update', 'Delete', 'ConditionCheck', 'Get'] as const).flatMap((kind) => {
        const name = item[kind]?.TableName;
        return name ? [{ action: actionOfItem[kind], resource: tableArn(place, name) }] : [];
      }),
    );
  }
  return undefined;
}
