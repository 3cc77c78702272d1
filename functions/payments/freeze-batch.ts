import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, changedBatch, type Totals } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { accountsFrozen, frozenHash, totalsOf } from './frozen-batch.ts';
import { presentBatch, storePages } from './payments-table.ts';
import { transfersOf } from './transfer.ts';

export type FreezeOutcome =
  | { readonly kind: 'frozen'; readonly batch: Batch; readonly totals: Totals }
  /** It has taken no claim: nothing is to be paid by it. */
  | { readonly kind: 'empty' }
  | Outdated
  /** It is beyond gathering already. */
  | { readonly kind: 'moved'; readonly batch: Batch };

/** Why a batch pays nothing as it is: it is given up, and its claims go into another one as far as they may. */
export type Outdated =
  /** Its day is over before the bank had its file. */
  | { readonly kind: 'day-is-over'; readonly payOn: LocalDate }
  /** Of these claims the taxes on its day are others by now: the rules or a payee have changed. */
  | { readonly kind: 'other-taxes'; readonly claims: readonly string[] };

/** Whether what a batch has taken can still be paid on its day, with the taxes that were calculated. */
export async function outdated(
  { claimsToPay }: Pick<Dependencies, 'claimsToPay'>,
  { payOn }: Pick<Batch, 'payOn'>,
  claims: readonly { readonly id: string }[],
  now: Instant,
): Promise<Outdated | undefined> {
  if (payOn < seoulDateOf(now)) return { kind: 'day-is-over', payOn };
  const others = await claimsToPay.taxedOtherwise(
    claims.map(({ id }) => id),
    payOn,
  );
  return others.length > 0 ? { kind: 'other-taxes', claims: others } : undefined;
}

/**
 * Freezes what a batch has taken, with its control totals and a hash over everything. Rows are stored first, under the
 * hash; nobody reads them until the batch itself names it.
 */
export async function freezeBatch(
  {
    payments,
    claimsToPay,
    payeesToPay,
    commit,
  }: Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'commit'>,
  id: string,
  { by }: { readonly by: string },
  now: Instant,
): Promise<FreezeOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await presentBatch({ payments }, id);
    if (was.state !== 'GATHERING') return { kind: 'moved', batch: was };
    if (was.pages === 0) return { kind: 'empty' };
    const [claims, profile] = await Promise.all([payments.claimsOf(was), payments.profileOf(id)]);
    const late = await outdated({ claimsToPay }, was, claims, now);
    if (late) return late;
    const accounts = await payeesToPay.accounts(claims.map(({ account }) => account));
    const transfers = transfersOf(id, claims, accounts);
    const beside = { profile: profile.hash, accounts: accountsFrozen(claims, accounts) };
    const [hash, totals] = [frozenHash(was, claims, transfers, beside), totalsOf(claims, transfers)];
    const pages = payments.putTransfers(id, hash, transfers);
    await storePages({ commit }, { id, hash, pages, by }, now);
    const batch = changedBatch(was, now, { frozen: { hash, totals, ...beside, at: now } }, 'freeze');
    await commit({
      changes: [payments.save(batch, was)],
      events: [
        {
          subject: id,
          type: 'BatchFrozen',
          by,
          at: now,
          data: { hash, ...totals, profile: beside.profile, accounts: beside.accounts.count },
        },
      ],
    });
    return { kind: 'frozen', batch, totals };
  }, tries.contested);
}
