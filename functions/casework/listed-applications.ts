import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { indexShards, inRoundKey, roundKey, roundShards } from '../rounds/in-round.ts';
import type { Database } from '../shared/database/database.ts';
import { queryCount, queryPages } from '../shared/database/query-pages.ts';

/*
 * The applications of a round in an order. Each shard is read in its own order and all are merged, so that a page costs a
 * query a shard, wherever it begins. Times are of the index, which follows within a second; references are consistent.
 */

export const listOrders = ['newest', 'oldest', 'reference'] as const;
export type ListOrder = (typeof listOrders)[number];

/** An application in its order: `key` is the time at which it was sent, or the first part of its reference. */
export interface Listed {
  readonly reference: string;
  readonly key: string;
}

/** What is asked for of a round. */
export interface ListQuery {
  readonly roundId: string;
  readonly order: ListOrder;
  /** The key at which it begins, with all that have it; else at the beginning. */
  readonly from?: string;
  /** Against the order. */
  readonly backwards?: boolean;
  /** Only those in this state, as the index has it. Not by reference: whoever reads them finds their state. */
  readonly state?: string;
  /** Only those whose folded name contains this. */
  readonly named?: string;
  /** How many are read of each shard at a time. */
  readonly atOnce?: number;
}

/** What a reference is found by in the order of references, without being one. */
export const referenceKey = (reference: string): string => reference.slice(0, -'-9MX4'.length);

const upTo = (shards: number): readonly number[] => Array.from({ length: shards }, (_, shard) => shard);

/** How many entries a query of a shard gives that is not filtered, if nothing is said: pages are of some fifty in all. */
const fewAtOnce = 20;

/** Reads the lists of the table of applications. */
export function listedApplications(db: Database, table: string) {
  async function* entries(
    query: QueryCommandInput,
    of: 'sentAt' | 'sk',
    atOnce = fewAtOnce,
  ): AsyncGenerator<Listed, undefined> {
    // What is filtered is looked through by the megabyte.
    const limit = query.FilterExpression === undefined && { Limit: atOnce };
    for await (const page of queryPages(db, { ...query, ...limit })) {
      for (const item of page) {
        if (of === 'sk') yield { reference: String(item.sk), key: referenceKey(String(item.sk)) };
        else yield { reference: String(item.pk), key: String(item.sentAt) };
      }
    }
    return undefined;
  }

  const shardOfList = (asked: ListQuery, shard: number): AsyncGenerator<Listed, undefined> => {
    const byReference = asked.order === 'reference';
    const forward = (asked.order === 'newest') === (asked.backwards ?? false);
    const [partition, sort] = byReference ? ['pk', 'sk'] : ['inRound', 'sentAt'];
    const filters = [
      ...(asked.state === undefined ? [] : ['#state = :state']),
      ...(asked.named === undefined ? [] : ['contains(nameFolded, :named)']),
    ];
    return entries(
      {
        TableName: table,
        ...(byReference ? { ConsistentRead: true } : { IndexName: 'in-round' }),
        KeyConditionExpression: `${partition} = :shard${asked.from === undefined ? '' : ` AND ${sort} ${forward ? '>=' : '<='} :from`}`,
        ...(filters.length > 0 && !byReference && { FilterExpression: filters.join(' AND ') }),
        ...(asked.state !== undefined && !byReference && { ExpressionAttributeNames: { '#state': 'state' } }),
        ExpressionAttributeValues: {
          ':shard': byReference ? roundKey(asked.roundId, shard) : inRoundKey(asked.roundId, shard),
          // Backwards from behind all references that begin so.
          ...(asked.from !== undefined && { ':from': byReference && !forward ? `${asked.from}~` : asked.from }),
          ...(asked.state !== undefined && !byReference && { ':state': asked.state }),
          ...(asked.named !== undefined && !byReference && { ':named': asked.named }),
        },
        ScanIndexForward: forward,
      },
      byReference ? 'sk' : 'sentAt',
      asked.atOnce,
    );
  };

  /** How many of a shard of the index are in which state. */
  const statesIn = async (key: string, counts: Map<string, number>): Promise<void> => {
    const query = {
      TableName: table,
      IndexName: 'in-round',
      KeyConditionExpression: 'inRound = :shard',
      ProjectionExpression: '#state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':shard': key },
    };
    for await (const page of queryPages(db, query)) {
      for (const { state } of page) counts.set(String(state), (counts.get(String(state)) ?? 0) + 1);
    }
  };

  return {
    /** The applications that were ever sent in a round, in an order, from a key on. */
    listedIn: (asked: ListQuery): AsyncGenerator<Listed, void> =>
      merged(
        upTo(asked.order === 'reference' ? roundShards : indexShards).map((shard) => shardOfList(asked, shard)),
        (asked.order === 'newest') === (asked.backwards ?? false),
      ),
    /** How many were ever sent in a round, by the list that each is in from its sending on. */
    countSent: async (roundId: string): Promise<number> => {
      const counts = await Promise.all(
        upTo(roundShards).map((shard) =>
          queryCount(db, {
            TableName: table,
            KeyConditionExpression: 'pk = :shard',
            ExpressionAttributeValues: { ':shard': roundKey(roundId, shard) },
            ConsistentRead: true,
          }),
        ),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** How many of a round are in each state, a shard after the other: for the clock, which has the time. */
    countStates: async (roundId: string): Promise<ReadonlyMap<string, number>> => {
      const counts = new Map<string, number>();
      for (const shard of upTo(indexShards)) await statesIn(inRoundKey(roundId, shard), counts);
      return counts;
    },
  };
}

/** Several lists that are in order as one, those of one key by reference. Each is asked for as much as is taken. */
async function* merged(
  lists: readonly AsyncGenerator<Listed, undefined>[],
  forward: boolean,
): AsyncGenerator<Listed, void> {
  const begun = await Promise.all(lists.map(async (list) => ({ list, head: (await list.next()).value })));
  let heads = begun.flatMap(({ list, head }) => (head ? [{ list, head }] : []));
  const isLess = (a: string, b: string): boolean => (forward ? a < b : a > b);
  while (heads.length > 0) {
    const key = heads.map(({ head }) => head.key).reduce((first, one) => (isLess(one, first) ? one : first));
    const same: Listed[] = [];
    const rest: typeof heads = [];
    for (const { list, head } of heads) {
      let next: Listed | undefined = head;
      for (; next?.key === key; next = (await list.next()).value) same.push(next);
      if (next) rest.push({ list, head: next });
    }
    heads = rest;
    yield* same.sort((a, b) => (isLess(a.reference, b.reference) ? -1 : 1));
  }
}
export type ListedApplications = ReturnType<typeof listedApplications>;
