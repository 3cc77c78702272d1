import type { DeliverDependencies, DeliveryReport } from '../../../functions/outbox/deliver.ts';
import { dispatcher } from '../../../functions/outbox/dispatch.ts';
import type { StoredMessage } from '../../../functions/outbox/entry.ts';
import { type MailClass, mailClasses } from '../../../functions/outbox/mail-classes.ts';
import type { NewEntry } from '../../../functions/outbox/new-entries.ts';
import { type Bucket, type Rates, rateLimiter, workersFor } from '../../../functions/outbox/rate-limiter.ts';
import { sweep } from '../../../functions/outbox/sweep.ts';
import { shardOf } from '../../../functions/shared/database/shard.ts';
import { addMinutes, toInstant } from '../../../functions/shared/time.ts';
import { memoryOutbox } from './memory-outbox.ts';
import { memorySlots, sleepers } from './memory-slots.ts';

/** As they come from the stream: functions/outbox/new-entries.ts. */
const mailsLast = (entries: readonly NewEntry[]): NewEntry[] => [
  ...entries.filter(({ template }) => template === undefined),
  ...entries.filter(({ template }) => template !== undefined),
];

/** Milliseconds that a call of SES and of Step Functions takes. */
const sesTakes = 150;
const startTakes = 60;

/** Workers of the stream, and records of a batch: infra/constructs/outbox-stream.ts. */
const readers = 10;
const batch = 25;

const minute = 60_000;

/**
 * The delivery of the outbox in the process: the real dispatcher, sweep and slots over tables in memory, under a clock
 * that passes only while somebody waits. The stream has ten workers, and in each batch mails come last; the clock calls the sweep every five minutes, and the dispatcher when something has to wait.
 */
export function memoryDelivery({
  rates,
  begin,
  wakes = true,
}: {
  readonly rates: Rates;
  readonly begin: number;
  readonly wakes?: boolean;
}) {
  const time = sleepers(begin);
  const outbox = memoryOutbox();
  const slots = memorySlots();
  const clock = () => toInstant(new Date(time.clock()));
  const left = new Map<string, number>();
  const reports: DeliveryReport[] = [];
  const stored = new Map<string, number>();
  const templateClass = (template: string): MailClass | undefined => mailClasses.find((name) => name === template);
  const bucketOf = (message: StoredMessage): Bucket | undefined => {
    if (message.kind === 'mail') return templateClass(message.template);
    return message.kind === 'start' ? 'start' : undefined;
  };
  const leave = (takes: number, id: string) => {
    left.set(id, time.clock());
    return time.sleep(takes).then(() => ({ kind: 'done', note: 'sent' }) as const);
  };
  /** One Lambda worker, which remembers what it saw of the slots. */
  const worker = (): DeliverDependencies => ({
    outbox: outbox.table,
    clock,
    bucketOf,
    ...rateLimiter({ table: slots.table, rates, clock: time.clock, sleep: time.sleep }),
    handlers: {
      mail: (_, { entry }) => leave(sesTakes, entry.id),
      start: ({ name }) => leave(startTakes, name),
      resume: ({ callback }) => leave(startTakes, callback),
    },
    report: (what) => void reports.push(what),
    tellOperators: async () => undefined,
  });

  const sweeper = worker();
  let sweeps = 0;
  const runSweep = () => {
    sweeps += 1;
    return sweep(
      {
        ...sweeper,
        sleep: time.sleep,
        workers: (queue) => (queue === 'due' ? 8 : workersFor(queue, rates)),
        setAwake: (until) => slots.table.setAwake(Date.parse(until)),
        setAsleep: slots.table.setAsleep,
        unsaid: () => undefined,
        fellBehind: () => undefined,
        oldest: () => undefined,
        flush: () => undefined,
      },
      addMinutes(clock(), 4),
    );
  };
  const wakeSweep = async () => {
    if (!wakes || !(await slots.table.awake(time.clock(), time.clock() + 20_000, 5 * minute))) return;
    void time.sleep(300).then(runSweep);
  };

  const streams = Array.from({ length: readers }, () => {
    const waiting: NewEntry[] = [];
    const dispatch = dispatcher({ ...worker(), bucketOfTemplate: templateClass, wakeSweep });
    let busy = false;
    const work = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      await time.sleep(50);
      while (waiting.length > 0) await dispatch(mailsLast(waiting.splice(0, batch)), addMinutes(clock(), 3));
      busy = false;
    };
    return { waiting, work };
  });

  /** Stores an entry and gives it to the stream, unless that is down. */
  const store = (message: StoredMessage, id: string, { stream = true } = {}): void => {
    outbox.add(message, id, clock());
    stored.set(id, time.clock());
    if (!stream) return;
    const reader = streams[shardOf(id, readers)];
    reader?.waiting.push({
      id,
      template: message.kind === 'mail' ? message.template : undefined,
      storedAt: clock(),
    });
    void reader?.work();
  };
  const mail = (template: MailClass): StoredMessage => ({ kind: 'mail', template, to: { person: 'p' }, ids: {} });

  return {
    time,
    outbox,
    reports,
    mail: (template: MailClass, id: string, options?: { readonly stream?: boolean }) =>
      store(mail(template), id, options),
    start: (id: string, options?: { readonly stream?: boolean }) =>
      store({ kind: 'start', machine: 'm', name: id, reference: id }, id, options),
    resume: (id: string) => store({ kind: 'resume', callback: id }, id),
    sweeps: () => sweeps,
    /** Lets time pass, with the clock that calls the sweep, until all has left. */
    untilAllLeft: async (): Promise<void> => {
      const clockwork = async () => {
        for (let next = begin + 2 * minute; left.size < stored.size; ) {
          await time.sleep(250);
          if (time.clock() < next) continue;
          next += 5 * minute;
          void runSweep();
        }
      };
      await time.until(clockwork());
    },
    /** Seconds for which an entry waited. */
    waited: (id: string): number => ((left.get(id) ?? Number.POSITIVE_INFINITY) - (stored.get(id) ?? 0)) / 1000,
    /** Seconds from the beginning until the last of some had left. */
    lastOf: (wanted: (id: string) => boolean): number =>
      (Math.max(...[...left].filter(([id]) => wanted(id)).map(([, at]) => at)) - begin) / 1000,
    momentsOf: (wanted: (id: string) => boolean) => [...left].filter(([id]) => wanted(id)).map(([, at]) => at),
  };
}
