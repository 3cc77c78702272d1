import { type ClaimsFile, checkClaimsFile } from '../claim-rules/claims-file.ts';
import type { RuleKind } from '../rule-files/rule-kinds.ts';
import type { RuleVersion } from '../rule-files/rule-version.ts';
import type { RulesTable } from '../rule-files/rules-table.ts';
import { Fault } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { type RateCard, rateCardIn, type TaxRules, taxRulesIn } from '../wages/wages-file.ts';

/** By what a claim is calculated, with the versions of the files that say so. */
export interface WageRules {
  readonly card: RateCard;
  readonly tax: TaxRules;
  readonly settings: ClaimsFile;
  /** `lecturers-2027, version 3` */
  readonly versions: { readonly card: string; readonly tax: string };
  /** `claims-2027, version 2` */
  readonly settingsVersion: string;
}

interface Reach {
  readonly rules: Pick<RulesTable, 'inForce'>;
}

const claimsSlot = 'claims';

/** The file of who is asked about claims and when they are paid, which finance confirms as it does rates and taxes. */
export const claimsRuleKind: RuleKind = {
  kind: claimsSlot,
  title: { ko: '강사료 청구 절차', en: 'How claims are asked about' },
  is: (text) => /^kind:\s*claims\s*$/mu.test(text),
  read: (text) => {
    const checked = checkClaimsFile(text);
    if (!checked.ok) return checked;
    const { value } = checked;
    const title = { ko: value.id, en: value.id };
    return { ok: true, rules: { kind: claimsSlot, slot: claimsSlot, title, example: value.example, value } };
  },
};

/** Files of one kind: there is hardly more than the present one, and one for what is paid later. */
const mostRemembered = 4;

/** Reads a text once for those who read it again: every claim of a month is calculated by the same. */
function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text) ?? { value: read(text) };
    if (known.size >= mostRemembered) known.clear();
    known.set(text, found);
    return found.value;
  };
}

const cardIn = remembering(rateCardIn);
const taxIn = remembering(taxRulesIn);
const settingsIn = remembering((text) => {
  const checked = checkClaimsFile(text);
  return checked.ok ? checked.value : undefined;
});

const versionOf = ({ id }: { readonly id: string }, { number }: RuleVersion): string => `${id}, version ${number}`;

/** Who is asked about claims, and when they are paid, as it is today. @throws if finance has confirmed no such file */
export const settingsOn = async (reach: Reach, now: Instant): Promise<ClaimsFile> =>
  (await settingsInForce(reach, now)).settings;

async function settingsInForce(
  { rules }: Reach,
  now: Instant,
): Promise<Pick<WageRules, 'settings' | 'settingsVersion'>> {
  const found = await rules.inForce(claimsSlot, seoulDateOf(now));
  const settings = found && settingsIn(found.text);
  if (!found || !settings) throw new Fault('WageRulesMissing', { missing: claimsSlot });
  return { settings, settingsVersion: versionOf(settings, found) };
}

/**
 * The rules by which a claim is calculated today: the newest card, whose rows have their days, and the taxes of the day
 * on which it will be paid.
 * @throws if finance has not confirmed one of them
 */
export async function rulesInForce(reach: Reach, paidOn: LocalDate, now: Instant): Promise<WageRules> {
  const { rules } = reach;
  const [inForce, cardVersion, taxVersion] = await Promise.all([
    settingsInForce(reach, now),
    rules.inForce('rate-card', seoulDateOf(now)),
    rules.inForce('tax', paidOn),
  ]);
  const card = cardVersion && cardIn(cardVersion.text);
  const tax = taxVersion && taxIn(taxVersion.text);
  if (!cardVersion || !card || !taxVersion || !tax) {
    throw new Fault('WageRulesMissing', { missing: card ? 'tax' : 'rate-card', day: paidOn });
  }
  return { ...inForce, card, tax, versions: { card: versionOf(card, cardVersion), tax: versionOf(tax, taxVersion) } };
}

/** The taxes of whatever is paid on a day, as finance has confirmed them by now; nothing if it has not. */
export async function taxRulesOn({ rules }: Reach, paidOn: LocalDate): Promise<TaxRules | undefined> {
  const found = await rules.inForce('tax', paidOn);
  return found && taxIn(found.text);
}

/** Which files finance has not confirmed yet, without which no claim is drafted. */
export async function missingRules({ rules }: Reach, now: Instant): Promise<readonly string[]> {
  const slots = ['rate-card', 'tax', claimsSlot];
  const found = await Promise.all(slots.map((slot) => rules.inForce(slot, seoulDateOf(now))));
  return slots.filter((_, index) => found[index] === undefined);
}
