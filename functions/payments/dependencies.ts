import type { BankProfiles } from '../bank-files/bank-profile-kind.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Commit, Parts } from '../shared/database/commit.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import type { PayableClaim } from './payable-claim.ts';
import type { PaymentsTable } from './payments-table.ts';
import type { PayeeFacts } from './propose-batch.ts';
import type { AccountRef, Accounts } from './transfer.ts';

/** What payments ask of whoever keeps claims: each answer is stored in one transaction with the batch. */
export interface ClaimsToPay {
  /** Approved, in no batch, and held by nobody. */
  readonly payable: () => Promise<readonly PayableClaim[]>;
  /** @throws Conflict if one of them is not payable any more, or not as it was listed */
  readonly takeIntoBatch: (claims: readonly PayableClaim[], batch: string, now: Instant) => Promise<Parts>;
  /** Those whose taxes would be others if they were paid on a day, as rules and payees are now. */
  readonly taxedOtherwise: (claims: readonly string[], paidOn: LocalDate) => Promise<readonly string[]>;
  readonly markPaid: (
    claims: readonly string[],
    paid: { readonly batch: string; readonly paidOn: LocalDate },
    now: Instant,
  ) => Promise<Parts>;
  /** They go into the next batch. */
  readonly giveBack: (
    claims: readonly string[],
    given: { readonly batch: string; readonly why: 'returned' | 'dissolved' },
    now: Instant,
  ) => Promise<Parts>;
}

/** What payments ask of whoever keeps lecturers and their accounts. */
export interface PayeesToPay {
  /** By which somebody of the staff is known as one of them. */
  readonly whoAre: (
    lecturers: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly email?: string }[]>;
  readonly facts: (lecturers: readonly string[], now: Instant) => Promise<ReadonlyMap<string, PayeeFacts>>;
  /** Versions of accounts as they were entered, whatever came after. */
  readonly accounts: (refs: readonly AccountRef[]) => Promise<Accounts>;
  /** The bank returned what was sent to it: this version is used no more, and the lecturer is asked once. */
  readonly askAgain: (account: AccountRef, batch: string, now: Instant) => Promise<Parts>;
}

/** What the use cases of payments reach; each asks for the few that it uses. */
export interface Dependencies {
  readonly payments: PaymentsTable;
  readonly commit: Commit;
  readonly claimsToPay: ClaimsToPay;
  readonly payeesToPay: PayeesToPay;
  readonly bankProfiles: BankProfiles;
  readonly people: Pick<PeopleTable, 'withRole'>;
  readonly requests: Pick<RequestsTable, 'byAskKey' | 'save'>;
}
