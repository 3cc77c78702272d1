import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { instantSchema } from '../shared/time.ts';
import { lessonSchema } from './lesson.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   the timetable of a cohort as it is, and as a version was     pk = cohort, sk = timetable | version#0001
 *   when a lecturer is booked, in whatever cohort                pk = lecturer#<id>, sk = bookings
 */

export const timetablesShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

const versionSchema = storedObject({
  cohort: z.string(),
  version: z.number().int().positive(),
  loadedAt: instantSchema,
  /** In the order of time, cancelled ones too. */
  lessons: z.array(lessonSchema),
});
export type TimetableVersion = z.infer<typeof versionSchema>;

const timetableSchema = versionSchema.extend({
  revision: z.number().int().positive(),
  /** Who was mailed this version: references, and ids of the staff. */
  told: z.array(z.string()),
  ...audited,
});
export type Timetable = z.infer<typeof timetableSchema>;

const bookingsSchema = storedObject({
  lecturer: z.string(),
  /** How often it was changed: of two cohorts that book somebody at once, one decides again. */
  count: z.number().int().positive(),
  booked: z.array(
    storedObject({ cohort: z.string(), lesson: z.string(), name: z.string(), from: instantSchema, to: instantSchema }),
  ),
});
export type Bookings = z.infer<typeof bookingsSchema>;

const versionKey = (version: number): string => `version#${String(version).padStart(4, '0')}`;

export function timetablesTable(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  return {
    get: async (cohort: string): Promise<Timetable | undefined> => {
      const found = await item(cohort, 'timetable');
      return found ? fromItem(timetableSchema, found, table) : undefined;
    },
    version: async (cohort: string, version: number): Promise<TimetableVersion | undefined> => {
      const found = await item(cohort, versionKey(version));
      return found ? fromItem(versionSchema, found, table) : undefined;
    },
    bookings: async (lecturer: string): Promise<Bookings | undefined> => {
      const found = await item(`lecturer#${lecturer}`, 'bookings');
      return found ? fromItem(bookingsSchema, found, table) : undefined;
    },
    save: (next: Timetable, was: Timetable | undefined): Change => ({
      table,
      put: { pk: next.cohort, sk: 'timetable', ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
    keepVersion: ({ cohort, version, loadedAt, lessons }: Timetable): Change => ({
      table,
      put: { pk: cohort, sk: versionKey(version), cohort, version, loadedAt, lessons },
      guard: { absent: 'pk' },
    }),
    /** A former version, without what is personal. */
    overwriteVersion: ({ cohort, version, loadedAt, lessons }: TimetableVersion): Change => ({
      table,
      put: { pk: cohort, sk: versionKey(version), cohort, version, loadedAt, lessons },
      guard: { unguarded: true },
    }),
    saveBookings: (next: Bookings, was: Bookings | undefined): Change => ({
      table,
      put: { pk: `lecturer#${next.lecturer}`, sk: 'bookings', ...next },
      guard: was ? { count: was.count } : { absent: 'pk' },
    }),
  };
}
export type TimetablesTable = ReturnType<typeof timetablesTable>;
