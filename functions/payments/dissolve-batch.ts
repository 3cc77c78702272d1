import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, type BatchState, batchLifecycle, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { noticesOf } from './notices.ts';
import { presentBatch } from './payments-table.ts';
import { onward } from './requests.ts';
import { type Acting, type Barred, barredFrom, personOf } from './separation.ts';

export type DissolveOutcome =
  | { readonly kind: 'dissolving'; readonly batch: Batch }
  | { readonly kind: 'not-now'; readonly state: BatchState }
  /** Who made a file that may be with the bank does not say alone that the bank has not taken it. */
  | { readonly kind: 'made-the-file' }
  | Barred;

/**
 * Gives a batch up of which nothing is paid: it was empty or wrong, or the bank took none of it. Its claims go into the
 * next one; the run of the batch tells them.
 */
export async function dissolveBatch(
  {
    payments,
    payeesToPay,
    people,
    requests,
    commit,
  }: Pick<Dependencies, 'payments' | 'payeesToPay' | 'people' | 'requests' | 'commit'>,
  given: {
    readonly id: string;
    /** Nobody: it could not be frozen, and is given up by itself. */
    readonly acting: Acting | undefined;
    readonly by: string;
    readonly reason: string;
  },
  now: Instant,
): Promise<DissolveOutcome> {
  const { id, acting, by, reason } = given;
  return decideAgainOnConflict(async () => {
    const was = await presentBatch({ payments }, id);
    if (!batchLifecycle.next(was.state, 'dissolve')) return { kind: 'not-now', state: was.state };
    if (acting) {
      if (was.file && (was.file.person ?? personOf(was.file.by)) === acting.person) return { kind: 'made-the-file' };
      const { approvers } = was;
      const barred = await barredFrom({ payeesToPay }, { approvers, claims: await payments.claimsOf(was) }, acting);
      if (barred) return barred;
    }
    const run = await onward({ requests }, was, { outcome: 'GIVEN_UP', person: acting?.person ?? by }, now);
    const next = changedBatch(was, now, { dissolved: { by, reason, at: now }, ...run.revival }, 'dissolve');
    await commit({
      changes: [payments.save(next, was), ...run.changes],
      events: [{ subject: id, type: 'BatchDissolved', by, at: now, data: { from: was.state } }],
      // The words of a person stay with the batch.
      outbox: [...run.outbox, ...(await noticesOf({ people }, 'batch-given-up', id, acting ? by : reason))],
    });
    return { kind: 'dissolving', batch: next };
  }, tries.contested);
}
