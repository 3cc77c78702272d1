import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Carriers, type DeliverDependencies, deliverAll } from '../../../functions/outbox/deliver.ts';
import { minutesATry } from '../../../functions/outbox/entry.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { pacer } from '../../../functions/outbox/pace.ts';
import { paceTable } from '../../../functions/outbox/pace-table.ts';
import type { Database } from '../../../functions/shared/database.ts';
import { shardOf } from '../../../functions/shared/shard.ts';
import { addMinutes, type Instant, toInstant } from '../../../functions/shared/time.ts';
import type { VirtualClock } from './virtual-clock.ts';

/*
 * The outbox in the simulation: its own table, pace and deliveries; the stream that hands new entries to the dispatcher,
 * and the clock of the sweep, as infra/constructs/outbox-stream.ts and clock.ts make them.
 */

/** What the stream does at a time: shards of a table that takes some thousand writes a second, by the parallelization. */
const streamLanes = 4 * 4;
const batch = 25;
const minutesOfClock = 5;

const writes = z.object({
  TransactItems: z.array(
    z.object({ Put: z.object({ TableName: z.string(), Item: z.object({ id: z.string() }) }).optional() }).catch({}),
  ),
});

/** A database that shows which entries it was given for the outbox. */
export function watched(db: Database, seen: (id: string) => void): Database {
  const send = db.send.bind(db);
  const answer = async (command: { readonly input: unknown }): Promise<unknown> => {
    const given: unknown = await Reflect.apply(send, db, [command]);
    if (command instanceof TransactWriteCommand) {
      for (const { Put } of writes.parse(command.input).TransactItems)
        if (Put?.TableName === 'outbox') seen(Put.Item.id);
    }
    return given;
  };
  return new Proxy(db, { get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)) });
}

export function delivery(given: {
  readonly db: Database;
  readonly clock: VirtualClock;
  readonly carriers: Carriers;
  readonly rates: { readonly mail: number; readonly start: number };
}) {
  const { db, clock, carriers, rates } = given;
  const now = (): Instant => toInstant(new Date(clock.now()));
  const outbox = outboxTable(db, 'outbox');
  const counts = new Map<string, number>();
  const dependencies: DeliverDependencies = {
    outbox,
    carriers,
    clock: now,
    turn: pacer({ table: paceTable(db, 'pace'), rates, clock: clock.now, sleep: clock.sleep }),
    report: ({ result }) => void counts.set(result, (counts.get(result) ?? 0) + 1),
    tellOperators: async () => undefined,
  };

  const lanes = Array.from({ length: streamLanes }, () => ({ queue: [] as string[], wake: () => {} }));
  let ended = false;
  const dispatching = async (lane: (typeof lanes)[number]): Promise<void> => {
    while (!ended) {
      const ids = lane.queue.splice(0, batch);
      if (ids.length === 0) {
        await new Promise<void>((wake) => {
          lane.wake = wake;
        });
      } else {
        await deliverAll(dependencies, ids, {
          lanes: 4,
          waitUntil: addMinutes(now(), 2 / 60),
          beginUntil: addMinutes(now(), 4 - minutesATry),
        });
      }
    }
  };
  const sweep = async (): Promise<void> => {
    const end = addMinutes(now(), minutesOfClock - minutesATry);
    const seen = new Set<string>();
    for (let behind = false; !behind; ) {
      const ids = (await outbox.due(now())).filter((id) => !seen.has(id));
      if (ids.length === 0) return;
      for (const id of ids) seen.add(id);
      behind = !(await deliverAll(dependencies, ids, { lanes: 16, waitUntil: end, beginUntil: end }));
    }
  };
  const sweeping = async (): Promise<void> => {
    while (!ended) {
      const swept = sweep();
      await clock.sleep(minutesOfClock * 60_000);
      await swept;
    }
  };

  return {
    /** A new entry, as the stream shows it. */
    entered: (id: string): void => {
      const lane = lanes[shardOf(id, streamLanes)];
      lane?.queue.push(id);
      lane?.wake();
    },
    /** The dispatcher and the sweep, until they are ended. */
    work: (): Promise<unknown> => Promise.all([...lanes.map(dispatching), sweeping()]),
    end: () => {
      ended = true;
      for (const { wake } of lanes) wake();
    },
    counts,
  };
}
