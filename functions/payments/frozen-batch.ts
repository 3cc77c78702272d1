import type { BankProfile } from '../bank-files/bank-profile.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import { Fault } from '../shared/errors.ts';
import { compare } from '../wages/whole-won.ts';
import type { Batch, Totals } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { type AccountRef, type Accounts, refKey, sumsOf, type TakenClaim, type Transfer } from './transfer.ts';

/** A batch with its claims, its rows and the profile of its file, as they were frozen. */
export interface FrozenBatch {
  readonly batch: Batch;
  readonly claims: readonly TakenClaim[];
  readonly transfers: readonly Transfer[];
  readonly profile: BankProfile;
}

type Frozen = NonNullable<Batch['frozen']>;

export const totalsOf = (claims: readonly TakenClaim[], transfers: readonly unknown[]): Totals => ({
  claims: claims.length,
  transfers: transfers.length,
  ...sumsOf(claims),
});

/** The accounts that some claims are paid to, as the bank's file has them: their number, and a hash over each part. */
export function accountsFrozen(
  claims: readonly { readonly account: AccountRef }[],
  accounts: Accounts,
): NonNullable<Frozen['accounts']> {
  const keys = [...new Set(claims.map(({ account }) => refKey(account)))].toSorted(compare);
  const used = keys.map((key) => {
    const { bank = '', number = '', holder = '' } = accounts.get(key) ?? {};
    return { key, bank, number, holder };
  });
  return { count: used.length, hash: canonicalHash(used) };
}

/**
 * Over all that is paid by it: claims, sums, which account each row goes to, what stands in these accounts, and the profile
 * by which the file is made. Batches from before have neither of the last two.
 */
export const frozenHash = (
  { id, payOn, profile: bank, profileVersion }: Pick<Batch, 'id' | 'payOn' | 'profile' | 'profileVersion'>,
  claims: readonly TakenClaim[],
  transfers: readonly Transfer[],
  { profile, accounts }: Pick<Frozen, 'profile' | 'accounts'>,
): string =>
  canonicalHash({
    id,
    payOn,
    claims,
    transfers,
    ...(profile && { profile: { id: bank, version: profileVersion, hash: profile } }),
    ...(accounts && { accounts }),
  });

/** Reads a batch as it was frozen. @throws Fault BatchAltered if it is not */
export async function readFrozen({ payments }: Pick<Dependencies, 'payments'>, batch: Batch): Promise<FrozenBatch> {
  const { id, frozen } = batch;
  if (!frozen) throw new Fault('BatchMissing', { batch: id });
  const [claims, transfers, { profile, hash }] = await Promise.all([
    payments.claimsOf(batch),
    payments.transfersOf(id, frozen.hash, frozen.totals.transfers),
    payments.profileOf(id),
  ]);
  if (frozen.profile && frozen.profile !== hash) throw new Fault('BatchAltered', { batch: id, page: 'profile' });
  if (frozenHash(batch, claims, transfers, frozen) !== frozen.hash) throw new Fault('BatchAltered', { batch: id });
  return { batch, claims, transfers, profile };
}

/** The accounts of a frozen batch, as they were. @throws Fault AccountMissing or BatchAltered if they are not */
export async function frozenAccounts(
  { payeesToPay }: Pick<Dependencies, 'payeesToPay'>,
  { batch, claims }: FrozenBatch,
): Promise<Accounts> {
  const accounts = await payeesToPay.accounts(claims.map(({ account }) => account));
  const missing = claims.find(({ account }) => !accounts.has(refKey(account)));
  if (missing) throw new Fault('AccountMissing', { batch: batch.id, claim: missing.id });
  const was = batch.frozen?.accounts;
  if (was && was.hash !== accountsFrozen(claims, accounts).hash) {
    throw new Fault('BatchAltered', { batch: batch.id, page: 'accounts' });
  }
  return accounts;
}
