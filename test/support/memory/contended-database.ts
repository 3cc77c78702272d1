import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Database } from '../../../functions/shared/database/database.ts';
import { tableShapes } from './memory-tables.ts';

const key = z.record(z.string(), z.unknown());
const placed = z.object({ TableName: z.string(), Item: key.optional(), Key: key.optional() });
const transaction = z.object({
  TransactItems: z.array(z.record(z.enum(['Put', 'Delete', 'ConditionCheck']), placed.optional())),
});

const placeOf = ({ TableName, Item, Key }: z.infer<typeof placed>): string => {
  const found = Item ?? Key ?? {};
  return [TableName, ...(tableShapes[TableName]?.keys ?? []).map((name) => String(found[name]))].join(' ');
};

/**
 * A database in whose transactions others may meet, as in DynamoDB: while one is under way its items are held, checks
 * included; a second transaction that wants one of them is cancelled, and a single write is refused.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling
 * @param pauses what passes before a call arrives, and while a transaction holds its items
 */
export function contended(
  db: Database,
  pauses: { readonly call: () => Promise<unknown>; readonly held: () => Promise<unknown> },
): { readonly db: Database; readonly conflicts: () => number } {
  const held = new Set<string>();
  let conflicts = 0;
  const send = db.send.bind(db);
  const transact = async (places: readonly string[], act: () => Promise<unknown>): Promise<unknown> => {
    const met = places.map((place) => held.has(place));
    if (met.includes(true)) {
      conflicts += 1;
      throw new TransactionCanceledException({
        message: 'cancelled',
        $metadata: {},
        CancellationReasons: met.map((one) => ({ Code: one ? 'TransactionConflict' : 'None' })),
      });
    }
    for (const place of places) held.add(place);
    try {
      await pauses.held();
      return await act();
    } finally {
      for (const place of places) held.delete(place);
    }
  };
  const answer = async (command: { readonly input: unknown; readonly constructor: { readonly name: string } }) => {
    const act = (): Promise<unknown> => Reflect.apply(send, db, [command]);
    const { name } = command.constructor;
    await pauses.call();
    if (name === 'TransactWriteCommand') {
      const parts = transaction.parse(command.input).TransactItems.flatMap((one) => Object.values(one));
      return transact(
        parts.flatMap((part) => (part ? [placeOf(part)] : [])),
        act,
      );
    }
    if (/^(?:Put|Update|Delete)Command$/u.test(name) && held.has(placeOf(placed.parse(command.input)))) {
      conflicts += 1;
      throw new TransactionConflictException({ message: 'a transaction is under way', $metadata: {} });
    }
    return act();
  };
  return {
    db: new Proxy(db, { get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)) }),
    conflicts: () => conflicts,
  };
}
