import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Reviewer, reviewerId, reviewerSchema } from '../reviewers/reviewer.ts';
import { needingRun } from '../runs/needing-run.ts';
import { runShardOf } from '../runs/run.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { manyScreenings } from './many-screenings.ts';
import { type Review, reviewSchema } from './review.ts';
import { type Screening, screeningSchema } from './screening.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `needs-run`: `needsRun` shard, `changedAt`):
 *   the screening of an application     pk = reference, sk = screening
 *   one review                          pk = review#<id>, sk = review
 *   a reviewer in a round               pk = reviewer#<round>.<person>, sk = reviewer
 *   all reviews that a reviewer got     pk = reviewer#<round>.<person>, sk = review#0001
 *   screenings of a round that are not closed, by shard (references)    pk = open#<round>#<shard>, sk = reference
 *   screenings that need a run (references)
 * Reads that decide are consistent.
 */

export const screeningsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
} as const satisfies TableShape;

const openShards = 8;
const openKey = (roundId: string, shard: string | number): string => `open#${roundId}#run-${shard}`;
const openItem = ({ roundId, reference }: Pick<Screening, 'roundId' | 'reference'>) => ({
  pk: `open#${roundId}#${runShardOf(reference)}`,
  sk: reference,
});

const reviewerKey = (reviewer: Pick<Reviewer, 'roundId' | 'person'>): string => `reviewer#${reviewerId(reviewer)}`;
const listedKey = (label: number): string => `review#${String(label).padStart(4, '0')}`;

export function screeningsTable(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  const under = (pk: string): Promise<Record<string, unknown>[]> =>
    queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    });
  const many = manyScreenings(db, table);
  /** References of the screenings of a round that are neither closed nor cancelled. */
  const openIn = async (roundId: string): Promise<string[]> => {
    const shards = await Promise.all(Array.from({ length: openShards }, (_, shard) => under(openKey(roundId, shard))));
    return shards.flat().map(({ sk }) => String(sk));
  };

  return {
    ...many,
    get: async (reference: string): Promise<Screening | undefined> => {
      const found = await item(reference, 'screening');
      return found ? fromItem(screeningSchema, found, table) : undefined;
    },
    review: async (id: string): Promise<Review | undefined> => {
      const found = await item(`review#${id}`, 'review');
      return found ? fromItem(reviewSchema, found, table) : undefined;
    },
    reviewer: async (roundId: string, person: string): Promise<Reviewer | undefined> => {
      const found = await item(reviewerKey({ roundId, person }), 'reviewer');
      return found ? fromItem(reviewerSchema, found, table) : undefined;
    },
    /** All that a reviewer was ever given in a round, in the order of their labels. */
    reviewsOf: async (reviewer: Pick<Reviewer, 'roundId' | 'person'>): Promise<Review[]> => {
      const items = await under(reviewerKey(reviewer));
      const ids = items.filter(({ sk }) => sk !== 'reviewer').map((found) => String(found.review));
      return (await many.reviewsWith(ids)).sort((a, b) => a.label - b.label);
    },
    openIn,
    /** How many screenings of a round are neither closed nor cancelled. */
    countOpen: async (roundId: string): Promise<number> => (await openIn(roundId)).length,
    needing: needingRun(db, table),

    /** A new screening, listed as open in its round. */
    create: (screening: Screening): readonly Change[] => [
      { table, put: { pk: screening.reference, sk: 'screening', ...screening }, guard: { absent: 'pk' } },
      { table, put: openItem(screening), guard: { unguarded: true } },
    ],
    save: (next: Screening, was: Screening): Change => ({
      table,
      put: { pk: next.reference, sk: 'screening', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
    /** Beside the change of a screening that is opened again. */
    putOpen: (screening: Screening): Change => ({ table, put: openItem(screening), guard: { unguarded: true } }),
    /** Beside the change of a screening that is closed or cancelled. */
    removeOpen: (screening: Screening): Change => ({ table, remove: openItem(screening), guard: { unguarded: true } }),
    /** A new review, on its reviewer's list. */
    createReview: (created: Review): readonly Change[] => [
      { table, put: { pk: `review#${created.id}`, sk: 'review', ...created }, guard: { absent: 'pk' } },
      {
        table,
        put: {
          pk: reviewerKey({ roundId: created.roundId, person: created.reviewer }),
          sk: listedKey(created.label),
          review: created.id,
        },
        guard: { absent: 'pk' },
      },
    ],
    saveReview: (next: Review, was: Review): Change => ({
      table,
      put: { pk: `review#${next.id}`, sk: 'review', ...next },
      guard: { revision: was.revision, state: was.state },
    }),
    saveReviewer: (next: Reviewer, was: Reviewer | undefined): Change => ({
      table,
      put: { pk: reviewerKey(next), sk: 'reviewer', ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
  };
}
export type ScreeningsTable = ReturnType<typeof screeningsTable>;
