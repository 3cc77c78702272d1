import * as z from 'zod';
import { monthSchema } from '../claim-rules/claim.ts';
import { storedObject } from '../shared/database/stored.ts';
import type { Calculation } from '../wages/calculate.ts';
import { type Payee, payeeKinds } from '../wages/claim.ts';

/** Whole won, far below what a number holds exactly. */
export const wonSchema = z.int().min(0).max(10_000_000_000_000);

export const incomeClasses = ['other-income', 'business-income', 'non-resident', 'none'] as const;

/** A part of a claim as the tax month counts it: what was withheld from by one rule, or what nothing was withheld from. */
export const taxPartSchema = storedObject({
  kind: z.enum(payeeKinds),
  class: z.enum(incomeClasses),
  taxed: z.boolean(),
  gross: wonSchema,
  incomeTax: wonSchema,
  localTax: wonSchema,
});
export type TaxPart = z.output<typeof taxPartSchema>;

/** Who agreed to a claim, and for whom, if they stood in for somebody. Ids only. */
export const approvalSchema = storedObject({ by: z.string(), onBehalfOf: z.string().optional() });
export type Approval = z.output<typeof approvalSchema>;

/** An approved claim as it is paid: its sums, and nothing of a person but ids. */
export const payableClaimSchema = storedObject({
  id: z.string(),
  lecturer: z.string(),
  /** Whom finance knows by it: the lecturer, or the institution that is paid for several. */
  payee: z.string(),
  month: monthSchema,
  gross: wonSchema,
  incomeTax: wonSchema,
  localTax: wonSchema,
  net: wonSchema,
  parts: z.array(taxPartSchema).min(1),
  approvals: z.array(approvalSchema).min(1),
});
export type PayableClaim = z.output<typeof payableClaimSchema>;

export type Sums = Pick<TaxPart, 'gross' | 'incomeTax' | 'localTax'>;

/** What some things come to, before and of tax. */
export const taxSumsOf = (all: readonly Sums[]): Sums => ({
  gross: all.reduce((sum, { gross }) => sum + gross, 0),
  incomeTax: all.reduce((sum, { incomeTax }) => sum + incomeTax, 0),
  localTax: all.reduce((sum, { localTax }) => sum + localTax, 0),
});

/** Whether the sums of a claim are those of its parts, which batch, file and tax month add up. */
export function addsUp({ gross, incomeTax, localTax, net, parts }: PayableClaim): boolean {
  const sums = taxSumsOf(parts);
  const whole = sums.gross === gross && sums.incomeTax === incomeTax && sums.localTax === localTax;
  return whole && net === gross - incomeTax - localTax;
}

/**
 * A claim as the tax month counts it, from its sums with corrections. What is caught up on an earlier payment adds tax
 * and no gross: that was counted in its own month. A correction counts where its tax is; no part is below zero.
 */
export function taxPartsOf(
  claim: Sums & Pick<Calculation, 'taxes'> & { readonly corrections?: readonly Sums[] },
  kind: Payee['kind'],
): TaxPart[] {
  const { gross, incomeTax, localTax, taxes, corrections = [] } = claim;
  const withheld = taxes.find((line) => line.kind === 'withheld');
  const paidAs = incomeClassOf({ taxes }, kind);
  const corrected = corrections.filter((one) => one.incomeTax !== 0 || one.localTax !== 0);
  const taxable = corrected.reduce((sum, one) => sum + one.gross, withheld?.taxable ?? 0);
  const isTaxed = withheld !== undefined || incomeTax > 0 || localTax > 0;
  const taxedGross = isTaxed ? Math.min(gross, Math.max(0, taxable)) : 0;
  const rest = gross - taxedGross;
  const taxed = { kind, class: paidAs, taxed: true, gross: taxedGross, incomeTax, localTax };
  const untaxed = { kind, class: paidAs, taxed: false, gross: rest, incomeTax: 0, localTax: 0 };
  return [...(isTaxed ? [taxed] : []), ...(rest > 0 || !isTaxed ? [untaxed] : [])];
}

/** As which class of income a claim was paid to a kind of payee. */
export const incomeClassOf = ({ taxes }: Pick<Calculation, 'taxes'>, kind: Payee['kind']): TaxPart['class'] =>
  taxes.find((line) => line.kind === 'withheld')?.income ?? classWithoutTax[kind];

/** As whom a claim was calculated, whatever its lecturer is today: of a resident a claim without income has no line. */
export function payeeKindOf({ taxes }: Pick<Calculation, 'taxes'>): Payee['kind'] {
  for (const line of taxes) {
    if (line.kind === 'nothing-withheld') return line.why === 'treaty' ? 'non-resident' : line.why;
    if (line.kind === 'withheld' && line.income === 'non-resident') return 'non-resident';
  }
  return 'resident';
}

/** Where nothing was withheld: from business income something always is. */
const classWithoutTax = {
  resident: 'other-income',
  'non-resident': 'non-resident',
  institution: 'none',
  'business-with-invoice': 'none',
} as const satisfies Record<Payee['kind'], TaxPart['class']>;
