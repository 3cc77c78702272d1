import type { WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import { shownAccount } from '../lecturers/account.ts';
import { bankName } from '../lecturers/banks.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import { presentBatch } from '../payments/payments-table.ts';
import { Fault } from '../shared/errors.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { statementWords } from './statement-words.ts';

/** What a statement says beside the lines of the claim. */
export interface Statement {
  readonly claim: WageClaim;
  readonly name: string;
  readonly paidOn: LocalDate;
  /** The bank and the last digits of the account that was paid to; in words, if there was nothing to transfer. */
  readonly account: Text;
  /** When the payment was confirmed: the same however often the statement is made. */
  readonly issuedAt: Instant;
}

/** The statement of a paid claim, with the account as it was then. @throws Fault BatchAltered, AccountMissing */
export async function seeStatement(
  { payments, lecturers }: Pick<Dependencies, 'payments' | 'lecturers'>,
  { claim, lecturer }: { readonly claim: WageClaim; readonly lecturer: Pick<Lecturer, 'name'> },
): Promise<Statement> {
  const batch = await presentBatch({ payments }, claim.batch ?? '');
  const taken = (await payments.claimsOf(batch)).find(({ id }) => id === claim.id);
  const { result } = batch;
  if (!taken || !result || !claim.paidOn) throw new Fault('BatchAltered', { batch: batch.id, claim: claim.id });
  const said = { claim, name: lecturer.name, paidOn: claim.paidOn, issuedAt: result.at };
  if (totalsOf(claim).paid === 0) return { ...said, account: statementWords.nothing };
  const account = await lecturers.account(taken.account.lecturer, taken.account.version);
  if (!account) throw new Fault('AccountMissing', { batch: batch.id, claim: claim.id });
  const shown = (lang: Lang): string => shownAccount(account, bankName(account.bank)[lang]);
  return { ...said, account: { ko: shown('ko'), en: shown('en') } };
}
