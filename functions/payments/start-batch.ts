import { startOf } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, batchId, mostInMonth, newBatch, numberOf } from './batch.ts';
import type { Dependencies } from './dependencies.ts';

export type StartBatchOutcome =
  | { readonly kind: 'started'; readonly batch: Batch }
  /** No claim waits to be paid. */
  | { readonly kind: 'nothing' }
  /** Finance has confirmed no such profile of a bank. */
  | { readonly kind: 'no-profile' }
  /** The day of payment is over. */
  | { readonly kind: 'day-is-over' }
  | { readonly kind: 'too-many'; readonly month: string };

/**
 * Begins a batch with its run: the monthly one, or another beside it, whatever became of those before. Of some claims
 * only, if they are named.
 */
export async function startBatch(
  {
    payments,
    claimsToPay,
    bankProfiles,
    commit,
  }: Pick<Dependencies, 'payments' | 'claimsToPay' | 'bankProfiles' | 'commit'>,
  given: {
    readonly payOn: LocalDate;
    /** By the profile of it that is in force: its id. */
    readonly bank: string;
    readonly only?: readonly string[];
    readonly by: string;
  },
  now: Instant,
): Promise<StartBatchOutcome> {
  const { payOn, bank, only, by } = given;
  if (payOn < seoulDateOf(now)) return { kind: 'day-is-over' };
  const waiting = await claimsToPay.payable();
  if (!waiting.some(({ id }) => !only || only.includes(id))) return { kind: 'nothing' };
  const inForce = await bankProfiles.inForce(bank, now);
  if (!inForce) return { kind: 'no-profile' };
  const { profile, version } = inForce;
  return decideAgainOnConflict(async () => {
    const month = payOn.slice(0, 7);
    const first = batchId(month, 1).slice(0, -1);
    const numbers = (await payments.batches({ from: first, to: `${first}~` })).map(numberOf);
    const number = Math.max(0, ...numbers) + 1;
    if (number > mostInMonth) return { kind: 'too-many', month };
    const named = only ? { only: [...only] } : {};
    const batch = newBatch(
      { id: batchId(month, number), month, payOn, profile: bank, profileVersion: version, startedBy: by, ...named },
      now,
    );
    await commit({
      changes: [payments.save(batch), payments.keepProfile(batch.id, profile)],
      events: [
        {
          subject: batch.id,
          type: 'BatchStarted',
          by,
          at: now,
          data: { payOn, profile: bank, version, of: only?.length ?? 'all' },
        },
      ],
      outbox: [startOf('payment-run', batch.id, batch.run)],
    });
    return { kind: 'started', batch };
  }, tries.contested);
}
