import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { needingRun } from '../runs/needing-run.ts';
import { audited } from '../shared/database/chain-head.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll, queryCount } from '../shared/database/query-pages.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Enrolment, enrolmentSchema } from './enrolment.ts';
import { type Place, placeSchema } from './place.ts';
import { type Seat, seatId, seatSchema } from './seat.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `needs-run`: `needsRun` shard, `changedAt`):
 *   one seat (also: all seats of a round, by their numbers)   pk = seat id, sk = seat
 *   an applicant's place, and what enrolling asked for        pk = place#<reference>, sk = place | enrolment
 *   who waits, in order; also those of one quota              pk = waitlist#<round> | waitlist#<round>#<quota>,
 *                                                             sk = <order>#<reference>, only while they wait
 *   who has asked for reconsideration, not decided yet         pk = looks#<round>, sk = <reference>
 *   the guard of a round's waitlist                           pk = waitlist-guard#<round>, sk = guard
 *   seats that need a run (ids)
 */

export const seatsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
} as const satisfies TableShape;

/**
 * Whoever finds that nobody waits, puts somebody on the waitlist, or closes it, raises its revision: so that no seat
 * falls idle while somebody is put on the waitlist.
 */
const waitlistGuardSchema = storedObject({ roundId: z.string(), revision: z.number().int().positive(), ...audited });
export type WaitlistGuard = z.infer<typeof waitlistGuardSchema>;

type Waiting = Pick<Place, 'reference' | 'roundId' | 'order' | 'quotas'>;

const waitlistKey = (roundId: string, quota?: string): string => `waitlist#${roundId}${quota ? `#${quota}` : ''}`;
const waitlistsOf = ({ roundId, quotas }: Waiting): string[] => [
  waitlistKey(roundId),
  ...quotas.map((quota) => waitlistKey(roundId, quota)),
];
const waitlistOrder = ({ order, reference }: Waiting): string => `${order}#${reference}`;

export function seatsTable(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  const seat = async (id: string): Promise<Seat | undefined> => {
    const found = await item(id, 'seat');
    return found ? fromItem(seatSchema, found, table) : undefined;
  };
  const under = (pk: string) => ({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ConsistentRead: true,
  });
  const reconsiderationsOf = (roundId: string) => under(`looks#${roundId}`);
  const guardKey = (roundId: string) => ({ pk: `waitlist-guard#${roundId}`, sk: 'guard' });
  return {
    seat,
    /** The seats of a round that exist, by their numbers from 1 on. */
    seatsOf: async (roundId: string, capacity: number): Promise<Seat[]> => {
      const numbers = Array.from({ length: capacity }, (_, index) => index + 1);
      const found = await Promise.all(numbers.map((number) => seat(seatId(roundId, number))));
      return found.filter((one) => one !== undefined);
    },
    place: async (reference: string): Promise<Place | undefined> => {
      const found = await item(`place#${reference}`, 'place');
      return found ? fromItem(placeSchema, found, table) : undefined;
    },
    enrolment: async (reference: string): Promise<Enrolment | undefined> => {
      const found = await item(`place#${reference}`, 'enrolment');
      return found ? fromItem(enrolmentSchema, found, table) : undefined;
    },
    /** The reference of who waits first, of all or of one quota. */
    nextWaiting: async (roundId: string, quota?: string): Promise<string | undefined> => {
      const { Items = [] } = await db.send(new QueryCommand({ ...under(waitlistKey(roundId, quota)), Limit: 1 }));
      return Items[0] && String(Items[0].reference);
    },
    /** The number on the waitlist, from 1, of somebody who is on it. */
    waitlistNumber: (place: Waiting): Promise<number> =>
      queryCount(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk <= :sk',
        ExpressionAttributeValues: { ':pk': waitlistKey(place.roundId), ':sk': waitlistOrder(place) },
        ConsistentRead: true,
      }),
    countWaiting: (roundId: string): Promise<number> => queryCount(db, under(waitlistKey(roundId))),
    /** Who has asked for reconsideration, which is not decided yet: references. */
    openReconsiderations: async (roundId: string): Promise<string[]> =>
      (await queryAll(db, reconsiderationsOf(roundId))).map(({ sk }) => String(sk)),
    /** Whether somebody has asked for reconsideration, and it is not decided. */
    reconsiderationsAreOpen: async (roundId: string): Promise<boolean> => {
      const { Items = [] } = await db.send(new QueryCommand({ ...reconsiderationsOf(roundId), Limit: 1 }));
      return Items.length > 0;
    },
    guard: async (roundId: string): Promise<WaitlistGuard | undefined> => {
      const { pk, sk } = guardKey(roundId);
      const found = await item(pk, sk);
      return found ? fromItem(waitlistGuardSchema, found, table) : undefined;
    },
    needing: needingRun(db, table),

    createSeat: (seat: Seat): Change => ({ table, put: { pk: seat.id, sk: 'seat', ...seat }, guard: { absent: 'pk' } }),
    saveSeat: (next: Seat, was: Seat): Change => ({
      table,
      put: { pk: next.id, sk: 'seat', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
    createPlace: (place: Place): Change => ({
      table,
      put: { pk: `place#${place.reference}`, sk: 'place', ...place },
      guard: { absent: 'pk' },
    }),
    savePlace: (next: Place, was: Place): Change => ({
      table,
      put: { pk: `place#${next.reference}`, sk: 'place', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
    putEnrolment: (enrolment: Enrolment): Change => ({
      table,
      put: { pk: `place#${enrolment.reference}`, sk: 'enrolment', ...enrolment },
      guard: { unguarded: true },
    }),
    removeEnrolment: (reference: string): Change => ({
      table,
      remove: { pk: `place#${reference}`, sk: 'enrolment' },
      guard: { unguarded: true },
    }),
    /** With the place, which guards it. */
    enterWaitlist: (place: Waiting): Change[] =>
      waitlistsOf(place).map((pk) => ({
        table,
        put: { pk, sk: waitlistOrder(place), reference: place.reference },
        guard: { absent: 'pk' },
      })),
    leaveWaitlist: (place: Waiting): Change[] =>
      waitlistsOf(place).map((pk) => ({ table, remove: { pk, sk: waitlistOrder(place) }, guard: { unguarded: true } })),
    /** With the request for reconsideration, and its end. */
    openReconsideration: ({ roundId, reference }: Pick<Place, 'roundId' | 'reference'>): Change => ({
      table,
      put: { pk: `looks#${roundId}`, sk: reference },
      guard: { unguarded: true },
    }),
    closeReconsideration: ({ roundId, reference }: Pick<Place, 'roundId' | 'reference'>): Change => ({
      table,
      remove: { pk: `looks#${roundId}`, sk: reference },
      guard: { unguarded: true },
    }),
    createGuard: (roundId: string): Change => ({
      table,
      put: { ...guardKey(roundId), roundId, revision: 1 },
      guard: { absent: 'pk' },
    }),
    /** Refused if somebody raised it since. */
    raiseGuard: (was: WaitlistGuard): Change => ({
      table,
      put: { ...guardKey(was.roundId), ...was, revision: was.revision + 1 },
      guard: { revision: was.revision },
    }),
  };
}
export type SeatsTable = ReturnType<typeof seatsTable>;
