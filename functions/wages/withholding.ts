import * as z from 'zod';
import { canonicalHash } from '../shared/database/canonical.ts';
import { storedObject } from '../shared/database/stored.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';
import { type Payee, payeeKinds } from './claim.ts';
import { inForce } from './dated.ts';
import { lookUp } from './look-up.ts';
import { otherIncomeOn, ratesOn } from './taxes.ts';
import type { TaxRules } from './wages-file.ts';

/** By what is withheld from whatever is paid to somebody on a day. */
export const withholdingSchema = storedObject({
  on: localDateSchema,
  kind: z.enum(payeeKinds),
  income: z.enum(['other-income', 'business-income', 'non-resident', 'none']),
  rates: storedObject({
    deemedExpensePercent: z.int(),
    percent: z.int(),
    localPercent: z.int(),
    below: z.int(),
  }).optional(),
  /** Of other income: the most of a case of which nothing is withheld. */
  untaxed: z.int().optional(),
});
export type Withholding = z.output<typeof withholdingSchema>;

/** What a day and a payee decide about the taxes of a payment, whatever its sum; nothing if the rules do not say it. */
export function withholdingOn(payee: Payee, on: LocalDate, rules: TaxRules): Withholding | undefined {
  const look = lookUp();
  const { kind } = payee;
  switch (kind) {
    case 'institution':
    case 'business-with-invoice':
      return { on, kind, income: 'none' };
    case 'non-resident': {
      if (payee.treatyPaper) return { on, kind, income: 'none' };
      const rates = ratesOn(rules.nonResident.rate, on, rules, look);
      return rates && { on, kind, income: 'non-resident', rates };
    }
    case 'resident': {
      const income = inForce(payee.taxClass, on)?.class;
      if (income === 'business-income') {
        const rates = ratesOn(rules.businessIncome.rate, on, rules, look);
        return rates && { on, kind, income, rates };
      }
      const untaxed = inForce(rules.otherIncome.untaxed, on)?.upTo;
      const rates = income && untaxed !== undefined ? otherIncomeOn(on, rules, look) : undefined;
      return income && rates && { on, kind, income, rates, untaxed };
    }
  }
}

/** Whether two days and payees come to the same taxes. */
export const isSameWithholding = (a: Withholding | undefined, b: Withholding | undefined): boolean => {
  if (!a || !b) return false;
  const [{ on: _one, ...before }, { on: _other, ...after }] = [a, b];
  return canonicalHash(before) === canonicalHash(after);
};
