import type { Instant, LocalDate } from '../shared/time.ts';
import { writeBankFile } from './bank-file.ts';
import type { BankProfile } from './bank-profile.ts';
import type { Dependencies } from './dependencies.ts';
import { dissolveBatch } from './dissolve-batch.ts';
import { type FreezeOutcome, freezeBatch } from './freeze-batch.ts';
import { gatherClaims } from './gather-claims.ts';
import { presentBatch } from './payments-table.ts';
import type { LeftOut } from './propose-batch.ts';
import { giveBackBatch } from './settle-batch.ts';
import type { Account } from './transfer.ts';

type Reach = Pick<Dependencies, 'payments' | 'claimsToPay' | 'payeesToPay' | 'commit'>;

/** Whether the file of a bank can hold an account as it is: who has another one is left out, and holds up nobody. */
export const canBeWritten =
  (profile: Pick<BankProfile, 'file'>, payOn: LocalDate) =>
  ({ bank, number, holder, lecturer }: Account): boolean => {
    const row = {
      row: '00000000000',
      bank,
      account: number,
      holder,
      payee: lecturer,
      amount: 1,
      gross: 1,
      withheld: 0,
    };
    const facts = { batch: 'pay-0000-1', month: payOn.slice(0, 7), payOn, rows: [row] };
    return writeBankFile(profile, facts).kind === 'made';
  };

const reasons = {
  empty: 'nothing to pay',
  'day-is-over': 'its day was over before it was frozen',
  'other-taxes': 'taxes on its day are others by now',
} as const;

/** Gathers and freezes a batch, from wherever it is; one that pays nothing as it is, is given up. */
export async function gatherAndFreeze(
  deps: Reach,
  id: string,
  { by }: { readonly by: string },
  now: Instant,
): Promise<{ readonly frozen: FreezeOutcome; readonly left: readonly LeftOut[] }> {
  const batch = await presentBatch(deps, id);
  const { profile } = await deps.payments.profileOf(id);
  const writable = canBeWritten(profile, batch.payOn);
  const gathered = await gatherClaims(deps, id, { by, canBeWritten: writable }, now);
  const frozen = await freezeBatch(deps, id, { by }, now);
  if (frozen.kind !== 'frozen' && frozen.kind !== 'moved') {
    await dissolveBatch(deps, { id, acting: undefined, by, reason: reasons[frozen.kind] }, now);
    await giveBackBatch(deps, id, now);
  }
  return { frozen, left: gathered.kind === 'gathered' ? gathered.left : [] };
}
