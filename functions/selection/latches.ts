import { TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { shardOf } from '../shared/database/shard.ts';
import { doubling, retrying } from '../shared/retry.ts';
import { tries } from '../shared/tries.ts';

/*
 * The latches of a round in the table of admissions (partition key `pk` = latch#<round>#<shard>, sort key `sk` = latch).
 * An application is sent under the latch of its reference; a latch is closed by being there, and never opened again. So a
 * round that has none takes applications, and those who send at once seldom meet at one item. See docs/adr/0011.
 */

/** Six hundred and fifty who send in a second are ten at each. */
export const latchesOfRound = 64;

/** Latches closed at a time. */
const abreast = 8;

const keyOf = (roundId: string, shard: number) => ({ pk: `latch#${roundId}#${shard}`, sk: 'latch' });

/** The part of the repository of admissions that keeps latches. */
export function latchItems(db: Database, table: string) {
  /** A latch that is closed already is closed. */
  const closeLatch = (roundId: string, shard: number): Promise<unknown> =>
    retrying(() => db.send(new PutCommand({ TableName: table, Item: { ...keyOf(roundId, shard), roundId } })), {
      tries: tries.closingLatch,
      // Somebody is sending under it at this moment.
      mayPass: (error) => error instanceof TransactionConflictException,
      pause: doubling(10),
    });

  return {
    /** That the round still takes an application, at the moment of the commit that sends it. */
    stillTakes: (roundId: string, reference: string): Change => ({
      table,
      check: keyOf(roundId, shardOf(reference, latchesOfRound)),
      guard: { absent: 'pk' },
    }),
    /** Afterwards no application of the round is sent any more. Done again after a crash, it closes the rest. */
    closeLatches: async (roundId: string): Promise<void> => {
      for (let from = 0; from < latchesOfRound; from += abreast) {
        await Promise.all(Array.from({ length: abreast }, (_, index) => closeLatch(roundId, from + index)));
      }
    },
  };
}
