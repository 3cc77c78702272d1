import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Claimed, type Lease, type OutboxEntry, type StoredErrand, secondCopyPossible } from './entry.ts';
import type { OutboxTable } from './outbox-table.ts';
import type { Lane, Pacer } from './pace.ts';

/** Sent, but whether it was taken is not known: no answer came, or the service failed in the middle. */
export class PerhapsDone extends Error {
  override readonly name: string;
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = errorName(cause);
  }
}

const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** The error of an entry that could not be read. */
const unreadable = 'EntryUnreadable';

/** How an errand ended. */
export type Delivery =
  | { readonly kind: 'done'; readonly note: string }
  /** No longer needed. */
  | { readonly kind: 'dropped'; readonly why: string }
  /** Never to be done, however often it is tried. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Not to be done in a state that will pass; no try is counted. */
  | { readonly kind: 'deferred'; readonly why: string }
  /** The claim was lost before anything was sent: another worker has it. */
  | { readonly kind: 'lost' };

export type Errand<Kind extends StoredErrand['kind']> = Extract<StoredErrand, { kind: Kind }>;

/** What a mail is sent under: whether its claim still holds, which is asked right before it leaves. */
export interface Held {
  readonly entry: OutboxEntry;
  readonly holds: () => Promise<boolean>;
}

/** Does the errands; a thrown error is tried again later. */
export interface Carriers {
  readonly mail: (errand: Errand<'mail'>, held: Held) => Promise<Delivery>;
  readonly start: (errand: Errand<'start'>) => Promise<Delivery>;
  readonly resume: (errand: Errand<'resume'>) => Promise<Delivery>;
}

export interface DeliverDependencies extends Pacer {
  readonly outbox: OutboxTable;
  readonly carriers: Carriers;
  /** In whose turn an errand leaves; nothing for what leaves at once. */
  readonly laneOf: (errand: StoredErrand) => Lane | undefined;
  readonly clock: () => Instant;
  /** What is counted and logged; ids and error names only. */
  readonly report: (what: DeliveryReport) => void;
  /** Tells the operators of an entry that was given up; it must not fail because mail fails. */
  readonly tellOperators: (given: GivenUp) => Promise<void>;
}

/** What the operators are told of an entry that is given up; of one that cannot be read, there is no errand. */
export interface GivenUp extends Lease {
  readonly errand?: StoredErrand;
  readonly error: string;
}

export interface DeliveryReport {
  readonly entry: string;
  readonly kind: StoredErrand['kind'] | 'unknown';
  readonly result: 'done' | 'dropped' | 'no turn' | 'put off' | 'deferred' | 'lease lost' | 'given up';
  readonly note: string;
  readonly secondCopyPossible: boolean;
  /** What was thrown, where something was; logged by name and place. */
  readonly fault?: unknown;
}

type Outcome = Pick<DeliveryReport, 'result' | 'note' | 'fault'>;

/** Delivers one entry if it is due, nobody else has it, and it gets a turn in time. Never throws for a bad entry. */
export async function deliver(
  deps: DeliverDependencies,
  id: string,
  waitUntil: Instant,
): Promise<Outcome['result'] | undefined> {
  const claimed = await deps.outbox.claim(id, deps.clock());
  if (!claimed) return undefined;
  const outcome = await outcomeOf(deps, claimed, waitUntil);
  const what =
    claimed.kind === 'entry'
      ? ({ kind: claimed.entry.errand.kind, secondCopyPossible: secondCopyPossible(claimed.entry) } as const)
      : ({ kind: 'unknown', secondCopyPossible: false } as const);
  deps.report({ entry: id, ...what, ...outcome });
  return outcome.result;
}

async function outcomeOf(deps: DeliverDependencies, claimed: Claimed, waitUntil: Instant): Promise<Outcome> {
  if (claimed.kind === 'unreadable') return failed(deps, claimed.lease, { error: unreadable, perhapsDone: false });
  const { entry } = claimed;
  const progress = { perhapsDone: false };
  try {
    return await carry(deps, entry, waitUntil, progress);
  } catch (fault) {
    const perhapsDone = progress.perhapsDone || fault instanceof PerhapsDone;
    return { ...(await failed(deps, entry, { error: errorName(fault), perhapsDone })), fault };
  }
}

async function carry(
  deps: DeliverDependencies,
  entry: OutboxEntry,
  waitUntil: Instant,
  progress: { perhapsDone: boolean },
): Promise<Outcome> {
  const { outbox, clock, laneOf } = deps;
  const lane = laneOf(entry.errand);
  if (!(await deps.turn(lane, waitUntil))) {
    await outbox.giveBack(entry, lane ?? 'due', dueSince(entry, clock()));
    return { result: 'no turn', note: 'others leave first' };
  }
  const delivery = await errand(deps, entry);
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
      return giveUp(deps, entry, delivery.error, delivery.error);
  }
}

/** An entry that was never tried keeps its place in the queue; a clock that went ahead does not take it from it. */
const dueSince = ({ attempts, createdAt }: OutboxEntry, now: Instant): Instant =>
  attempts === 1 && createdAt < now ? createdAt : now;

/** One try is used up: it is put off, or given up where it was the last one. */
async function failed(
  deps: DeliverDependencies,
  lease: Lease & { readonly errand?: StoredErrand },
  { error, perhapsDone }: { readonly error: string; readonly perhapsDone: boolean },
): Promise<Outcome> {
  const note = `${error} (${lease.attempts} of ${tries.outboxEntry})`;
  if (lease.attempts >= tries.outboxEntry) return giveUp(deps, lease, error, note);
  await deps.outbox.putOff(lease, deps.clock(), error, { perhapsDone });
  return { result: 'put off', note };
}

/** Operators are told before the entry is closed: where telling fails, the entry comes again, and with it the telling. */
async function giveUp(
  deps: DeliverDependencies,
  lease: Lease & { readonly errand?: StoredErrand },
  error: string,
  note: string,
): Promise<Outcome> {
  const { id, attempts } = lease;
  await deps.tellOperators({ id, attempts, errand: lease.errand, error });
  await deps.outbox.fail(lease, deps.clock(), error);
  return { result: 'given up', note };
}

const errand = ({ carriers, outbox, clock }: DeliverDependencies, entry: OutboxEntry): Promise<Delivery> => {
  switch (entry.errand.kind) {
    case 'mail':
      return carriers.mail(entry.errand, { entry, holds: () => outbox.holds(entry, clock()) });
    case 'start':
      return carriers.start(entry.errand);
    case 'resume':
      return carriers.resume(entry.errand);
  }
};

/** How a worker works through its entries. */
export interface Shift {
  /** Entries at a time. */
  readonly lanes: number;
  /** Until when turns are waited for; after that an entry leaves at once or not at all. */
  readonly waitUntil: Instant;
  /** Until when entries are begun. */
  readonly beginUntil: Instant;
}

/** What a worker did not do of what it was given. */
export interface Left {
  /** Got no turn, or was not taken up. */
  readonly left: readonly string[];
  /** Another worker had it. */
  readonly elsewhere: readonly string[];
}

/**
 * Delivers several entries. A lane ends when its time is up, and when an entry gets no turn: the next would get none
 * either. What is left stays due.
 */
export async function deliverAll(deps: DeliverDependencies, ids: readonly string[], shift: Shift): Promise<Left> {
  const queue = [...ids];
  const left: string[] = [];
  const elsewhere: string[] = [];
  const lane = async (): Promise<void> => {
    while (queue.length > 0 && deps.clock() < shift.beginUntil) {
      const id = queue.shift() ?? '';
      const result = await deliverQuietly(deps, id, shift.waitUntil);
      if (result === undefined) elsewhere.push(id);
      if (result !== 'no turn') continue;
      left.push(id);
      return;
    }
  };
  await Promise.all(Array.from({ length: shift.lanes }, lane));
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
