import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Database } from '../../../functions/shared/database/database.ts';
import type { memoryDatabase } from '../../support/memory/memory-database.ts';
import type { Invoked } from '../../support/memory/memory-invoked.ts';
import { tableShapes } from '../../support/memory/memory-tables.ts';
import { type Reading, readUnits, type Stored, writeUnits } from './units.ts';

/** What one invocation of a Lambda used. */
export interface Used {
  /** `page`, `dispatch`, `step of applicant-intake`. */
  readonly what: string;
  calls: number;
  /** The longest chain of calls each of which began when the one before had ended. */
  inSequence: number;
  reads: number;
  /** Of tables, and of their indexes. */
  writes: number;
  indexWrites: number;
}

const map = z.record(z.string(), z.unknown());
const inputSchema = z.object({
  TableName: z.string().default(''),
  Key: map.optional(),
  Item: map.optional(),
  ConsistentRead: z.boolean().default(false),
});
const transactionSchema = z.object({
  TransactItems: z.array(z.record(z.enum(['Put', 'Delete', 'ConditionCheck', 'Get']), inputSchema.optional())),
});
const outputSchema = z.object({
  Item: map.optional(),
  Items: z.array(map).optional(),
  Responses: z.array(z.object({ Item: map.optional() })).optional(),
});

/** Milliseconds that a call lasts, so that calls that are made at once overlap. */
const callLasts = 4;

/**
 * A database in memory and a way to it that counts, for each invocation, what DynamoDB would. Calls outside of an
 * invocation, as those of the test itself, are not counted.
 * @param seen is told of each call that is counted: `TransactWrite`, `Get` … and its input
 */
export function metered(
  memory: Pick<ReturnType<typeof memoryDatabase>, 'db' | 'plain'>,
  seen: (name: string, input: unknown) => void = () => undefined,
) {
  const invocations: Used[] = [];
  const present = new AsyncLocalStorage<Used>();

  const invoked: Invoked = (what, act) => {
    const used: Used = { what, calls: 0, inSequence: 0, reads: 0, writes: 0, indexWrites: 0 };
    invocations.push(used);
    return present.run(used, act);
  };

  const stored = ({ TableName, Item, Key }: z.infer<typeof inputSchema>): Stored | undefined => {
    const given = Item ?? Key ?? {};
    const keys = tableShapes[TableName]?.keys ?? [];
    return memory.plain(TableName).find((one) => keys.every((key) => one[key] === given[key]));
  };

  const send = memory.db.send.bind(memory.db);
  const passOn = (command: unknown): Promise<unknown> => Reflect.apply(send, memory.db, [command]);
  const counted = async (used: Used, command: Command): Promise<unknown> => {
    const name = command.constructor.name.replace(/Command$/u, '');
    seen(name, command.input);
    const reads = (items: readonly Stored[], how: Reading): void => {
      used.reads += readUnits(items, how);
    };
    if (name === 'TransactWrite' || /^(?:Put|Update|Delete)$/u.test(name)) {
      const parts =
        name === 'TransactWrite'
          ? transactionSchema.parse(command.input).TransactItems.flatMap((one) => Object.values(one))
          : [inputSchema.parse(command.input)];
      const before = parts.map((part) => part && stored(part));
      const output = await passOn(command);
      for (const [index, part] of parts.entries()) {
        if (!part) continue;
        const change = { was: before[index], now: stored(part) };
        const units = writeUnits(part.TableName, change, { transaction: name === 'TransactWrite' });
        used.writes += units.table;
        used.indexWrites += units.indexes;
      }
      return output;
    }
    const output = await passOn(command);
    const { Item, Items, Responses } = outputSchema.parse(output);
    if (Responses) for (const one of Responses) reads(one.Item ? [one.Item] : [], 'transaction');
    else {
      const { ConsistentRead } = inputSchema.parse(command.input);
      reads(Items ?? (Item ? [Item] : []), ConsistentRead ? 'consistent' : 'eventual');
    }
    return output;
  };

  const answer = async (command: Command): Promise<unknown> => {
    const used = present.getStore();
    if (!used) return passOn(command);
    used.calls += 1;
    const place = used.inSequence + 1;
    await sleep(callLasts);
    try {
      return await counted(used, command);
    } finally {
      used.inSequence = Math.max(used.inSequence, place);
    }
  };

  const db: Database = new Proxy(memory.db, {
    get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)),
  });
  return { db, invoked, invocations };
}

interface Command {
  readonly input: unknown;
  readonly constructor: { readonly name: string };
}
