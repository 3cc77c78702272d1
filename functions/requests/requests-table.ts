import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { queryPages } from '../shared/database/query-pages.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { isFault } from '../shared/errors.ts';
import type { RequestOutcome } from '../shared/names.ts';
import { type Instant, instantSchema } from '../shared/time.ts';
import { dueShards, type PersonRequest, requestSchema } from './request.ts';

/*
 * Access patterns (partition key `pk`; indexes `due`: `due` shard, `nextActionAt` · `subject`: `subject`, `openedAt` ·
 * `open-for`: `openFor` person, `dueAt` · `done-by`: `doneBy` person of the staff, `settledAt` ·
 * `overdue`: what is overdue alone, `dueAt`):
 *   one request                       pk = request id
 *   the request of a question         pk = ask#<askKey>        so that a run started again finds it
 *   a callback's token                pk = callback#<id>
 *   due requests (ids), all of a subject (ids), all that wait for a person (ids)
 *   what one of the staff has settled since some time, the latest first (ids)
 *   since when the oldest is overdue
 */

export const requestsShape = {
  partition: 'pk',
  indexes: [
    { name: 'due', partition: 'due', sort: 'nextActionAt' },
    { name: 'subject', partition: 'subject', sort: 'openedAt' },
    { name: 'open-for', partition: 'openFor', sort: 'dueAt' },
    { name: 'done-by', partition: 'doneBy', sort: 'settledAt' },
    { name: 'overdue', partition: 'overdue', sort: 'dueAt' },
  ],
} as const satisfies TableShape;

const callbackSchema = storedObject({
  id: z.string(),
  /** The execution that waits. */
  run: z.string(),
  token: z.string(),
  /** The request whose outcome resumes it; without one, the outcome stands here. */
  request: z.string().optional(),
  outcome: z.string().optional(),
});
export type Callback = z.infer<typeof callbackSchema>;

/** Past its due time, and looked at by the clock since: nobody is left to pass it to. */
const isOverdue = ({ state, nextActionAt, dueAt }: PersonRequest): boolean => state === 'OPEN' && nextActionAt > dueAt;

/** Only what the staff has settled is found by who did: not what applicants answered, and not what the clock ended. */
const staffWhoSettled = ({ state, assignee, settledBy }: PersonRequest): string | undefined =>
  state === 'SETTLED' && assignee.person !== undefined ? settledBy : undefined;

/** `roundId` is what the release before reads instead of the context. */
const stored = (request: PersonRequest) => ({
  pk: request.id,
  ...request,
  roundId: request.context,
  overdue: isOverdue(request) ? 'overdue' : undefined,
  doneBy: staffWhoSettled(request),
});

export function requestsTable(db: Database, table: string) {
  const item = async (pk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }));
    return Item;
  };
  const get = async (id: string): Promise<PersonRequest | undefined> => {
    const found = await item(id);
    return found && 'askKey' in found ? fromItem(requestSchema, found, table) : undefined;
  };
  /** Ids by an index, a page at a time. */
  async function* pages(
    index: string,
    condition: string,
    values: Record<string, unknown>,
    limit?: number,
  ): AsyncGenerator<string[], void> {
    const query = {
      TableName: table,
      IndexName: index,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
      Limit: limit,
    };
    for await (const page of queryPages(db, query)) yield page.map((found) => String(found.pk));
  }
  const ids = async (index: string, condition: string, values: Record<string, unknown>): Promise<string[]> => {
    const all: string[] = [];
    for await (const page of pages(index, condition, values)) all.push(...page);
    return all;
  };

  return {
    get,
    byAskKey: async (askKey: string): Promise<PersonRequest | undefined> => {
      const pointer = await item(`ask#${askKey}`);
      return pointer ? get(String(pointer.request)) : undefined;
    },
    callback: async (id: string): Promise<Callback | undefined> => {
      const found = await item(`callback#${id}`);
      return found ? fromItem(callbackSchema, found, table) : undefined;
    },
    /** All that is due, what has waited longest first, some of each shard at a time. */
    due: async function* (now: Instant, perShard = 100): AsyncGenerator<string[], void> {
      let shards = Array.from({ length: dueShards }, (_, shard) =>
        pages('due', 'due = :shard AND nextActionAt <= :now', { ':shard': `due-${shard}`, ':now': now }, perShard),
      );
      while (shards.length > 0) {
        const next = await Promise.all(shards.map((shard) => shard.next()));
        yield next.flatMap(({ done, value }) => (done ? [] : (value ?? [])));
        shards = shards.filter((_, index) => next[index]?.done === false);
      }
    },
    /** Those of some requests that can be read; one that cannot be is its own matter, and told when it is due. */
    readable: async (some: readonly string[]): Promise<PersonRequest[]> => {
      const read = await Promise.all(
        some.map((id) =>
          get(id).catch((error: unknown) => {
            if (isFault(error, 'ItemUnreadable')) return undefined;
            throw error;
          }),
        ),
      );
      return read.filter((request) => request !== undefined);
    },
    /** Of some requests, as far as there are any, those that are open. */
    stillOpen: async (some: readonly (string | undefined)[]): Promise<PersonRequest[]> => {
      const found = await Promise.all(some.filter((id) => id !== undefined).map((id) => get(id)));
      return found.flatMap((request) => (request?.state === 'OPEN' ? [request] : []));
    },
    oldestOverdue: async (): Promise<Instant | undefined> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'overdue',
          KeyConditionExpression: 'overdue = :overdue',
          ExpressionAttributeValues: { ':overdue': 'overdue' },
          Limit: 1,
        }),
      );
      return Items.map(({ dueAt }) => instantSchema.parse(dueAt))[0];
    },
    ofSubject: (subject: string): Promise<string[]> => ids('subject', 'subject = :subject', { ':subject': subject }),
    openFor: (person: string): Promise<string[]> => ids('open-for', 'openFor = :person', { ':person': person }),
    /** The first of them by their due times, one more than `most` if there are more. */
    firstFor: async (person: string, most: number): Promise<string[]> => {
      const all: string[] = [];
      for await (const page of pages('open-for', 'openFor = :person', { ':person': person }, most + 1)) {
        all.push(...page);
        if (all.length > most) break;
      }
      return all.slice(0, most + 1);
    },

    doneBy: async (person: string, since: Instant, most: number): Promise<string[]> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'done-by',
          KeyConditionExpression: 'doneBy = :person AND settledAt >= :since',
          ExpressionAttributeValues: { ':person': person, ':since': since },
          ScanIndexForward: false,
          Limit: most,
        }),
      );
      return Items.map(({ pk }) => String(pk));
    },

    create: (request: PersonRequest): readonly Change[] => [
      { table, put: stored(request), guard: { absent: 'pk' } },
      { table, put: { pk: `ask#${request.askKey}`, request: request.id }, guard: { absent: 'pk' } },
    ],
    save: (next: PersonRequest, was: PersonRequest): Change => ({
      table,
      put: stored(next),
      guard: { revision: was.revision, state: was.state },
    }),
    putCallback: (callback: Callback): Change => ({
      table,
      put: { pk: `callback#${callback.id}`, ...callback },
      guard: { absent: 'pk' },
    }),
    /** Gives a callback an outcome of its own, whatever becomes of its request. */
    endCallback: (callback: Callback, outcome: RequestOutcome): Change => ({
      table,
      put: { pk: `callback#${callback.id}`, ...callback, outcome },
      guard: { unguarded: true },
    }),
  };
}
export type RequestsTable = ReturnType<typeof requestsTable>;
