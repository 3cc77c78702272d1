import * as z from 'zod';
import type { Item } from './memory-expressions.ts';

/** What the client has marshalled is not looked at again. */
const item = z.custom<Item>((given) => typeof given === 'object' && given !== null);

const expressionParts = {
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: item.default({}),
};
const table = { TableName: z.string() };
const consistent = { ConsistentRead: z.boolean().optional() };
const from = { Limit: z.number().int().positive().optional(), ExclusiveStartKey: item.optional() };
const condition = { ConditionExpression: z.string().optional(), ...expressionParts };
const onFailure = { ReturnValuesOnConditionCheckFailure: z.enum(['NONE', 'ALL_OLD']).default('NONE') };

const put = z.strictObject({ ...table, Item: item, ...condition, ...onFailure });
const remove = z.strictObject({ ...table, Key: item, ...condition, ...onFailure });
const check = z.strictObject({
  ...table,
  Key: item,
  ...condition,
  ...onFailure,
  ConditionExpression: z.string().min(1),
});

/** What the memory database takes of each command: anything else throws, since it would be passed over. */
export const inputs = {
  get: z.strictObject({ ...table, ...consistent, Key: item }),
  put,
  remove,
  update: z.strictObject({
    ...table,
    Key: item,
    UpdateExpression: z.string().min(1),
    ReturnValues: z.enum(['NONE', 'ALL_NEW', 'UPDATED_NEW']).default('NONE'),
    ...condition,
    ...onFailure,
  }),
  scan: z.strictObject({
    ...table,
    ...consistent,
    ...from,
    FilterExpression: z.string().optional(),
    ...expressionParts,
  }),
  query: z.strictObject({
    ...table,
    ...consistent,
    ...from,
    IndexName: z.string().optional(),
    KeyConditionExpression: z.string(),
    FilterExpression: z.string().optional(),
    ProjectionExpression: z.string().optional(),
    Select: z.literal('COUNT').optional(),
    ScanIndexForward: z.boolean().default(true),
    ...expressionParts,
  }),
  reads: z.strictObject({ TransactItems: z.array(z.strictObject({ Get: z.strictObject({ ...table, Key: item }) })) }),
  transaction: z.strictObject({
    TransactItems: z.array(
      z.union([
        z.strictObject({ Put: put }),
        z.strictObject({ Delete: remove }),
        z.strictObject({ ConditionCheck: check }),
      ]),
    ),
  }),
};
