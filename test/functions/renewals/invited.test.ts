import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitationOf, renewedBy } from '../../../functions/renewals/invited.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import { allContracts, type Terms } from '../../../functions/residency-rules/terms.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';

const day = (date: string) => localDateSchema.parse(date);
const renews = { round: 'lab-2027', window: { from: day('2028-05-01'), to: day('2028-05-31') } };
const firms = { id: 'firms', months: 12, extendedBy: 12, mostMonths: 36 };
const founders = { id: 'founders', months: 6, extendedBy: 12, mostMonths: 36 };

/** A residency with so many contracts from a day on. */
function resident(terms: typeof firms | { id: string; months: number; mostMonths: number }, first: string, many = 1) {
  const contracts = allContracts(terms, day(first))
    .slice(0, many)
    .map((days, index) => ({ number: index + 1, ...days }));
  return { roundId: 'lab-2027', state: 'RESIDENT', terms, contracts } satisfies Pick<
    Residency,
    'roundId' | 'state' | 'terms' | 'contracts'
  >;
}
const asked = (residency: Parameters<typeof invitationOf>[1]) => {
  const found = invitationOf(renews, residency);
  return found.kind === 'invited' ? found.next.days : found.why;
};
const firm = resident(firms, '2027-05-10');
const endedEarly = {
  by: 'startup' as const,
  noticedOn: day('2028-01-03'),
  insteadOf: day('2028-05-09'),
  at: instantSchema.parse('2028-01-03T00:00:00Z'),
};

describe('whom a round of renewal asks', () => {
  it.each<[string, Parameters<typeof invitationOf>[1], unknown]>([
    ['a firm whose year ends', firm, { from: '2028-05-10', to: '2029-05-09' }],
    [
      'one on its last day but one of the window',
      resident(firms, '2027-06-01'),
      { from: '2028-06-01', to: '2029-05-31' },
    ],
    ['one a day after the window', resident(firms, '2027-06-02'), 'other-days'],
    ['one a day before it', resident(firms, '2027-05-01'), 'other-days'],
    ['one in its second year', resident(firms, '2026-05-10', 2), { from: '2028-05-10', to: '2029-05-09' }],
    ['one that has been there as long as it may', resident(firms, '2025-05-10', 3), 'at-most'],
    ['a founder whose half year ends', resident(founders, '2027-11-10'), { from: '2028-05-10', to: '2029-05-09' }],
    [
      'a founder without extension',
      resident({ id: 'founders', months: 6, mostMonths: 6 }, '2027-11-10'),
      'not-extended',
    ],
    ['a resident of another round', { ...firm, roundId: 'lab-2026' }, 'other-round'],
    ['one that has not moved in', { ...firm, state: 'ONBOARDING' }, 'not-resident'],
    ['one that has left', { ...firm, state: 'ENDED' }, 'not-resident'],
    ['one that has been extended', resident(firms, '2027-05-10', 2), 'other-days'],
  ])('%s', (_who, residency, expected) => {
    expect(asked(residency)).toEqual(expected);
  });

  it('not one that has given notice, though its last day lies in the window', () => {
    const noticed = firm.contracts.map((one) => ({ ...one, to: day('2028-05-05'), endedEarly }));
    expect(asked({ ...firm, contracts: noticed })).toBe('notice-given');
  });

  it('only those that have another contract, which begins the day after the present one', () => {
    const terms: fc.Arbitrary<Terms> = fc
      .record({
        months: fc.integer({ min: 1, max: 24 }),
        extendedBy: fc.integer({ min: 1, max: 24 }),
        more: fc.nat(36),
      })
      .map(({ months, extendedBy, more }) => ({ months, extendedBy, mostMonths: months + more }));
    const first = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2028-05-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(terms, first, fc.integer({ min: 1, max: 5 }), (given, from, many) => {
        const contracts = allContracts(given, from)
          .slice(0, many)
          .map((days, index) => ({ number: index + 1, ...days }));
        const residency = { ...firm, terms: { id: 'any', extendedBy: 1, ...given }, contracts } as const;
        const found = invitationOf(renews, {
          ...residency,
          terms: { ...residency.terms, extendedBy: given.extendedBy },
        });
        const last = contracts.at(-1);
        if (found.kind !== 'invited' || !last) return;
        expect(last.to >= renews.window.from && last.to <= renews.window.to).toBe(true);
        expect(found.number).toBe(last.number + 1);
        expect(renewedBy(renews, residency)).toBe(found.number);
        expect(found.next.days).toEqual(allContracts(given, from)[contracts.length]);
        expect(found.next.inAll).toBeLessThanOrEqual(given.mostMonths);
      }),
    );
  });

  it('knows the contract that was meant, though it is in force by now', () => {
    expect(renewedBy(renews, resident(firms, '2027-05-10', 2))).toBe(2);
    expect(renewedBy(renews, resident(firms, '2027-07-10'))).toBeUndefined();
  });
});
