import banksFile from '../../rules/banks/banks.json' with { type: 'json' };
import type { Text } from '../shared/i18n.ts';

/** The banks that a transfer may go to, each with its three digits and its name; the file names its source. */
export const banks: readonly ({ readonly code: string } & Text)[] = banksFile.banks;

/** What people call a bank; its code, if the list no longer has it. */
export const bankName = (code: string): Text => banks.find((bank) => bank.code === code) ?? { ko: code, en: code };
