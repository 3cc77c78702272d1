import { type RefusedCell, writeBankFile } from '../bank-files/bank-file.ts';
import type { FileFacts } from '../bank-files/file-rows.ts';
import { readingBy } from '../shared/database/audit.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import { sha256Hex } from '../shared/sha256.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Batch, type BatchState, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import { type Outdated, outdated } from './freeze-batch.ts';
import { type FrozenBatch, frozenAccounts, readFrozen } from './frozen-batch.ts';
import { presentBatch } from './payments-table.ts';
import { type Prove, proofOf } from './proof-of.ts';
import { onward } from './requests.ts';
import { type Acting, type Barred, barredFrom } from './separation.ts';
import { type Accounts, refKey } from './transfer.ts';

export interface BankFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
}

export type MakeFileOutcome =
  | { readonly kind: 'made'; readonly file: BankFile; readonly batch: Batch }
  | { readonly kind: 'not-now'; readonly state: BatchState }
  | Barred
  | Outdated
  | { readonly kind: 'not-proved' }
  | { readonly kind: 'refused'; readonly cells: readonly RefusedCell[] };

/** What the bank is told by a frozen batch: the same facts each time. */
export const fileFactsOf = (
  { batch, transfers }: Pick<FrozenBatch, 'batch' | 'transfers'>,
  accounts: Accounts,
): FileFacts => ({
  batch: batch.id,
  month: batch.month,
  payOn: batch.payOn,
  rows: transfers.map(({ row, payee, account, amount, gross, incomeTax, localTax }) => {
    const found = accounts.get(refKey(account));
    if (!found) throw new Fault('AccountMissing', { batch: batch.id, row });
    const { bank, number, holder } = found;
    return { row, bank, account: number, holder, payee, amount, gross, withheld: incomeTax + localTax };
  }),
});

/**
 * Makes the bank's file of a frozen batch, or the same once more: a file that is not the one of before is a fault, and
 * not handed out. The proof that is asked for is used up with it.
 */
export async function makeBankFile(
  {
    payments,
    claimsToPay,
    payeesToPay,
    requests,
    commit,
  }: Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'requests' | 'commit'>,
  given: {
    readonly id: string;
    readonly acting: Acting;
    readonly by: string;
    readonly prove?: Prove;
  },
  now: Instant,
): Promise<MakeFileOutcome> {
  const { id, acting, by, prove } = given;
  return decideAgainOnConflict(async () => {
    const was = await presentBatch({ payments }, id);
    if (was.state !== 'FROZEN' && was.state !== 'MADE') return { kind: 'not-now', state: was.state };
    const frozen = await readFrozen({ payments }, was);
    const { profile } = frozen;
    const barred = await barredFrom({ payeesToPay }, { ...frozen, approvers: was.approvers }, acting);
    if (barred) return barred;
    // Once it was made the bank may have it: what it is then is the same each time.
    const late = was.file ? undefined : await outdated({ claimsToPay }, was, frozen.claims, now);
    if (late) return late;
    const written = writeBankFile(profile, fileFactsOf(frozen, await frozenAccounts({ payeesToPay }, frozen)));
    if (written.kind === 'refused') return written;
    const proof = await proofOf(prove, was);
    if (!proof) return { kind: 'not-proved' };
    const hash = sha256Hex(written.bytes);
    if (was.file && was.file.hash !== hash) throw new Fault('BatchAltered', { batch: id, file: was.file.hash });
    const { bytes, contentType, extension } = written;
    const file = { name: `${id}.${extension}`, bytes, contentType };
    const data = { hash, profile: profile.id, version: was.profileVersion ?? 0, bytes: bytes.length };
    if (was.file) {
      const read = { ...readingBy(by, now), subject: id, type: 'BankFileDownloaded', data } as const;
      await commit({ changes: proof, events: [read] });
      return { kind: 'made', file, batch: was };
    }
    const run = await onward({ requests }, was, { outcome: 'MADE', person: acting.person }, now);
    const made = { hash, by, person: acting.person, at: now };
    const next = changedBatch(was, now, { file: made, ...run.revival }, 'make');
    await commit({
      changes: [payments.save(next, was), ...run.changes, ...proof],
      events: [{ subject: id, type: 'BankFileMade', by, at: now, data }],
      outbox: run.outbox,
    });
    return { kind: 'made', file, batch: next };
  }, tries.contested);
}
