import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { fingerprint, newSecret, type RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { newSession, type Session, sessionSchema } from './session.ts';

/*
 * Access patterns (partition key `pk` = what it opens, sort key `sk` = fingerprint of the browser's secret):
 * one session (consistent) · begin, prolong, end · all of what one thing is open in.
 * Written without an event: who has something open decides nothing.
 */

export const sessionsShape = { partition: 'pk', sort: 'sk', expires: true } as const satisfies TableShape;

export function sessionsTable(db: Database, table: string) {
  const put = async (session: Session, condition?: string): Promise<void> => {
    const Item = { ...session, pk: session.of, sk: session.secret };
    await db.send(new PutCommand({ TableName: table, Item, ConditionExpression: condition }));
  };
  const end = async (of: string, secret: string): Promise<void> => {
    await db.send(new DeleteCommand({ TableName: table, Key: { pk: of, sk: secret } }));
  };
  return {
    /**
     * Begins one; the secret goes into the browser's cookie and is stored as its fingerprint only.
     * @param fixed for one that ends so many minutes later, or when something else has changed
     */
    begin: async (
      of: string,
      begunBy: Session['begunBy'],
      random: RandomBytes,
      now: Instant,
      fixed: { readonly begunAs?: string; readonly minutes?: number; readonly by?: string } = {},
    ): Promise<{ readonly secret: string; readonly session: Session }> => {
      const secret = newSecret(random);
      const session = newSession(
        { of, secret: fingerprint(secret), begunBy, begunAs: fixed.begunAs, by: fixed.by },
        now,
        fixed.minutes,
      );
      await put(session);
      return { secret, session };
    },
    /** The session of a browser's secret, if it has not ended. */
    open: async (of: string, secret: string, now: Instant): Promise<Session | undefined> => {
      const { Item } = await db.send(
        new GetCommand({ TableName: table, Key: { pk: of, sk: fingerprint(secret) }, ConsistentRead: true }),
      );
      const session = Item && fromItem(sessionSchema, Item, table);
      return session && session.until > now ? session : undefined;
    },
    /** Keeps one longer, unless it was ended since it was read: what is signed out elsewhere never comes back. */
    prolong: async (session: Session): Promise<void> => {
      try {
        await put(session, 'attribute_exists(pk)');
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    end: (of: string, secret: string): Promise<void> => end(of, fingerprint(secret)),
    /** Ends all of them, but for one browser's. */
    endAll: async (of: string, but?: string): Promise<void> => {
      const sessions = await queryAll(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :of',
        ExpressionAttributeValues: { ':of': of },
        ConsistentRead: true,
      });
      const kept = but === undefined ? undefined : fingerprint(but);
      for (const { sk } of sessions) if (sk !== kept) await end(of, String(sk));
    },
  };
}
export type SessionsTable = ReturnType<typeof sessionsTable>;
