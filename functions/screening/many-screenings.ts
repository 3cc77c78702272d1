import type { Database } from '../shared/database/database.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem } from '../shared/database/stored.ts';
import { type Review, reviewSchema } from './review.ts';
import { type Screening, screeningSchema } from './screening.ts';

/** The part of the repository of screenings that reads many at once; what is not there is left out. */
export const manyScreenings = (db: Database, table: string) => ({
  many: async (references: readonly string[]): Promise<Screening[]> => {
    const keys = references.map((reference) => ({ table, key: { pk: reference, sk: 'screening' } }));
    return (await readMany(db, keys)).flatMap((found) => (found ? [fromItem(screeningSchema, found, table)] : []));
  },
  reviewsWith: async (ids: readonly string[]): Promise<Review[]> => {
    const keys = ids.map((id) => ({ table, key: { pk: `review#${id}`, sk: 'review' } }));
    return (await readMany(db, keys)).flatMap((found) => (found ? [fromItem(reviewSchema, found, table)] : []));
  },
});
