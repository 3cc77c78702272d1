import type { RuleKind } from '../rule-files/rule-kinds.ts';
import type { RulesTable } from '../rule-files/rules-table.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { BankProfile } from './bank-profile.ts';
import { checkBankProfile } from './check-bank-profile.ts';

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

/** A profile of a bank, and which version of it a second person of finance has confirmed. */
export interface ProfileInForce {
  readonly profile: BankProfile;
  readonly version: number;
}

export interface BankProfiles {
  /** What is in force today; nothing before finance has confirmed it. */
  readonly inForce: (bank: string, now: Instant) => Promise<ProfileInForce | undefined>;
  /** By which bank the clock pays each month: of those in force the first that says so. */
  readonly monthly: (now: Instant) => Promise<ProfileInForce | undefined>;
}

/** The profiles that a second person of finance has confirmed, as `rule-files` keeps them. */
export function keptProfiles({ rules }: { readonly rules: Pick<RulesTable, 'inForce' | 'slots'> }): BankProfiles {
  const inSlot = async (slot: string, now: Instant): Promise<ProfileInForce | undefined> => {
    const found = await rules.inForce(slot, seoulDateOf(now));
    if (!found) return undefined;
    const checked = checkBankProfile(found.text);
    return checked.ok ? { profile: checked.value, version: found.number } : undefined;
  };
  return {
    inForce: (bank, now) => inSlot(bankSlot(bank), now),
    monthly: async (now) => {
      const slots = (await rules.slots()).filter((slot) => slot.startsWith(bankSlot(''))).toSorted();
      const found = await Promise.all(slots.map((slot) => inSlot(slot, now)));
      return found.find((one) => one?.profile.monthly !== undefined);
    },
  };
}
