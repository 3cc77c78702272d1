import { compare } from '../wages/whole-won.ts';
import { addsUp, type PayableClaim, payableClaimSchema } from './payable-claim.ts';
import {
  type Account,
  type Accounts,
  accountKey,
  refKey,
  type TakenClaim,
  type Transfer,
  transfersOf,
} from './transfer.ts';

/** What of a lecturer decides where the money goes. */
export interface PayeeFacts {
  readonly name: string;
  /** The account that may be used now; none, if there is none or it waits. */
  readonly account?: Account;
}

export interface LeftOut {
  readonly claim: string;
  readonly lecturer: string;
  readonly why: 'no-account' | 'does-not-add-up' | 'below-zero' | 'other-taxes' | 'cannot-be-written';
}

/** What somebody looks at before a batch is frozen; it hinders nothing. */
export interface Warning {
  readonly lecturer: string;
  readonly kind: /** The account is in another name than the lecturer's. */
    | 'holder-differs'
    /** It is another one than at the last payment. */
    | 'account-changed'
    /** Two lecturers say of one account that it is in different names. */
    | 'holders-differ';
}

export interface Proposal {
  readonly taken: readonly TakenClaim[];
  readonly transfers: readonly Transfer[];
  readonly left: readonly LeftOut[];
  readonly warnings: readonly Warning[];
}

/** What a batch would be made of: nothing is left out in silence, and nobody who cannot be paid holds up the others. */
export function proposeBatch(given: {
  readonly batch: string;
  readonly claims: readonly PayableClaim[];
  readonly payees: ReadonlyMap<string, PayeeFacts>;
  /** Claims whose taxes are not those of the day of payment. */
  readonly taxedOtherwise?: readonly string[];
  /** The version of the account to which somebody was paid last. */
  readonly paidTo?: ReadonlyMap<string, number>;
  /** Whether the bank's file can hold an account as it is. */
  readonly canBeWritten?: (account: Account) => boolean;
}): Proposal {
  const { batch, payees, paidTo, taxedOtherwise = [], canBeWritten = () => true } = given;
  const claims = given.claims.toSorted((a, b) => compare(a.id, b.id));
  const left: LeftOut[] = [];
  const taken: TakenClaim[] = [];
  for (const claim of claims) {
    const account = payees.get(claim.lecturer)?.account;
    const taxes = taxedOtherwise.includes(claim.id) ? 'other-taxes' : undefined;
    const why = whyNot(claim) ?? taxes ?? (account && !canBeWritten(account) ? 'cannot-be-written' : undefined);
    if (why || !account) left.push({ claim: claim.id, lecturer: claim.lecturer, why: why ?? 'no-account' });
    else taken.push(takenClaim(claim, account));
  }
  const used = [...new Set(taken.map(({ lecturer }) => lecturer))];
  const accounts = new Map(
    used.flatMap((lecturer) => {
      const account = payees.get(lecturer)?.account;
      return account ? [[refKey(account), account] as const] : [];
    }),
  );
  return {
    taken,
    transfers: transfersOf(batch, taken, accounts),
    left,
    warnings: [
      ...used.flatMap((lecturer) => warningsOf(lecturer, payees.get(lecturer), paidTo?.get(lecturer))),
      ...differing(accounts),
    ],
  };
}

/** A sum below zero is none that a batch can store: it would hold up all claims beside it. */
function whyNot(claim: PayableClaim): LeftOut['why'] | undefined {
  if (!payableClaimSchema.safeParse(claim).success) return 'below-zero';
  return addsUp(claim) ? undefined : 'does-not-add-up';
}

/** What of a claim is kept with the batch, and nothing that came along with it. */
const takenClaim = (claim: PayableClaim, { lecturer, version }: Account): TakenClaim => ({
  id: claim.id,
  lecturer: claim.lecturer,
  payee: claim.payee,
  month: claim.month,
  gross: claim.gross,
  incomeTax: claim.incomeTax,
  localTax: claim.localTax,
  net: claim.net,
  parts: claim.parts,
  approvals: claim.approvals,
  account: { lecturer, version },
});

function warningsOf(lecturer: string, facts: PayeeFacts | undefined, paidTo: number | undefined): Warning[] {
  const { name = '', account } = facts ?? {};
  if (!account) return [];
  const changed = paidTo !== undefined && paidTo !== account.version;
  return [
    ...(sameName(name, account.holder) ? [] : [{ lecturer, kind: 'holder-differs' } as const]),
    ...(changed ? [{ lecturer, kind: 'account-changed' } as const] : []),
  ];
}

function differing(accounts: Accounts): Warning[] {
  const groups = Map.groupBy(accounts.values(), accountKey);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return group
      .filter(({ holder }) => first && !sameName(first.holder, holder))
      .map(({ lecturer }) => ({ lecturer, kind: 'holders-differ' }) as const);
  });
}

/** Blanks, width and case make no other name. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other);
