import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from '../../functions/shared/database.ts';

const attribute = z.record(z.string(), z.unknown());
const item = z.record(z.string(), attribute);
type Item = z.infer<typeof item>;

const expressionParts = {
  ExpressionAttributeNames: z.record(z.string(), z.string()).default({}),
  ExpressionAttributeValues: item.default({}),
};
const write = z.object({
  TableName: z.string(),
  Item: item.optional(),
  Key: item.optional(),
  ConditionExpression: z.string().optional(),
  ...expressionParts,
});
const inputs = {
  get: z.object({ TableName: z.string(), Key: item }),
  scan: z.object({ TableName: z.string() }),
  query: z.object({
    TableName: z.string(),
    KeyConditionExpression: z.string(),
    Limit: z.number().optional(),
    ScanIndexForward: z.boolean().default(true),
    ...expressionParts,
  }),
  transaction: z.object({
    TransactItems: z.array(z.object({ Put: write.optional(), Delete: write.optional() })),
  }),
};

/** The keys of the tables, as infra/stacks/data-stack.ts has them. */
const keys: Readonly<Record<string, readonly string[]>> = {
  applications: ['pk', 'sk'],
  rounds: ['pk', 'sk'],
  people: ['pk', 'sk'],
  requests: ['pk'],
  audit: ['subject', 'number'],
  outbox: ['id'],
  addresses: ['pk'],
};

const comparable = (value: Item[string] | undefined): string | number =>
  value === undefined ? '' : 'N' in value ? Number(value.N) : String(value.S);

/** Whether an item fits `a = :x AND b <= :y` or `attribute_not_exists(a)`: all that the repositories write. */
function fits(found: Item, expression: string, names: Readonly<Record<string, string>>, values: Item): boolean {
  return expression.split(' AND ').every((term) => {
    const absent = /^attribute_not_exists\((\S+)\)$/u.exec(term);
    if (absent?.[1]) return !((names[absent[1]] ?? absent[1]) in found);
    const [, name = '', operator, value = ''] = /^(\S+) (=|<=) (:\w+)$/u.exec(term) ?? [];
    if (!operator) throw new Error(`the memory database does not read: ${term}`);
    const field = found[names[name] ?? name];
    if (field === undefined) return false;
    const [left, right] = [comparable(field), comparable(values[value])];
    return operator === '=' ? left === right : left <= right;
  });
}

/** DynamoDB in memory behind the real client: get, query and transactions, as far as the repositories use them. */
export function memoryDatabase(): {
  readonly db: Database;
  readonly items: (table: string) => readonly Item[];
  /** Takes away the item that was stored last, as no role of the app may. */
  readonly forgetLast: (table: string) => void;
} {
  const tables = new Map<string, Map<string, Item>>();
  const tableOf = (name: string) => {
    const table = tables.get(name) ?? new Map<string, Item>();
    tables.set(name, table);
    return table;
  };
  const keyOf = (name: string, found: Item) =>
    JSON.stringify((keys[name] ?? []).map((part) => comparable(found[part])));

  const operations: Readonly<Record<string, (input: unknown) => unknown>> = {
    GetItem: (input) => {
      const { TableName, Key } = inputs.get.parse(input);
      return { Item: tableOf(TableName).get(keyOf(TableName, Key)) };
    },
    Query: (input) => {
      const query = inputs.query.parse(input);
      const { KeyConditionExpression: condition, ExpressionAttributeNames: names } = query;
      const sort = / AND (\S+) <= /u.exec(condition)?.[1] ?? keys[query.TableName]?.[1] ?? '';
      const found = [...tableOf(query.TableName).values()]
        .filter((one) => fits(one, condition, names, query.ExpressionAttributeValues))
        .sort((a, b) => (comparable(a[sort]) < comparable(b[sort]) ? -1 : 1));
      return { Items: (query.ScanIndexForward ? found : found.reverse()).slice(0, query.Limit) };
    },
    Scan: (input) => ({ Items: [...tableOf(inputs.scan.parse(input).TableName).values()] }),
    TransactWriteItems: (input) => {
      const writes = inputs.transaction.parse(input).TransactItems.flatMap(({ Put, Delete }) => Put ?? Delete ?? []);
      const places = writes.map((one) => keyOf(one.TableName, one.Item ?? one.Key ?? {}));
      const reasons = writes.map((one, index) => {
        const present = tableOf(one.TableName).get(places[index] ?? '') ?? {};
        const { ConditionExpression: condition, ExpressionAttributeNames: names } = one;
        const holds = !condition || fits(present, condition, names, one.ExpressionAttributeValues);
        return { Code: holds ? 'None' : 'ConditionalCheckFailed' };
      });
      if (reasons.some(({ Code }) => Code !== 'None')) {
        return { __type: 'TransactionCanceledException', message: 'cancelled', CancellationReasons: reasons };
      }
      writes.forEach((one, index) => {
        if (one.Item) tableOf(one.TableName).set(places[index] ?? '', one.Item);
        else tableOf(one.TableName).delete(places[index] ?? '');
      });
      return {};
    },
  };

  const client = new DynamoDBClient({
    region: 'ap-northeast-2',
    endpoint: 'http://localhost',
    credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
    requestHandler: {
      handle: async ({ headers, body }: { headers: Readonly<Record<string, string>>; body: Uint8Array }) => {
        const operation = operations[headers['x-amz-target']?.split('.').at(-1) ?? ''];
        if (!operation) throw new Error(`the memory database does not know ${headers['x-amz-target']}`);
        const answer = operation(JSON.parse(new TextDecoder().decode(body)));
        const statusCode = JSON.stringify(answer).includes('"__type"') ? 400 : 200;
        return { response: { statusCode, headers: {}, body: Buffer.from(JSON.stringify(answer)) } };
      },
    },
  });
  return {
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    items: (table) => [...tableOf(table).values()],
    forgetLast: (table) => {
      const [last] = [...tableOf(table).keys()].slice(-1);
      if (last) tableOf(table).delete(last);
    },
  };
}

/** The tables of `wire`, by the plain names that the memory database knows. */
export const memoryTables = {
  APPLICATIONS_TABLE: 'applications',
  REQUESTS_TABLE: 'requests',
  ROUNDS_TABLE: 'rounds',
  PEOPLE_TABLE: 'people',
  AUDIT_TABLE: 'audit',
  OUTBOX_TABLE: 'outbox',
  ADDRESSES_TABLE: 'addresses',
};
