import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle } from '../shared/lifecycle.ts';
import { addMinutes, type Instant, instantSchema } from '../shared/time.ts';

const accountStates = ['ENTERED', 'CONFIRMED', 'REFUSED', 'REPLACED', 'STOPPED'] as const;

/** A version of an account is confirmed or refused once; a later one replaces it. Until it is used it can be stopped. */
export const accountLifecycle = lifecycle('Accounts of lecturers', accountStates, {
  confirm: { ENTERED: 'CONFIRMED' },
  refuse: { ENTERED: 'REFUSED' },
  replace: { ENTERED: 'REPLACED', CONFIRMED: 'REPLACED' },
  stop: { ENTERED: 'STOPPED', CONFIRMED: 'STOPPED' },
});

/** One version of the account that a lecturer is paid to, in the lecturer's words. */
export const accountSchema = storedObject({
  lecturer: z.string(),
  /** Of the version, from 1. */
  number: z.number().int().positive(),
  /** Three digits. */
  bank: z.string(),
  /** Digits and hyphens as they were entered: leading zeros count. */
  account: z.string(),
  holder: z.string(),
  /** The lecturer's address when it was entered: a later change is told there. */
  email: z.string(),
  state: z.enum(accountStates),
  enteredAt: instantSchema,
  /** The request in which the lecturer entered it. */
  enteredIn: z.string().optional(),
  /** The request in which finance decides about it. */
  request: z.string().optional(),
  confirmedBy: z.string().optional(),
  confirmedAt: instantSchema.optional(),
  /** A day after it was confirmed, so that whoever has lost a mailbox can object. */
  usableFrom: instantSchema.optional(),
  /** The bank could not pay to it: nothing is sent there again. */
  returnedAt: instantSchema.optional(),
  refusedBy: z.string().optional(),
  refusedAt: instantSchema.optional(),
  /** Who stopped it before it was used, and when. */
  stoppedBy: z.string().optional(),
  stoppedAt: instantSchema.optional(),
  /** Why finance refused it. */
  reason: z.string().optional(),
  revision: z.number().int().positive(),
  ...audited,
});
export type Account = z.infer<typeof accountSchema>;

/** How long a confirmed account waits before anything is paid to it, in minutes. */
export const minutesBeforeUse = 24 * 60;

/**
 * The account that is paid to: of those that were confirmed a day ago, the latest. The one before serves until then; none,
 * once the bank has returned it. What another one took the place of within its day, for somebody objected, never serves.
 */
export function usableOf(accounts: readonly Account[], now: Instant): Account | undefined {
  const latest = accounts.findLast(
    (one) =>
      one.state !== 'STOPPED' &&
      one.usableFrom !== undefined &&
      one.usableFrom <= now &&
      !wasStopped(one, one.usableFrom, accounts),
  );
  return latest?.returnedAt ? undefined : latest;
}

const wasStopped = ({ number }: Account, usableFrom: Instant, accounts: readonly Account[]): boolean =>
  accounts.some((later) => later.number > number && later.confirmedAt !== undefined && later.confirmedAt < usableFrom);

/** Whether somebody can still object to it: nothing has been paid to it. */
export const canBeStopped = ({ state, usableFrom }: Pick<Account, 'state' | 'usableFrom'>, now: Instant): boolean =>
  accountLifecycle.next(state, 'stop') !== undefined && (usableFrom === undefined || now < usableFrom);

export const usableFromOf = (confirmedAt: Instant): Instant => addMinutes(confirmedAt, minutesBeforeUse);

/** What everybody is shown of an account number: its last four digits. Only the bank's file has all of them. */
export const maskedAccount = (account: string): string => {
  const digits = [...account].filter((sign) => /\d/u.test(sign)).length;
  let seen = 0;
  return account.replaceAll(/\d/gu, (digit) => {
    seen += 1;
    return seen > digits - 4 ? digit : '•';
  });
};

const comparable = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s().,·]/gu, '')
    .toLowerCase();

/** Whether an account is in another name than the lecturer's: finance is warned. */
export const holderDiffers = ({ holder }: Pick<Account, 'holder'>, name: string): boolean =>
  comparable(holder) !== comparable(name);

/** A bank's name and what is shown of the number. */
export const shownAccount = ({ account }: Pick<Account, 'account'>, bank: string): string =>
  `${bank} ${maskedAccount(account)}`;

/**
 * Where a change is told: the address of the lecturer when the account before was entered, the last one that finance had
 * confirmed, since an address may be changed first and the account after.
 */
export const addressBefore = (
  accounts: readonly Account[],
  { number }: Pick<Account, 'number'>,
): string | undefined => {
  const before = accounts.filter((one) => one.number < number);
  const confirmed = before.findLast(({ confirmedAt }) => confirmedAt !== undefined);
  return (confirmed ?? before[0])?.email;
};
