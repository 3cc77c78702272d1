import type { Instant } from '../shared/time.ts';
import { mostAttempts, type OutboxDraft, type OutboxEntry, secondCopyPossible } from './entry.ts';
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

export type Errand<Kind extends OutboxDraft['kind']> = Extract<OutboxDraft, { kind: Kind }>;

/** Does the errands; a thrown error is tried again later. */
export interface Carriers {
  readonly mail: (errand: Errand<'mail'>, entry: OutboxEntry) => Promise<Delivery>;
  readonly start: (errand: Errand<'start'>) => Promise<Delivery>;
  readonly resume: (errand: Errand<'resume'>) => Promise<Delivery>;
}

export interface DeliverDependencies {
  readonly outbox: OutboxTable;
  readonly carriers: Carriers;
  readonly clock: () => Instant;
  /** What is counted and logged; ids and error names only. */
  readonly report: (what: DeliveryReport) => void;
  /** Tells the operators of an entry that was given up; it must not fail because mail fails. */
  readonly tellOperators: (entry: OutboxEntry, error: string) => Promise<void>;
}

export interface DeliveryReport {
  readonly entry: string;
  readonly kind: OutboxDraft['kind'];
  readonly result: 'done' | 'dropped' | 'put off' | 'given up';
  readonly note: string;
  readonly secondCopyPossible: boolean;
}

/** Delivers one entry if it is due and nobody else has it. Never throws for a bad entry. */
export async function deliver(deps: DeliverDependencies, id: string): Promise<void> {
  const entry = await deps.outbox.claim(id, deps.clock());
  if (!entry) return;
  const { result, note } = await carry(deps, entry);
  deps.report({ entry: id, kind: entry.errand.kind, result, note, secondCopyPossible: secondCopyPossible(entry) });
}

async function carry(deps: DeliverDependencies, entry: OutboxEntry): Promise<Pick<DeliveryReport, 'result' | 'note'>> {
  const { outbox, clock } = deps;
  let perhapsDone = false;
  try {
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
    const note = `${name} (${entry.attempts} of ${mostAttempts})`;
    if (entry.attempts >= mostAttempts) return giveUp(deps, entry, name, note);
    perhapsDone ||= error instanceof PerhapsDone;
    await outbox.putOff(entry, clock(), name, { perhapsDone });
    return { result: 'put off', note };
  }
}

/** Operators are told before the entry is closed: where telling fails, the entry comes again, and with it the telling. */
async function giveUp(
  deps: DeliverDependencies,
  entry: OutboxEntry,
  error: string,
  note: string,
): Promise<Pick<DeliveryReport, 'result' | 'note'>> {
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

/** Delivers several entries, a few at a time: SES and Step Functions have rates of their own. */
export async function deliverAll(deps: DeliverDependencies, ids: readonly string[], atATime = 4): Promise<void> {
  const queue = [...ids];
  await Promise.all(
    Array.from({ length: Math.min(atATime, queue.length) }, async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) await deliverQuietly(deps, id);
    }),
  );
}

/** Even a table that does not answer must not stop the others: the sweep comes again. */
async function deliverQuietly(deps: DeliverDependencies, id: string): Promise<void> {
  try {
    await deliver(deps, id);
  } catch (error) {
    deps.report({
      entry: id,
      kind: 'mail',
      result: 'put off',
      note: errorName(error),
      secondCopyPossible: false,
    });
  }
}
