import type { OutboxDraft } from '../outbox/entry.ts';
import { cancelled, type PersonRequest, settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';
import type { Batch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';

export const paymentRequests = { file: 'payment-file', result: 'payment-result' } as const;
export type PaymentRequestKind = (typeof paymentRequests)[keyof typeof paymentRequests];

/** Batches, their rows and what is asked about them belong to no round. */
export const paymentsContext = 'payments';

/** Names the question about a batch, so that a run that is started again finds it. */
export const paymentKey = (kind: PaymentRequestKind, { id }: Pick<Batch, 'id'>): string => `${kind}/${id}`;

/** What is still asked about a batch, whoever has it. */
export async function openRequestOf(
  { requests }: { readonly requests: Pick<Dependencies['requests'], 'byAskKey'> },
  batch: Pick<Batch, 'id'>,
): Promise<PersonRequest | undefined> {
  const found = await Promise.all(
    Object.values(paymentRequests).map((kind) => requests.byAskKey(paymentKey(kind, batch))),
  );
  return found.find((request) => request?.state === 'OPEN');
}

/** What a decision about a batch adds to its commit, and to the batch itself. */
interface Onward {
  readonly changes: readonly Change[];
  readonly outbox: readonly OutboxDraft[];
  readonly revival: Partial<Batch>;
}

/**
 * Lets the run of a batch go on from a decision that somebody has made at the desk or the command line, whoever was
 * asked for it: what was asked is settled, or ended if the batch is given up; a run that was stuck has its next one.
 */
export async function onward(
  { requests }: Pick<Dependencies, 'requests'>,
  batch: Batch,
  made: { readonly outcome: 'MADE' | 'CONFIRMED' | 'GIVEN_UP'; readonly person: string },
  now: Instant,
): Promise<Onward> {
  const { outcome, person } = made;
  const open = await openRequestOf({ requests }, batch);
  const { revival, start } = revive('payment-run', batch.id, batch);
  if (!open) return { changes: [], outbox: start, revival };
  const next =
    outcome === 'GIVEN_UP' ? cancelled(open, outcome, person, now) : settled(open, { outcome, by: person, at: now });
  const resumed: OutboxDraft[] = open.callback === undefined ? [] : [{ kind: 'resume', callback: open.callback }];
  return { changes: [requests.save(next, open)], outbox: [...start, ...resumed], revival };
}
