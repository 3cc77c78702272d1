import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from '../../functions/shared/database.ts';

const attribute = z.record(z.string(), z.unknown());
type Item = Record<string, z.infer<typeof attribute>>;
/** What the client has marshalled is not looked at again. */
const item = z.custom<Item>((given) => typeof given === 'object' && given !== null);

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
    IndexName: z.string().optional(),
    KeyConditionExpression: z.string(),
    Limit: z.number().optional(),
    ScanIndexForward: z.boolean().default(true),
    ExclusiveStartKey: item.optional(),
    ...expressionParts,
  }),
  reads: z.object({ TransactItems: z.array(z.object({ Get: z.object({ TableName: z.string(), Key: item }) })) }),
  transaction: z.object({
    TransactItems: z.array(
      z.object({ Put: write.optional(), Delete: write.optional(), ConditionCheck: write.optional() }),
    ),
  }),
};

const documentCommands: Readonly<Record<string, string>> = {
  GetCommand: 'GetItem',
  TransactGetCommand: 'TransactGetItems',
  TransactWriteCommand: 'TransactWriteItems',
};
const nameOf = (command: string): string => documentCommands[command] ?? command.replace(/Command$/u, '');

/** The keys of the tables, as infra/stacks/data-stack.ts has them. */
const keys: Readonly<Record<string, readonly string[]>> = {
  applications: ['pk', 'sk'],
  rounds: ['pk', 'sk'],
  people: ['pk', 'sk'],
  requests: ['pk'],
  screenings: ['pk', 'sk'],
  admissions: ['pk', 'sk'],
  seats: ['pk', 'sk'],
  audit: ['subject', 'number'],
  outbox: ['id'],
  addresses: ['pk'],
};

/** The sort keys of indexes that are read in their order. */
const sortKeys: Readonly<Record<string, string>> = { about: 'order', changed: 'subject' };

const comparable = (value: Item[string] | undefined): string | number =>
  value === undefined ? '' : 'N' in value ? Number(value.N) : String(value.S);

/** An attribute value as JavaScript has it. */
function plain(value: unknown): unknown {
  const [[type, content] = []] = Object.entries(value ?? {});
  if (type === 'N') return Number(content);
  if (type === 'NULL') return null;
  if (type === 'L') return Array.isArray(content) ? content.map(plain) : content;
  return type === 'M' ? plainItem(item.parse(content)) : content;
}

const plainItem = (found: Item): Record<string, unknown> =>
  Object.fromEntries(Object.entries(found).map(([name, value]) => [name, plain(value)]));

/** The other way round, for plain data; what is undefined is left out. */
function attributeOf(value: unknown): Item[string] {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  return Array.isArray(value) ? { L: value.map(attributeOf) } : { M: attributesOf(value) };
}

const attributesOf = (value: unknown): Item =>
  Object.fromEntries(
    Object.entries(value ?? {}).flatMap(([name, field]) => (field === undefined ? [] : [[name, attributeOf(field)]])),
  );

/** The input of a command, marshalled where DynamoDB wants attribute values. */
const marshalled = (input: unknown): unknown =>
  Object.fromEntries(
    Object.entries(input ?? {}).map(([name, value]) => {
      if (name === 'Item' || name === 'Key' || name === 'ExpressionAttributeValues' || name === 'ExclusiveStartKey')
        return [name, attributesOf(value)];
      if (name === 'TransactItems' && Array.isArray(value)) return [name, value.map(marshalled)];
      return [name, ['Put', 'Delete', 'ConditionCheck', 'Get'].includes(name) ? marshalled(value) : value];
    }),
  );

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

/**
 * DynamoDB in memory behind the real client: get, query and transactions, as far as the repositories use them. A quick
 * one leaves the client's own work out, for tests that make ten thousands of calls.
 */
export function memoryDatabase({ quick = false }: { readonly quick?: boolean } = {}): {
  readonly db: Database;
  readonly items: (table: string) => readonly Item[];
  /** The same as JavaScript has them. */
  readonly plain: (table: string) => readonly Record<string, unknown>[];
  /** Forgets everything. */
  readonly clear: () => void;
} {
  const tables = new Map<string, Map<string, Item>>();
  /** The keys of the items of each partition, so that a query need not look at all others. */
  const partitions = new Map<string, Set<string>>();
  const partitionOf = (name: string, value: Item[string] | undefined) => {
    const partition = JSON.stringify([name, comparable(value)]);
    const found = partitions.get(partition) ?? new Set<string>();
    partitions.set(partition, found);
    return found;
  };
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
      const found = tableOf(TableName).get(keyOf(TableName, Key));
      return { Item: found && plainItem(found) };
    },
    Query: (input) => {
      const query = inputs.query.parse(input);
      const { KeyConditionExpression: condition, ExpressionAttributeNames: names } = query;
      const sort =
        / AND (\S+) <= /u.exec(condition)?.[1] ?? sortKeys[query.IndexName ?? ''] ?? keys[query.TableName]?.[1] ?? '';
      const table = tableOf(query.TableName);
      const partition = keys[query.TableName]?.[0];
      const [, value = ''] = new RegExp(`^${partition} = (:\\w+)`, 'u').exec(condition) ?? [];
      const inPartition =
        query.IndexName || value === ''
          ? undefined
          : partitionOf(query.TableName, query.ExpressionAttributeValues[value]);
      const found = (inPartition ? [...inPartition].map((key) => table.get(key)) : [...table.values()])
        .filter((one) => one !== undefined)
        .filter((one) => fits(one, condition, names, query.ExpressionAttributeValues))
        .sort((a, b) => (comparable(a[sort]) < comparable(b[sort]) ? -1 : 1));
      const ordered = query.ScanIndexForward ? found : found.reverse();
      const start = query.ExclusiveStartKey && keyOf(query.TableName, query.ExclusiveStartKey);
      const from = start ? ordered.findIndex((one) => keyOf(query.TableName, one) === start) + 1 : 0;
      return { Items: ordered.slice(from, query.Limit && from + query.Limit).map(plainItem) };
    },
    Scan: (input) => ({ Items: [...tableOf(inputs.scan.parse(input).TableName).values()].map(plainItem) }),
    TransactGetItems: (input) => ({
      Responses: inputs.reads.parse(input).TransactItems.map(({ Get }) => {
        const found = tableOf(Get.TableName).get(keyOf(Get.TableName, Get.Key));
        return { Item: found && plainItem(found) };
      }),
    }),
    TransactWriteItems: (input) => {
      const writes = inputs.transaction
        .parse(input)
        .TransactItems.flatMap(
          ({ Put, Delete, ConditionCheck }) =>
            Put ?? Delete ?? (ConditionCheck ? { ...ConditionCheck, checked: true } : []),
        );
      // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
      if (writes.length > 100) throw new Error(`${writes.length} items are too many for one transaction`);
      const places = writes.map((one) => keyOf(one.TableName, one.Item ?? one.Key ?? {}));
      const reasons = writes.map((one, index) => {
        const present = tableOf(one.TableName).get(places[index] ?? '') ?? {};
        const { ConditionExpression: condition, ExpressionAttributeNames: names } = one;
        const holds = !condition || fits(present, condition, names, one.ExpressionAttributeValues);
        return { Code: holds ? 'None' : 'ConditionalCheckFailed' };
      });
      if (reasons.some(({ Code }) => Code !== 'None')) {
        throw new TransactionCanceledException({ message: 'cancelled', CancellationReasons: reasons, $metadata: {} });
      }
      writes.forEach((one, index) => {
        if ('checked' in one) return;
        const place = places[index] ?? '';
        const partition = partitionOf(one.TableName, (one.Item ?? one.Key)?.[keys[one.TableName]?.[0] ?? '']);
        if (one.Item) {
          tableOf(one.TableName).set(place, one.Item);
          partition.add(place);
        } else {
          tableOf(one.TableName).delete(place);
          partition.delete(place);
        }
      });
      return {};
    },
  };

  const client = new DynamoDBClient({
    region: 'ap-northeast-2',
    endpoint: 'http://localhost',
    credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
  });
  // After documents are marshalled as for DynamoDB, and before anything is signed and sent, which takes most of the time.
  client.middlewareStack.addRelativeTo(
    (_next: unknown, { commandName = '' }: { readonly commandName?: string }) =>
      async ({ input }: { readonly input: unknown }) => {
        const operation = operations[nameOf(commandName)];
        if (!operation) throw new Error(`the memory database does not know ${commandName}`);
        const answer = operation(input);
        return { output: Object.assign({ $metadata: {} }, answer), response: {} };
      },
    { relation: 'after', toMiddleware: 'DocumentMarshall' },
  );
  const real = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const send = async (command: { readonly input: unknown; readonly constructor: { readonly name: string } }) =>
    operations[nameOf(command.constructor.name)]?.(marshalled(command.input));
  return {
    db: quick ? Object.assign(real, { send }) : real,
    items: (table) => [...tableOf(table).values()],
    plain: (table) => [...tableOf(table).values()].map(plainItem),
    clear: () => {
      tables.clear();
      partitions.clear();
    },
  };
}

/** The tables of `wire`, by the plain names that the memory database knows. */
export const memoryTables = {
  APPLICATIONS_TABLE: 'applications',
  REQUESTS_TABLE: 'requests',
  ROUNDS_TABLE: 'rounds',
  PEOPLE_TABLE: 'people',
  SCREENINGS_TABLE: 'screenings',
  ADMISSIONS_TABLE: 'admissions',
  SEATS_TABLE: 'seats',
  AUDIT_TABLE: 'audit',
  OUTBOX_TABLE: 'outbox',
  ADDRESSES_TABLE: 'addresses',
};
