import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from '../shared/database/database.ts';
import type { TableShape } from '../shared/database/table-shape.ts';

/*
 * Access patterns (partition key `id`):
 * `mail`, `start`: one item a rate; an attribute for each bucket holds its next free moment in milliseconds since 1970 ·
 * move it on by a step if it lies ahead, but not too far · begin from now if it has passed, or lies further ahead
 * than anybody may book · `sweep`: until when a sweep is at work, so that no second one is woken.
 */

export const slotsShape = { partition: 'id' } as const satisfies TableShape;

/** Next free moments, by bucket. */
export type Moments = Readonly<Record<string, number>>;

/** The moment that was booked, if the condition held; and the moments as they stand. */
export interface Booking {
  readonly booked?: number;
  readonly moments: Moments;
}

/** How a moment is booked. */
export type Slot =
  /** The next free moment, if it lies between now and `latest`. */
  | { readonly how: 'queue'; readonly now: number; readonly latest: number }
  /** The moment `at`, if the next free one has passed. */
  | { readonly how: 'begin'; readonly now: number; readonly at: number }
  /** The moment `at`, if the next free one lies beyond what anybody may book: a clock that goes ahead wrote it. */
  | { readonly how: 'reset'; readonly beyond: number; readonly at: number };

const momentsIn = (item: Readonly<Record<string, unknown>> = {}): Moments =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]): [string, number][] =>
      typeof value === 'number' ? [[name, value]] : [],
    ),
  );
/** The SDK hands the item of a failed condition over as it came. */
const present = z.record(z.string(), z.object({ N: z.coerce.number().optional() }));

export function slotsTable(db: Database, table: string) {
  const update = async (
    id: string,
    bucket: string,
    [expression, condition, values]: readonly [string, string | undefined, Readonly<Record<string, number>>],
  ): Promise<{ readonly done: boolean; readonly moments: Moments }> => {
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: { id },
          UpdateExpression: expression,
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#bucket': bucket },
          ExpressionAttributeValues: values,
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { done: true, moments: momentsIn(Attributes) };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const attributes = Object.entries(present.parse(error.Item ?? {}));
      return { done: false, moments: momentsIn(Object.fromEntries(attributes.map(([name, { N }]) => [name, N]))) };
    }
  };

  return {
    /** Books a moment in a bucket, and moves the bucket on by a step. */
    book: async (id: 'mail' | 'start', bucket: string, step: number, slot: Slot): Promise<Booking> => {
      const { done, moments } = await update(id, bucket, bookingOf(step, slot));
      return done ? { booked: (moments[bucket] ?? 0) - step, moments } : { moments };
    },

    /**
     * Says that a sweep is at work until then.
     * @returns false if that was said already, by a clock that can be believed
     */
    awake: async (now: number, until: number, longest: number): Promise<boolean> => {
      const { done } = await update('sweep', 'until', [
        'SET #bucket = :until',
        'attribute_not_exists(#bucket) OR #bucket <= :now OR #bucket > :beyond',
        { ':until': until, ':now': now, ':beyond': now + longest },
      ]);
      return done;
    },

    /** Says until when a sweep is at work, whatever was said before. */
    setAwake: async (until: number): Promise<void> => {
      await update('sweep', 'until', ['SET #bucket = :until', undefined, { ':until': until }]);
    },

    /** Says that no sweep is at work, by no clock: the next one who asks calls one. */
    setAsleep: async (): Promise<void> => {
      await update('sweep', 'until', ['SET #bucket = :never', undefined, { ':never': 0 }]);
    },
  };
}
export type SlotsTable = ReturnType<typeof slotsTable>;

const bookingOf = (step: number, slot: Slot): readonly [string, string, Readonly<Record<string, number>>] => {
  switch (slot.how) {
    case 'queue':
      return [
        'SET #bucket = #bucket + :step',
        '#bucket BETWEEN :now AND :latest',
        { ':step': step, ':now': slot.now, ':latest': slot.latest },
      ];
    case 'begin':
      return [
        'SET #bucket = :next',
        'attribute_not_exists(#bucket) OR #bucket < :now',
        { ':next': slot.at + step, ':now': slot.now },
      ];
    case 'reset':
      return ['SET #bucket = :next', '#bucket > :beyond', { ':next': slot.at + step, ':beyond': slot.beyond }];
  }
};
