import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleKinds } from '../../../functions/app/rule-kinds.ts';
import { addsUp, type PayableClaim, payeeKindOf, taxPartsOf } from '../../../functions/payments/payable-claim.ts';
import { sumsOf } from '../../../functions/payments/transfer.ts';
import { readRules } from '../../../functions/rule-files/rule-kinds.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { checkTaxDates, dueDatesOf, taxDatesJsonSchema } from '../../../functions/tax-month/tax-dates.ts';
import { taxMonthCsv, taxMonthOf } from '../../../functions/tax-month/tax-month.ts';
import { calculate } from '../../../functions/wages/calculate.ts';
import type { Payee } from '../../../functions/wages/claim.ts';
import { root } from '../../../local/paths.ts';
import { claimOf } from '../../support/payments/open-payments.ts';
import { testSeed } from '../../support/seed.ts';
import { claims as anyClaims, cards, taxRules } from '../../support/wages/arbitrary-claims.ts';
import { calculated, exampleCard, exampleClaim, exampleTax } from '../../support/wages/rules.ts';

const yaml = readFileSync(join(root, 'rules/payments/tax-dates.yaml'), 'utf8');
const dates = () => {
  const checked = checkTaxDates(yaml);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
};

function payable(id: string, payee: Payee, change: Partial<ReturnType<typeof exampleClaim>> = {}): PayableClaim {
  const claim = exampleClaim();
  const { gross, incomeTax, localTax, paid, taxes } = calculated(
    { ...claim, ...change, lecturer: { ...claim.lecturer, payee } },
    exampleCard(),
    exampleTax(),
  );
  const parts = taxPartsOf({ gross, incomeTax, localTax, taxes }, payee.kind);
  return claimOf(id, { gross, incomeTax, localTax, net: paid, parts, payee: id.slice(0, 1) });
}

const since = localDateSchema.parse('2027-01-01');
const resident = (income: 'other-income' | 'business-income'): Payee => ({
  kind: 'resident',
  taxClass: [{ since, class: income }],
});

describe('the tax month', () => {
  it('has gross, count and withheld by class and kind, untaxed rows too', () => {
    const month = taxMonthOf('2027-04', [
      payable('a1', resident('other-income')),
      payable('a2', resident('other-income'), { lessons: [] }),
      payable('b1', resident('business-income')),
      payable('c1', { kind: 'institution', document: 'I-1' }),
      payable('d1', { kind: 'non-resident' }),
      payable('e1', { kind: 'non-resident', treatyPaper: 'T-1' }),
    ]);
    expect(
      month.rows.map(({ class: paidAs, kind, taxed, ...sums }) => [paidAs, kind, taxed, Object.values(sums)]),
    ).toEqual([
      ['business-income', 'resident', false, [1, 1, 20_000, 0, 0]],
      ['business-income', 'resident', true, [1, 1, 600_000, 18_000, 1_800]],
      ['non-resident', 'non-resident', false, [2, 2, 640_000, 0, 0]],
      ['non-resident', 'non-resident', true, [1, 1, 600_000, 120_000, 12_000]],
      ['none', 'institution', false, [1, 1, 620_000, 0, 0]],
      ['other-income', 'resident', false, [2, 1, 40_000, 0, 0]],
      ['other-income', 'resident', true, [1, 1, 600_000, 48_000, 4_800]],
    ]);
    expect(month.total).toEqual({
      claims: 6,
      payees: 5,
      gross: 3_120_000,
      incomeTax: 186_000,
      localTax: 18_600,
      net: 2_915_400,
    });
  });

  it('has a claim as whom it was calculated, whatever its lecturer is today', () => {
    const claim = exampleClaim();
    const kinds = (
      [
        resident('other-income'),
        resident('business-income'),
        { kind: 'institution', document: 'I-1' },
        { kind: 'business-with-invoice', document: 'B-1' },
        { kind: 'non-resident' },
        { kind: 'non-resident', treatyPaper: 'T-1' },
      ] as const
    ).map((payee) => [
      payee.kind,
      payeeKindOf(calculated({ ...claim, lecturer: { ...claim.lecturer, payee } }, exampleCard(), exampleTax())),
    ]);
    expect(kinds.map(([, found]) => found)).toEqual(kinds.map(([wanted]) => wanted));
  });

  it('is a list for people in their language', () => {
    const month = taxMonthOf('2027-04', [payable('b1', resident('business-income'))]);
    expect(taxMonthCsv(month, 'ko').split('\r\n')).toEqual([
      '\uFEFF"지급 월","소득 구분","지급 대상","원천징수","인원","청구 건수","지급 총액","소득세","지방소득세"',
      '"2027-04","사업소득","거주자","징수하지 않음","1","1","20000","0","0"',
      '"2027-04","사업소득","거주자","징수","1","1","600000","18000","1800"',
      '"2027-04","합계","","","1","1","620000","18000","1800"',
      '',
    ]);
    expect(taxMonthCsv(month, 'en')).toContain('"2027-04","Business income","Resident","withheld"');
  });

  it('of whatever is calculated comes to what is paid: parts of a claim, rows and total', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyClaims, cards, taxRules), { minLength: 1, maxLength: 4 }), (cases) => {
        const claims = cases.flatMap(([claim, card, rules], index) => {
          const outcome = calculate(claim, card, rules);
          if (outcome.kind !== 'calculated') return [];
          const { gross, incomeTax, localTax, paid } = outcome;
          const parts = taxPartsOf(outcome, claim.lecturer.payee.kind);
          return [claimOf(`c${index}`, { gross, incomeTax, localTax, net: paid, parts, payee: `p${index % 2}` })];
        });
        expect(claims.every(addsUp)).toBe(true);
        expect(claims.flatMap(({ parts }) => parts).every(({ gross }) => gross >= 0)).toBe(true);
        const { rows, total } = taxMonthOf('2027-04', claims);
        const rowSums = sumsOf(rows.map((row) => ({ ...row, net: row.gross - row.incomeTax - row.localTax })));
        expect(rowSums).toEqual(sumsOf(claims));
        expect(total).toMatchObject(rowSums);
        expect(rows.filter(({ taxed, incomeTax, localTax }) => !taxed && incomeTax + localTax > 0)).toEqual([]);
      }),
      { seed: testSeed(), numRuns: 300 },
    );
  });
});

describe('what is due for a month', () => {
  const due = (month: string) => dueDatesOf(month, dates()).map(({ id, on }) => `${id} ${on}`);

  it('is on the 10th and at the end of the next month, or on the next business day', () => {
    expect(due('2027-03')).toEqual(['income-tax 2027-04-12', 'local-tax 2027-04-12', 'statements 2027-04-30']);
    expect(due('2027-12')).toEqual(['income-tax 2028-01-10', 'local-tax 2028-01-10', 'statements 2028-01-31']);
    // 10 October 2027 is a Sunday and 11 October the substitute of Hangeul Day; 31 January 2027 is a Sunday.
    expect(due('2027-09')).toEqual(['income-tax 2027-10-12', 'local-tax 2027-10-12', 'statements 2027-11-01']);
    expect(due('2026-12').at(-1)).toBe('statements 2027-02-01');
  });

  it('is by the rules in force then, each with its source, and nothing before the first', () => {
    expect(due('2023-11')).toEqual(['income-tax 2023-12-11', 'local-tax 2023-12-11']);
    expect(dueDatesOf('2027-03', dates()).every(({ source }) => source.includes('art.'))).toBe(true);
    expect(dates().example).toBe(true);
    expect(checkTaxDates(yaml.replace('day: 10', 'day: 31'))).toMatchObject({ ok: false });
  });

  it('has the schema that editors are given', () => {
    const file = readFileSync(join(root, 'rules/payments/tax-dates.schema.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(taxDatesJsonSchema())));
  });
});

it('due dates are a file of rules that finance confirms, which is taken for no other kind', () => {
  expect(readRules(yaml, ruleKinds)).toMatchObject({
    ok: true,
    rules: { kind: 'tax-dates', slot: 'tax-dates', example: true },
  });
  expect(ruleKinds.filter(({ is }) => is(yaml)).map(({ kind }) => kind)).toEqual(['tax-dates']);
  expect(readRules(yaml.replace('day: last', 'day: 31'), ruleKinds)).toMatchObject({ ok: false });
});
