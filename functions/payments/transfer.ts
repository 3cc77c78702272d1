import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { compare } from '../wages/whole-won.ts';
import { payableClaimSchema, type Sums, taxSumsOf, wonSchema } from './payable-claim.ts';

/** The account that a claim is paid to: a version of it, which never changes. The number itself is with the lecturers. */
export const accountRefSchema = storedObject({ lecturer: z.string(), version: z.int().positive() });
export type AccountRef = z.output<typeof accountRefSchema>;

/** An account as the bank's file needs it. */
export interface Account extends AccountRef {
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** A claim that a batch has taken, with the account that it is paid to. */
export const takenClaimSchema = payableClaimSchema.extend({ account: accountRefSchema });
export type TakenClaim = z.output<typeof takenClaimSchema>;

const institutionMark = 'institution:';

/** An institution as a payee, apart from a lecturer of the same name. */
export const institutionPayee = (institution: string): string => `${institutionMark}${institution}`;

/** A payee as people read it: an institution's name, or a lecturer's id. */
export const payeeText = (payee: string): string =>
  payee.startsWith(institutionMark) ? payee.slice(institutionMark.length) : payee;

/** One row of the bank's file: all claims of a payee that go to one account. */
export const transferSchema = storedObject({
  row: z.string(),
  payee: z.string(),
  account: accountRefSchema,
  claims: z.array(z.string()).min(1),
  gross: wonSchema,
  incomeTax: wonSchema,
  localTax: wonSchema,
  amount: wonSchema.min(1),
});
export type Transfer = z.output<typeof transferSchema>;

export const refKey = ({ lecturer, version }: AccountRef): string => `${lecturer}#${version}`;

export type Accounts = ReadonlyMap<string, Account>;

/** The same account, however its number is parted. */
export const accountKey = ({ bank, number }: Pick<Account, 'bank' | 'number'>): string =>
  JSON.stringify([bank, number.replace(/[\s-]/gu, '')]);

type ClaimSums = Sums & { readonly net: number };

/** What a list of claims comes to. */
export const sumsOf = (claims: readonly ClaimSums[]): ClaimSums => ({
  ...taxSumsOf(claims),
  net: claims.reduce((sum, { net }) => sum + net, 0),
});

/**
 * The rows of the file: one for each payee and account, in an order that does not depend on that of the claims. What
 * comes to nothing has no row.
 */
export function transfersOf(batch: string, claims: readonly TakenClaim[], accounts: Accounts): Transfer[] {
  const inOrder = claims.toSorted((a, b) => compare(a.payee, b.payee) || compare(a.id, b.id));
  const groups = Map.groupBy(inOrder, ({ payee, account }) => {
    const found = accounts.get(refKey(account));
    return JSON.stringify([payee, found ? accountKey(found) : refKey(account)]);
  });
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      const { gross, incomeTax, localTax, net } = sumsOf(group);
      if (!first || net === 0) return [];
      const claimIds = group.map(({ id }) => id);
      return [
        { payee: first.payee, account: first.account, claims: claimIds, gross, incomeTax, localTax, amount: net },
      ];
    })
    .map((group, index) => ({ row: rowId(batch, index + 1), ...group }));
}

/** Digits only, as most banks want it: month and number of the batch, and the row. `pay-2703-1` → `27030100001`. */
export const rowId = (batch: string, row: number): string => {
  const [, month = '', number = ''] = batch.split('-');
  return `${month}${number.padStart(2, '0')}${String(row).padStart(5, '0')}`;
};
