import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from '../shared/database.ts';
import type { TableShape } from '../shared/table-shape.ts';
import type { OutboxDraft } from './entry.ts';

/*
 * Access patterns (partition key `id` = the kind; one item each, whose `freeAt` is the next free moment in milliseconds
 * since 1970): move it on by a step where it lies ahead, but not too far · begin from now where it has passed.
 */

export const paceShape = { partition: 'id' } as const satisfies TableShape;

type Kind = OutboxDraft['kind'];

/** The moment that was booked; or, where the condition did not hold, the next free moment as it stands. */
export type Booking = { readonly booked: number } | { readonly free: number | undefined };

const moved = z.object({ freeAt: z.number() });
/** The SDK hands the item of a failed condition over as it came. */
const present = z.object({ freeAt: z.object({ N: z.coerce.number() }) });

export function paceTable(db: Database, table: string) {
  const book = async (
    kind: Kind,
    step: number,
    [update, condition, values]: readonly [string, string, Readonly<Record<string, number>>],
  ): Promise<Booking> => {
    try {
      const { Attributes } = await db.send(
        new UpdateCommand({
          TableName: table,
          Key: { id: kind },
          UpdateExpression: update,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
          ReturnValues: 'UPDATED_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { booked: moved.parse(Attributes).freeAt - step };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { free: error.Item && present.parse(error.Item).freeAt.N };
    }
  };

  return {
    /** Books the next free moment, where it lies between now and `latest`. */
    queue: (kind: Kind, step: number, now: number, latest: number): Promise<Booking> =>
      book(kind, step, [
        'SET freeAt = freeAt + :step',
        'freeAt BETWEEN :now AND :latest',
        { ':step': step, ':now': now, ':latest': latest },
      ]),

    /** Books this very moment, where the next free one has passed. */
    begin: (kind: Kind, step: number, now: number): Promise<Booking> =>
      book(kind, step, [
        'SET freeAt = :next',
        'attribute_not_exists(freeAt) OR freeAt < :now',
        { ':next': now + step, ':now': now },
      ]),
  };
}
export type PaceTable = ReturnType<typeof paceTable>;
