import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { AddressProblem } from './addresses-table.ts';
import {
  type Lease,
  type Leased,
  messageOf,
  type OutboxEntry,
  type StoredMessage,
  secondCopyPossible,
} from './entry.ts';
import type { OutboxTable } from './outbox-table.ts';
import type { Bucket, RateLimiter } from './rate-limiter.ts';

/** Sent, but whether it was taken is not known: no answer came, or the service failed in the middle. */
export class PerhapsDone extends Error {
  override readonly name: string;
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = errorName(cause);
  }
}

/** What is logged of a fault: never its message, which may hold somebody's data. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The error of an entry that could not be read. */
const unreadable = 'EntryUnreadable';

/** How a message was handled. */
export type Delivery =
  | { readonly kind: 'done'; readonly note: string }
  /** No longer needed. */
  | { readonly kind: 'dropped'; readonly why: string }
  /** Never to be done, however often it is tried. */
  | { readonly kind: 'refused'; readonly error: string; readonly address?: AddressProblem }
  /** Not to be done in a state that will pass; no try is counted. */
  | { readonly kind: 'deferred'; readonly why: string }
  /** The lease was lost before anything was sent: another worker has it. */
  | { readonly kind: 'lost' };

export type MessageOf<Kind extends StoredMessage['kind']> = Extract<StoredMessage, { kind: Kind }>;

/** What a mail is sent under: whether its lease still holds, which is asked right before it leaves. */
export interface Held {
  readonly entry: OutboxEntry;
  readonly holds: () => Promise<boolean>;
}

/** Handles the messages; a thrown error is tried again later. */
export interface MessageHandlers {
  readonly mail: (message: MessageOf<'mail'>, held: Held) => Promise<Delivery>;
  readonly start: (message: MessageOf<'start'>) => Promise<Delivery>;
  readonly resume: (message: MessageOf<'resume'>) => Promise<Delivery>;
}

export interface DeliverDependencies extends RateLimiter {
  readonly outbox: OutboxTable;
  readonly handlers: MessageHandlers;
  /** In whose slot a message leaves; nothing for what leaves at once. */
  readonly bucketOf: (message: StoredMessage) => Bucket | undefined;
  readonly clock: () => Instant;
  /** What is counted and logged; ids and error names only. */
  readonly report: (what: DeliveryReport) => void;
  /** Tells the operators of an entry that was given up; it must not fail because mail fails. */
  readonly tellOperators: (given: GivenUp) => Promise<void>;
}

/** What the operators are told of an entry that is given up; of one that cannot be read, there is no message. */
export interface GivenUp extends Lease {
  readonly message?: StoredMessage;
  readonly error: string;
  /** If it was given up because of the address that it goes to. */
  readonly address?: AddressProblem;
}

export interface DeliveryReport {
  readonly entry: string;
  readonly kind: StoredMessage['kind'] | 'unknown';
  readonly result: 'done' | 'dropped' | 'no slot' | 'put off' | 'deferred' | 'lease lost' | 'given up';
  readonly note: string;
  readonly secondCopyPossible: boolean;
  /** What was thrown, if something was; logged by name and place. */
  readonly fault?: unknown;
}

type Outcome = Pick<DeliveryReport, 'result' | 'note' | 'fault'>;

/** Delivers one entry if it is due, nobody else has it, and it gets a slot in time. Never throws for a bad entry. */
export async function deliver(
  deps: DeliverDependencies,
  id: string,
  waitUntil: Instant,
): Promise<Outcome['result'] | undefined> {
  const leased = await deps.outbox.lease(id, deps.clock());
  if (!leased) return undefined;
  const outcome = await outcomeOf(deps, leased, waitUntil);
  const what =
    leased.kind === 'entry'
      ? ({ kind: messageOf(leased.entry).kind, secondCopyPossible: secondCopyPossible(leased.entry) } as const)
      : ({ kind: 'unknown', secondCopyPossible: false } as const);
  deps.report({ entry: id, ...what, ...outcome });
  return outcome.result;
}

async function outcomeOf(deps: DeliverDependencies, leased: Leased, waitUntil: Instant): Promise<Outcome> {
  if (leased.kind === 'unreadable') return failed(deps, leased.lease, { error: unreadable, perhapsDone: false });
  const { entry } = leased;
  const progress = { perhapsDone: false };
  try {
    return await handle(deps, entry, waitUntil, progress);
  } catch (fault) {
    const perhapsDone = progress.perhapsDone || fault instanceof PerhapsDone;
    return { ...(await failed(deps, entry, { error: errorName(fault), perhapsDone })), fault };
  }
}

async function handle(
  deps: DeliverDependencies,
  entry: OutboxEntry,
  waitUntil: Instant,
  progress: { perhapsDone: boolean },
): Promise<Outcome> {
  const { outbox, clock, bucketOf } = deps;
  const bucket = bucketOf(messageOf(entry));
  if (!(await deps.slot(bucket, waitUntil))) {
    await outbox.release(entry, bucket ?? 'due', dueSince(entry, clock()));
    return { result: 'no slot', note: 'others leave first' };
  }
  const delivery = await handled(deps, entry);
  switch (delivery.kind) {
    case 'done':
      progress.perhapsDone = true;
      await outbox.done(entry, clock(), delivery.note);
      return { result: 'done', note: delivery.note };
    case 'dropped':
      await outbox.drop(entry, clock(), delivery.why);
      return { result: 'dropped', note: delivery.why };
    case 'deferred':
      await outbox.defer(entry, clock(), delivery.why);
      return { result: 'deferred', note: delivery.why };
    case 'lost':
      return { result: 'lease lost', note: 'another worker has it' };
    case 'refused':
      return giveUp(deps, entry, delivery.error, delivery.error, delivery.address);
  }
}

/** An entry that was never tried keeps its place in the queue; a clock that went ahead does not take it from it. */
const dueSince = ({ attempts, createdAt }: OutboxEntry, now: Instant): Instant =>
  attempts === 1 && createdAt < now ? createdAt : now;

/** One try is used up: it is tried again later, or given up if it was the last one. */
async function failed(
  deps: DeliverDependencies,
  lease: Lease | OutboxEntry,
  { error, perhapsDone }: { readonly error: string; readonly perhapsDone: boolean },
): Promise<Outcome> {
  const note = `${error} (${lease.attempts} of ${tries.outboxEntry})`;
  if (lease.attempts >= tries.outboxEntry) return giveUp(deps, lease, error, note);
  await deps.outbox.retryLater(lease, deps.clock(), error, { perhapsDone });
  return { result: 'put off', note };
}

/** Operators are told before the entry is closed: if telling fails, the entry comes again, and with it the telling. */
async function giveUp(
  deps: DeliverDependencies,
  lease: Lease | OutboxEntry,
  error: string,
  note: string,
  address?: AddressProblem,
): Promise<Outcome> {
  const { id, attempts } = lease;
  await deps.tellOperators({
    id,
    attempts,
    message: 'errand' in lease ? messageOf(lease) : undefined,
    error,
    ...(address && { address }),
  });
  await deps.outbox.fail(lease, deps.clock(), error);
  return { result: 'given up', note };
}

const handled = ({ handlers, outbox, clock }: DeliverDependencies, entry: OutboxEntry): Promise<Delivery> => {
  const message = messageOf(entry);
  switch (message.kind) {
    case 'mail':
      return handlers.mail(message, { entry, holds: () => outbox.holds(entry, clock()) });
    case 'start':
      return handlers.start(message);
    case 'resume':
      return handlers.resume(message);
  }
};

/** How a worker works through its entries. */
export interface DeliveryLimits {
  /** Entries at a time. */
  readonly concurrency: number;
  /** Until when slots are waited for; after that an entry leaves at once or not at all. */
  readonly waitUntil: Instant;
  /** Until when entries are begun. */
  readonly beginUntil: Instant;
}

/** What a worker did not do of what it was given. */
export interface Left {
  /** Got no slot, or was not taken up. */
  readonly left: readonly string[];
  /** Another worker had it. */
  readonly elsewhere: readonly string[];
}

/**
 * Delivers several entries. A worker ends when its time is up, and when an entry gets no slot: the next would get none
 * either. What is left stays due.
 */
export async function deliverAll(
  deps: DeliverDependencies,
  ids: readonly string[],
  limits: DeliveryLimits,
): Promise<Left> {
  const queue = [...ids];
  const left: string[] = [];
  const elsewhere: string[] = [];
  const worker = async (): Promise<void> => {
    while (queue.length > 0 && deps.clock() < limits.beginUntil) {
      const id = queue.shift() ?? '';
      const result = await deliverQuietly(deps, id, limits.waitUntil);
      if (result === undefined) elsewhere.push(id);
      if (result !== 'no slot') continue;
      left.push(id);
      return;
    }
  };
  await Promise.all(Array.from({ length: limits.concurrency }, worker));
  return { left: [...left, ...queue], elsewhere };
}

/** Even a table that does not answer must not stop the others: the sweep comes again. */
export async function deliverQuietly(deps: DeliverDependencies, id: string, waitUntil: Instant) {
  try {
    return await deliver(deps, id, waitUntil);
  } catch (error) {
    const note = errorName(error);
    deps.report({ entry: id, kind: 'unknown', result: 'put off', note, secondCopyPossible: false, fault: error });
    return 'put off';
  }
}
