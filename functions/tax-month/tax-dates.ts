import * as z from 'zod';
import { monthAfter } from '../claim-rules/pay-day.ts';
import { idSchema, textSchema } from '../rounds/round-parts.ts';
import type { RuleKind } from '../rule-files/rule-kinds.ts';
import type { RulesTable } from '../rule-files/rules-table.ts';
import { type CheckedFile, checkYaml } from '../shared/files/check-yaml.ts';
import type { Text } from '../shared/i18n.ts';
import {
  addDays,
  businessDayFrom,
  type Instant,
  type LocalDate,
  localDateSchema,
  seoulDateOf,
} from '../shared/time.ts';
import { dated, inForce, outOfOrder } from '../wages/dated.ts';
import { compare } from '../wages/whole-won.ts';

const taxDatesSchema = z.strictObject({
  title: textSchema,
  example: z.boolean().describe('Finance has not confirmed days and articles.'),
  dates: z.record(
    idSchema,
    z.strictObject({
      title: textSchema,
      rules: dated({
        day: z.union([z.int().min(1).max(28), z.literal('last')]).describe('Of the month after the payments.'),
        onHoliday: z.enum(['next-business-day', 'same-day']),
      }),
    }),
  ),
});
/** By when what was withheld in a month is reported and paid. */
export type TaxDates = z.output<typeof taxDatesSchema>;

/** The JSON schema by which editors check and complete `rules/payments/tax-dates.yaml`. */
export const taxDatesJsonSchema = () => z.toJSONSchema(taxDatesSchema, { io: 'input' });

export const checkTaxDates = (yaml: string): CheckedFile<TaxDates> =>
  checkYaml(yaml, taxDatesSchema, 'a list of due dates', ({ dates }) =>
    Object.entries(dates).flatMap(([id, { rules }]) => outOfOrder(rules, ['dates', id, 'rules'])),
  );

const taxDatesSlot = 'tax-dates';

/** The due dates as finance confirms them before anybody relies on them. */
export const taxDatesKind: RuleKind = {
  kind: taxDatesSlot,
  title: { ko: '원천징수 기한', en: 'Due dates of withholding' },
  is: (text) => /^dates:\s*$/mu.test(text),
  read: (text) => {
    const checked = checkTaxDates(text);
    if (!checked.ok) return checked;
    const { title, example } = checked.value;
    return { ok: true, rules: { kind: taxDatesSlot, slot: taxDatesSlot, title, example, value: checked.value } };
  },
};

/** The due dates that a second person of finance has confirmed; nothing before one has. */
export async function taxDatesInForce(
  { rules }: { readonly rules: Pick<RulesTable, 'inForce'> },
  now: Instant,
): Promise<TaxDates | undefined> {
  const found = await rules.inForce(taxDatesSlot, seoulDateOf(now));
  if (!found) return undefined;
  const checked = checkTaxDates(found.text);
  return checked.ok ? checked.value : undefined;
}

export interface DueDate {
  readonly id: string;
  readonly title: Text;
  readonly on: LocalDate;
  readonly source: string;
}

/** What is due for the payments of a month (`2027-03`), the earliest first, by the rules in force on its last day. */
export function dueDatesOf(month: string, { dates }: TaxDates): DueDate[] {
  const next = monthAfter(month);
  const [first, lastDay] = [firstDayOf(next), lastDayBefore(next)];
  return Object.entries(dates)
    .flatMap(([id, { title, rules }]) => {
      const rule = inForce(rules, lastDay);
      if (!rule) return [];
      const day = rule.day === 'last' ? lastDayBefore(monthAfter(next)) : addDays(first, rule.day - 1);
      const on = rule.onHoliday === 'next-business-day' ? businessDayFrom(day) : day;
      return [{ id, title, on, source: rule.source }];
    })
    .toSorted((a, b) => compare(a.on, b.on));
}

const firstDayOf = (month: string): LocalDate => localDateSchema.parse(`${month}-01`);
const lastDayBefore = (month: string): LocalDate => addDays(firstDayOf(month), -1);
