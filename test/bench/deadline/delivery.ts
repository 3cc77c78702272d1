import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DeliverDependencies, MessageHandlers } from '../../../functions/outbox/deliver.ts';
import { dispatcher } from '../../../functions/outbox/dispatch.ts';
import { minutesATry } from '../../../functions/outbox/entry.ts';
import type { MailClass } from '../../../functions/outbox/mail-classes.ts';
import type { NewEntry } from '../../../functions/outbox/new-entries.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { type Rates, rateLimiter, workersFor } from '../../../functions/outbox/rate-limiter.ts';
import { slotsTable } from '../../../functions/outbox/slots-table.ts';
import { sweep } from '../../../functions/outbox/sweep.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { shardOf } from '../../../functions/shared/database/shard.ts';
import { addMinutes, type Instant, toInstant } from '../../../functions/shared/time.ts';
import type { VirtualClock } from './virtual-clock.ts';

/*
 * The outbox in the simulation: its own table, slots and deliveries; the stream that hands new entries to the dispatcher,
 * and the clock of the sweep, as infra/constructs/outbox-stream.ts and clock.ts make them.
 */

/** What each of the stream's two readers does at a time: shards of a table that takes some thousand writes a second. */
const streamShards = 4 * 4;
const batch = 25;
const minutesOfClock = 5;
/** Milliseconds until a sweep that is called has begun, and for which one says that it is at work. */
const toBegin = 20_000;
const sweepTimeoutMs = 5 * 60_000;

const writes = z.object({
  TransactItems: z.array(
    z
      .object({
        Put: z
          .object({
            TableName: z.string(),
            Item: z.object({
              id: z.string(),
              errand: z.object({ kind: z.string(), template: z.string().optional() }).optional(),
            }),
          })
          .optional(),
      })
      .catch({}),
  ),
});

/** A database that shows which entries it was given for the outbox. */
export function watched(db: Database, seen: (entry: NewEntry) => void): Database {
  const send = db.send.bind(db);
  const answer = async (command: { readonly input: unknown }): Promise<unknown> => {
    const given: unknown = await Reflect.apply(send, db, [command]);
    if (command instanceof TransactWriteCommand) {
      for (const { Put } of writes.parse(command.input).TransactItems)
        if (Put?.TableName === 'outbox') seen({ id: Put.Item.id, template: Put.Item.errand?.template });
    }
    return given;
  };
  return new Proxy(db, { get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)) });
}

export function delivery(given: {
  readonly db: Database;
  readonly clock: VirtualClock;
  readonly handlers: MessageHandlers;
  readonly rates: Rates;
  readonly classOf: (template: string) => MailClass | undefined;
}) {
  const { db, clock, handlers, rates, classOf } = given;
  const now = (): Instant => toInstant(new Date(clock.now()));
  const counts = new Map<string, number>();
  const slots = slotsTable(db, 'pace');
  const dependencies: DeliverDependencies = {
    outbox: outboxTable(db, 'outbox'),
    handlers,
    clock: now,
    ...rateLimiter({ table: slots, rates, clock: clock.now, sleep: clock.sleep }),
    bucketOf: (message) => {
      if (message.kind === 'mail') return classOf(message.template);
      return message.kind === 'start' ? 'start' : undefined;
    },
    report: ({ result }) => void counts.set(result, (counts.get(result) ?? 0) + 1),
    tellOperators: async () => undefined,
  };

  let ended = false;
  const sweeps: Promise<unknown>[] = [];
  const oneSweep = (): Promise<unknown> =>
    sweep(
      {
        ...dependencies,
        sleep: clock.sleep,
        workers: (queue) => (queue === 'due' ? 8 : workersFor(queue, rates)),
        setAwake: (until) => slots.setAwake(Date.parse(until)),
        setAsleep: slots.setAsleep,
        unsaid: () => undefined,
        fellBehind: () => undefined,
        oldest: () => undefined,
        flush: () => undefined,
      },
      addMinutes(now(), minutesOfClock - minutesATry),
    );
  const wakeSweep = async (): Promise<void> => {
    if (await slots.awake(clock.now(), clock.now() + toBegin, sweepTimeoutMs)) sweeps.push(oneSweep());
  };

  /** Starts and resumptions have a reader of their own, and mails another; each worker remembers what is used up. */
  const reader = () =>
    Array.from({ length: streamShards }, () => ({
      queue: [] as NewEntry[],
      wake: () => {},
      dispatch: dispatcher({ ...dependencies, bucketOfTemplate: classOf, wakeSweep }),
    }));
  const readers = { mail: reader(), other: reader() };
  const dispatching = async (shard: ReturnType<typeof reader>[number]): Promise<void> => {
    while (!ended) {
      const entries = shard.queue.splice(0, batch);
      if (entries.length === 0) {
        await new Promise<void>((wake) => {
          shard.wake = wake;
        });
      } else {
        await shard.dispatch(entries, addMinutes(now(), 4 - minutesATry));
      }
    }
  };
  const sweeping = async (): Promise<void> => {
    while (!ended) {
      sweeps.push(oneSweep());
      await clock.sleep(minutesOfClock * 60_000);
    }
    await Promise.all(sweeps);
  };
  const all = [...readers.mail, ...readers.other];

  return {
    /** A new entry, as the stream shows it. */
    entered: (entry: NewEntry): void => {
      const shard = (entry.template === undefined ? readers.other : readers.mail)[shardOf(entry.id, streamShards)];
      shard?.queue.push(entry);
      shard?.wake();
    },
    /** The dispatcher and the sweep, until they are ended. */
    work: (): Promise<unknown> => Promise.all([...all.map(dispatching), sweeping()]),
    end: () => {
      ended = true;
      for (const { wake } of all) wake();
    },
    counts,
  };
}
