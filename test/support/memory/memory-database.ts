import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { namesOfTables } from '../../../functions/app/names-of-tables.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { once } from '../../../functions/shared/once.ts';
import { marshalled, plainItem } from './memory-attributes.ts';
import { compare, fits, InvalidExpression, type Item, updated } from './memory-expressions.ts';
import { inputs } from './memory-inputs.ts';
import { invalid, MemoryTable, only, pageOf } from './memory-table.ts';
import { type TableShape, tableShapes } from './memory-tables.ts';

/**
 * DynamoDB in memory behind the real client, as far as the repositories use it; test/workflows/database-writes.test.ts
 * and database-queries.test.ts hold it against the local cloud's. A quick one leaves the client's own work out, for tests
 * that make ten thousands of calls.
 */
export function memoryDatabase({ quick = false }: { readonly quick?: boolean } = {}): {
  readonly db: Database;
  readonly items: (table: string) => readonly Item[];
  /** The same as JavaScript has them. */
  readonly plain: (table: string) => readonly Record<string, unknown>[];
  /** How many calls have stored something. */
  readonly writes: () => number;
  /** Forgets everything. */
  readonly clear: () => void;
  /** Another one with the same items, which goes on by itself. */
  readonly fork: () => ReturnType<typeof memoryDatabase>;
} {
  return databaseOf(new Map(), quick);
}

function databaseOf(tables: Map<string, MemoryTable>, quick: boolean): ReturnType<typeof memoryDatabase> {
  const shapes: Readonly<Record<string, TableShape>> = tableShapes;
  const tableOf = (name: string): MemoryTable => {
    const found = tables.get(name);
    if (found) return found;
    const shape = shapes[name];
    if (!shape) throw new ResourceNotFoundException({ message: `there is no table ${name}`, $metadata: {} });
    const table = new MemoryTable(shape);
    tables.set(name, table);
    return table;
  };

  interface Judged {
    readonly ConditionExpression?: string;
    readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
    readonly ExpressionAttributeValues: Item;
  }
  interface Checked extends Judged {
    readonly ReturnValuesOnConditionCheckFailure: 'NONE' | 'ALL_OLD';
  }
  const holds = (present: Item | undefined, one: Judged): boolean =>
    !one.ConditionExpression ||
    fits(present ?? {}, one.ConditionExpression, one.ExpressionAttributeNames, one.ExpressionAttributeValues);
  /** The item as it was, of a condition that failed: the client hands it over as it came. */
  const shown = (present: Item | undefined, one: Checked) =>
    one.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && present ? { Item: present } : {};
  const requireCondition = (present: Item | undefined, one: Checked): void => {
    if (holds(present, one)) return;
    const failed = new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
    throw Object.assign(failed, shown(present, one));
  };

  const asPlain = quick ? remembered : plainItem;
  const operations: Readonly<Record<string, (input: unknown) => unknown>> = {
    GetItem: (input) => {
      const { TableName, Key } = inputs.get.parse(input);
      const table = tableOf(TableName);
      const found = table.items.get(table.placeOf(Key));
      return { Item: found && asPlain(found) };
    },
    PutItem: (input) => {
      const put = inputs.put.parse(input);
      const table = tableOf(put.TableName);
      requireCondition(table.items.get(table.placeOf(put.Item)), put);
      table.put(put.Item);
      return {};
    },
    DeleteItem: (input) => {
      const remove = inputs.remove.parse(input);
      const table = tableOf(remove.TableName);
      const place = table.placeOf(remove.Key);
      requireCondition(table.items.get(place), remove);
      table.remove(place);
      return {};
    },
    UpdateItem: (input) => {
      const update = inputs.update.parse(input);
      const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = update;
      const table = tableOf(update.TableName);
      const was = table.items.get(table.placeOf(update.Key));
      requireCondition(was, update);
      const next = updated(was ?? update.Key, update.UpdateExpression, names, values);
      table.put(next);
      if (update.ReturnValues === 'NONE') return {};
      const changed = Object.keys(next).filter((name) => next[name] !== was?.[name] && !(name in update.Key));
      return { Attributes: asPlain(update.ReturnValues === 'ALL_NEW' ? next : only(next, changed)) };
    },
    Query: (input) => {
      const query = inputs.query.parse(input);
      const { KeyConditionExpression: condition, ExpressionAttributeNames: names } = query;
      const table = tableOf(query.TableName);
      const index = query.IndexName === undefined ? undefined : table.shape.indexes?.[query.IndexName];
      if (query.IndexName !== undefined && !index) throw invalid(`there is no index ${query.IndexName}`);
      if (index && query.ConsistentRead)
        throw invalid('consistent reads are not supported on global secondary indexes');
      const [partition, sort = ''] = index?.keys ?? table.shape.keys;
      const [, value = ''] = /^(?:\S+) = (:\w+)/u.exec(condition) ?? [];
      const given = query.ExpressionAttributeValues[value];
      const places = given ? table.partition(given, query.IndexName) : undefined;
      const found = (places ? [...places].map((place) => table.items.get(place)) : [...table.items.values()])
        .filter((one) => one !== undefined)
        .filter((one) => !index || (partition in one && sort in one))
        .filter((one) => fits(one, condition, names, query.ExpressionAttributeValues))
        .sort((a, b) => compare(a[sort], b[sort]) ?? 0);
      const keyNames = [...new Set([...table.shape.keys, ...(index?.keys ?? [])])];
      const ordered = query.ScanIndexForward ? found : found.reverse();
      const { page, lastKey } = pageOf(ordered, keyNames, query);
      const held = [...keyNames, ...(index?.including ?? [])];
      const projected = (index && !index.whole ? page.map((one) => only(one, held)) : page)
        .filter((one) => holds(one, { ...query, ConditionExpression: query.FilterExpression }))
        .map((one) => only(one, wantedOf(query) ?? Object.keys(one)));
      const items = query.Select === 'COUNT' ? {} : { Items: projected.map(asPlain) };
      return { ...items, Count: projected.length, LastEvaluatedKey: lastKey };
    },
    Scan: (input) => {
      const scan = inputs.scan.parse(input);
      const table = tableOf(scan.TableName);
      const { page, lastKey } = pageOf([...table.items.values()], table.shape.keys, scan);
      const kept = page.filter((one) => holds(one, { ...scan, ConditionExpression: scan.FilterExpression }));
      return { Items: kept.map(asPlain), Count: kept.length, LastEvaluatedKey: lastKey };
    },
    TransactGetItems: (input) => {
      const { TransactItems } = inputs.reads.parse(input);
      if (TransactItems.length > 100) throw invalid('at most 100 items can be read in one transaction');
      onceEach(TransactItems.map(({ Get }) => `${Get.TableName} ${tableOf(Get.TableName).placeOf(Get.Key)}`));
      return {
        Responses: TransactItems.map(({ Get }) => {
          const table = tableOf(Get.TableName);
          const found = table.items.get(table.placeOf(Get.Key));
          return found ? { Item: asPlain(found) } : {};
        }),
      };
    },
    TransactWriteItems: (input) => {
      const writes = inputs.transaction.parse(input).TransactItems.map((one) => {
        const write = 'Put' in one ? one.Put : 'Delete' in one ? one.Delete : one.ConditionCheck;
        const table = tableOf(write.TableName);
        const place = table.placeOf('Item' in write ? write.Item : write.Key);
        const act = () => {
          if ('Put' in one) table.put(one.Put.Item);
          else if ('Delete' in one) table.remove(place);
        };
        return { write, place, act, present: table.items.get(place) };
      });
      // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
      if (writes.length > 100) throw invalid(`${writes.length} items are too many for one transaction`);
      onceEach(writes.map(({ write, place }) => `${write.TableName} ${place}`));
      const reasons = writes.map(({ write, present }) =>
        holds(present, write)
          ? { Code: 'None' }
          : { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...shown(present, write) },
      );
      if (reasons.some(({ Code }) => Code !== 'None')) {
        const cancelled = new TransactionCanceledException({ message: 'cancelled', $metadata: {} });
        throw Object.assign(cancelled, { CancellationReasons: reasons });
      }
      for (const { act } of writes) act();
      return {};
    },
  };

  let writes = 0;
  const answer = (command: string, input: unknown): unknown => {
    const name = nameOf(command);
    const operation = operations[name];
    if (!operation) throw new Error(`the memory database does not know ${command}`);
    try {
      const answered = operation(input);
      if (/^(?:Put|Delete|Update|TransactWrite)/u.test(name)) writes += 1;
      return answered;
    } catch (error) {
      throw error instanceof InvalidExpression ? invalid(error.message) : error;
    }
  };
  const send = async (command: { readonly input: unknown; readonly constructor: { readonly name: string } }) =>
    answer(command.constructor.name, marshalled(command.input));
  return {
    db: quick ? sending(send) : answering(answer),
    items: (table) => [...tableOf(table).items.values()],
    plain: (table) => [...tableOf(table).items.values()].map(plainItem),
    writes: () => writes,
    clear: () => tables.clear(),
    // An item is replaced as a whole, and never changed.
    fork: () => databaseOf(new Map([...tables].map(([name, table]) => [name, table.copy()])), quick),
  };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html */
function onceEach(places: readonly string[]): void {
  if (new Set(places).size < places.length) {
    throw invalid('Transaction request cannot include multiple operations on one item');
  }
}

const known = new WeakMap<Item, Record<string, unknown>>();

/** An item as JavaScript has it, made once: it is replaced as a whole, and whoever reads it parses it. */
function remembered(found: Item): Record<string, unknown> {
  const made = known.get(found) ?? plainItem(found);
  known.set(found, made);
  return { ...made };
}

/** The attributes of which a projection is made; it names them one by one. */
const wantedOf = (query: {
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
}): readonly string[] | undefined =>
  query.ProjectionExpression?.split(',').map((name) => query.ExpressionAttributeNames[name.trim()] ?? name.trim());

/** The document client's commands whose operations are called otherwise. */
const documentCommands: Readonly<Record<string, string>> = {
  GetCommand: 'GetItem',
  PutCommand: 'PutItem',
  DeleteCommand: 'DeleteItem',
  UpdateCommand: 'UpdateItem',
  TransactGetCommand: 'TransactGetItems',
  TransactWriteCommand: 'TransactWriteItems',
};
const nameOf = (command: string): string => documentCommands[command] ?? command.replace(/Command$/u, '');

/** The real client, answered by functions in the process. */
function answering(answer: (command: string, input: unknown) => unknown): Database {
  const client = new DynamoDBClient({
    region: 'ap-northeast-2',
    endpoint: 'http://localhost',
    credentials: { accessKeyId: 'memory', secretAccessKey: 'memory' },
  });
  // After documents are marshalled as for DynamoDB, and before anything is signed and sent, which takes most of the time.
  client.middlewareStack.addRelativeTo(
    (_next: unknown, { commandName = '' }: { readonly commandName?: string }) =>
      async ({ input }: { readonly input: unknown }) => {
        return { output: Object.assign({ $metadata: {} }, answer(commandName, input)), response: {} };
      },
    { relation: 'after', toMiddleware: 'DocumentMarshall' },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

const noAnswers = once(() =>
  answering(() => {
    throw new Error('a quick database answers by itself');
  }),
);

/** A client whose calls are answered without its own work, and which costs nothing to make. */
const sending = (send: (command: { readonly input: unknown }) => Promise<unknown>): Database =>
  new Proxy(noAnswers(), { get: (client, name) => (name === 'send' ? send : Reflect.get(client, name)) });

/** The tables of `wire`, by the plain names that the memory database knows. */
export const memoryTables = namesOfTables((table) => table);
