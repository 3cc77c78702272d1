import type { Lang } from '../../shared/i18n.ts';
import { type Account, shownAccount } from '../account.ts';
import { bankName } from '../banks.ts';

/** The bank by its name, and the last digits of the number. */
export const masked = (account: Account, lang: Lang): string => shownAccount(account, bankName(account.bank)[lang]);
