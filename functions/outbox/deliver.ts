import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type OutboxEntry, type StoredErrand, secondCopyPossible } from './entry.ts';
import type { OutboxTable } from './outbox-table.ts';

/** Sent, but whether it was taken is not known: no answer came, or the service failed in the middle. */
export class PerhapsDone extends Error {
  override readonly name: string;
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = errorName(cause);
  }
}

const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** How an errand ended: done, no longer needed, or never to be done however often it is tried. */
export type Delivery =
  | { readonly kind: 'done'; readonly note: string }
  | { readonly kind: 'dropped'; readonly why: string }
  | { readonly kind: 'refused'; readonly error: string };

export type Errand<Kind extends StoredErrand['kind']> = Extract<StoredErrand, { kind: Kind }>;

/** Does the errands; a thrown error is tried again later. */
export interface Carriers {
  readonly mail: (errand: Errand<'mail'>, entry: OutboxEntry) => Promise<Delivery>;
  readonly start: (errand: Errand<'start'>) => Promise<Delivery>;
  readonly resume: (errand: Errand<'resume'>) => Promise<Delivery>;
}

export interface DeliverDependencies {
  readonly outbox: OutboxTable;
  readonly carriers: Carriers;
  /** Waits until one more of the kind may leave; false at once, where that is later than `until`. */
  readonly turn: (kind: StoredErrand['kind'], until: Instant) => Promise<boolean>;
  readonly clock: () => Instant;
  /** What is counted and logged; ids and error names only. */
  readonly report: (what: DeliveryReport) => void;
  /** Tells the operators of an entry that was given up; it must not fail because mail fails. */
  readonly tellOperators: (entry: OutboxEntry, error: string) => Promise<void>;
}

export interface DeliveryReport {
  readonly entry: string;
  readonly kind: StoredErrand['kind'];
  readonly result: 'done' | 'dropped' | 'no turn' | 'put off' | 'given up';
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
  const entry = await deps.outbox.claim(id, deps.clock());
  if (!entry) return undefined;
  const outcome = await carry(deps, entry, waitUntil);
  deps.report({ entry: id, kind: entry.errand.kind, ...outcome, secondCopyPossible: secondCopyPossible(entry) });
  return outcome.result;
}

async function carry(deps: DeliverDependencies, entry: OutboxEntry, waitUntil: Instant): Promise<Outcome> {
  const { outbox, clock } = deps;
  let perhapsDone = false;
  try {
    if (!(await deps.turn(entry.errand.kind, waitUntil))) {
      await outbox.giveBack(entry, clock());
      return { result: 'no turn', note: 'others leave first' };
    }
    const delivery = await errand(deps.carriers, entry);
    if (delivery.kind === 'done') {
      perhapsDone = true;
      await outbox.done(entry, clock(), delivery.note);
      return { result: 'done', note: delivery.note };
    }
    if (delivery.kind === 'dropped') {
      await outbox.drop(entry, clock(), delivery.why);
      return { result: 'dropped', note: delivery.why };
    }
    return await giveUp(deps, entry, delivery.error, delivery.error);
  } catch (error) {
    const name = errorName(error);
    const note = `${name} (${entry.attempts} of ${tries.outboxEntry})`;
    if (entry.attempts >= tries.outboxEntry) return { ...(await giveUp(deps, entry, name, note)), fault: error };
    perhapsDone ||= error instanceof PerhapsDone;
    await outbox.putOff(entry, clock(), name, { perhapsDone });
    return { result: 'put off', note, fault: error };
  }
}

/** Operators are told before the entry is closed: where telling fails, the entry comes again, and with it the telling. */
async function giveUp(deps: DeliverDependencies, entry: OutboxEntry, error: string, note: string): Promise<Outcome> {
  await deps.tellOperators(entry, error);
  await deps.outbox.fail(entry, deps.clock(), error);
  return { result: 'given up', note };
}

const errand = (carriers: Carriers, entry: OutboxEntry): Promise<Delivery> => {
  switch (entry.errand.kind) {
    case 'mail':
      return carriers.mail(entry.errand, entry);
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

/**
 * Delivers several entries. A lane ends when its time is up, and when an entry gets no turn: the next would get none
 * either. What is left stays due.
 * @returns whether every entry was taken up
 */
export async function deliverAll(deps: DeliverDependencies, ids: readonly string[], shift: Shift): Promise<boolean> {
  const queue = [...ids];
  let allHadTheirTurn = true;
  const lane = async (): Promise<void> => {
    while (queue.length > 0 && deps.clock() < shift.beginUntil) {
      const id = queue.shift() ?? '';
      if ((await deliverQuietly(deps, id, shift.waitUntil)) !== 'no turn') continue;
      allHadTheirTurn = false;
      return;
    }
  };
  await Promise.all(Array.from({ length: shift.lanes }, lane));
  return allHadTheirTurn && queue.length === 0;
}

/** Even a table that does not answer must not stop the others: the sweep comes again. */
async function deliverQuietly(deps: DeliverDependencies, id: string, waitUntil: Instant) {
  try {
    return await deliver(deps, id, waitUntil);
  } catch (error) {
    const note = errorName(error);
    deps.report({ entry: id, kind: 'mail', result: 'put off', note, secondCopyPossible: false, fault: error });
    return 'put off';
  }
}
