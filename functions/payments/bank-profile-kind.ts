import type { RuleKind } from '../rule-files/rule-kinds.ts';
import type { RulesTable } from '../rule-files/rules-table.ts';
import { seoulDateOf } from '../shared/time.ts';
import { checkBankProfile } from './check-bank-profile.ts';
import type { BankProfiles } from './dependencies.ts';

/** What only one profile of a bank is in force of. */
export const bankSlot = (bank: string): string => `bank-${bank}`;

/** The profile of a bank as finance confirms it before a file is made by it. */
export const bankProfileKind: RuleKind = {
  kind: 'bank-profile',
  title: { ko: '은행 파일 형식', en: 'Profile of a bank' },
  is: (text) => /^file:\s*$/mu.test(text) && /^result:\s*$/mu.test(text),
  read: (text) => {
    const checked = checkBankProfile(text);
    if (!checked.ok) return checked;
    const { id, title, example } = checked.value;
    return { ok: true, rules: { kind: 'bank-profile', slot: bankSlot(id), title, example, value: checked.value } };
  },
};

/** The profiles that a second person of finance has confirmed, as `rule-files` keeps them. */
export const keptProfiles = ({ rules }: { readonly rules: Pick<RulesTable, 'inForce'> }): BankProfiles => ({
  inForce: async (bank, now) => {
    const found = await rules.inForce(bankSlot(bank), seoulDateOf(now));
    if (!found) return undefined;
    const checked = checkBankProfile(found.text);
    return checked.ok ? { profile: checked.value, version: found.number } : undefined;
  },
});
