import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { addMinutes, type Instant, instantSchema, secondsOf } from '../shared/time.ts';
import { type Decision, decisionKey } from './decision.ts';

/*
 * Access patterns (partition key `pk`):
 *   the proof of one decision                    pk = proof#<fingerprint of the decision>
 *   that somebody may add a passkey just now     pk = adding#<person>
 *   that a page's challenge was used             pk = challenge#<nonce>
 * Rows go by themselves a day after they are over. A table of its own, so that whoever takes proofs can make none:
 * they may read and delete here, and nothing else.
 */

export const proofsShape = { partition: 'pk', expires: true } as const satisfies TableShape;

const rowSchema = storedObject({
  /** Which one it is, of those that have had its key. */
  once: z.string(),
  until: instantSchema,
  expiresAt: z.number().int(),
});
const addingSchema = rowSchema.extend({
  /** The session that the code was typed in. */
  session: z.string(),
});
/** That a decision was proved. */
export type Proof = z.infer<typeof rowSchema>;
/** That a passkey may be added, in one session, for a while. */
export type Adding = z.infer<typeof addingSchema>;

const minutesADay = 24 * 60;
const expiryAfter = (until: Instant): number => secondsOf(addMinutes(until, minutesADay));

export function proofsTable(db: Database, table: string) {
  const read = async <Schema extends z.ZodType>(schema: Schema, pk: string): Promise<z.output<Schema> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }));
    return Item && fromItem(schema, Item, table);
  };
  const proofKey = (decision: Decision): string => `proof#${decisionKey(decision)}`;
  const addingKey = (person: string): string => `adding#${person}`;
  const challengeKey = (nonce: string): string => `challenge#${nonce}`;

  return {
    proof: (decision: Decision): Promise<Proof | undefined> => read(rowSchema, proofKey(decision)),
    /** Takes the place of an earlier one of the same decision. */
    putProof: (decision: Decision, { once, until }: Pick<Proof, 'once' | 'until'>): Change => ({
      table,
      put: { pk: proofKey(decision), once, until, expiresAt: expiryAfter(until) },
      guard: { unguarded: true },
    }),
    removeProof: (decision: Decision, { once }: Pick<Proof, 'once'>): Change => ({
      table,
      remove: { pk: proofKey(decision) },
      guard: { once },
    }),

    adding: (person: string): Promise<Adding | undefined> => read(addingSchema, addingKey(person)),
    putAdding: (person: string, { once, until, session }: Pick<Adding, 'once' | 'until' | 'session'>): Change => ({
      table,
      put: { pk: addingKey(person), once, until, session, expiresAt: expiryAfter(until) },
      guard: { unguarded: true },
    }),
    removeAdding: (person: string, { once }: Pick<Adding, 'once'>): Change => ({
      table,
      remove: { pk: addingKey(person) },
      guard: { once },
    }),

    wasUsed: async (nonce: string): Promise<boolean> => (await read(rowSchema, challengeKey(nonce))) !== undefined,
    /** Takes the challenge of a page: nobody else can. */
    useChallenge: (nonce: string, until: Instant): Change => ({
      table,
      put: { pk: challengeKey(nonce), once: nonce, until, expiresAt: expiryAfter(until) },
      guard: { absent: 'pk' },
    }),
  };
}
export type ProofsTable = ReturnType<typeof proofsTable>;
