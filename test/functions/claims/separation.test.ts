import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../functions/claim-rules/claim.ts';
import {
  type Barred,
  barredFrom,
  isApprovedByAll,
  officersNeeded,
  standsForOf,
} from '../../../functions/claims/separation.ts';
import { at } from '../../support/claims/made-up.ts';
import { testSeed } from '../../support/seed.ts';

const now = at('2027-04-05 09:00');
const lecturer = { id: 'kim-haon', email: 'haon@gaon.example' };
const manager = (by: string, standsFor?: string): Approval => ({
  by,
  role: 'academy-manager',
  at: now,
  ...(standsFor && { standsFor }),
});
const officer = (by: string, standsFor?: string): Approval => ({ ...manager(by, standsFor), role: 'finance-officer' });

const rows: readonly [string, readonly Approval[], Parameters<typeof barredFrom>[1], Barred | undefined][] = [
  ['somebody who has no part in it may decide', [], { id: 'park-sora' }, undefined],
  ['the lecturer may not', [], { id: 'kim-haon' }, 'claimant'],
  [
    'the lecturer may not under another id with the same mailbox',
    [],
    { id: 'haon', email: 'Haon@Gaon.example' },
    'claimant',
  ],
  ['who stands in for the lecturer may not', [], { id: 'park-sora', standsFor: 'kim-haon' }, 'claimant'],
  ['who approved as the manager may not as finance', [manager('park-sora')], { id: 'park-sora' }, 'approved-before'],
  ['another person may', [manager('park-sora')], { id: 'ryu-hana' }, undefined],
  [
    'who was stood in for counts as having approved',
    [manager('lee-junho', 'park-sora')],
    { id: 'park-sora' },
    'approved-before',
  ],
  ['so does who stood in', [manager('lee-junho', 'park-sora')], { id: 'lee-junho' }, 'approved-before'],
  [
    'who stands in for somebody that approved may not',
    [manager('park-sora')],
    { id: 'lee-junho', standsFor: 'park-sora' },
    'approved-before',
  ],
];

describe('separation of duties', () => {
  it.each(rows)('%s', (_, approvals, person, expected) => {
    expect(barredFrom({ lecturer, approvals }, person)).toBe(expected);
  });

  it('takes as many different persons as it says, whoever decides and stands in for whom', () => {
    const person = fc.constantFrom('a-a', 'b-b', 'c-c', 'd-d', 'kim-haon');
    const step = fc.record({
      by: person,
      standsFor: fc.option(person, { nil: undefined }),
      role: fc.constantFrom('academy-manager' as const, 'finance-officer' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.constantFrom(1, 2), (steps, officers) => {
        const approvals: Approval[] = [];
        for (const { by, standsFor, role } of steps) {
          const as = standsFor !== undefined && standsFor !== by ? { standsFor } : {};
          if (barredFrom({ lecturer, approvals }, { id: by, ...as })) continue;
          approvals.push({ by, role, at: now, ...as });
          if (!isApprovedByAll({ approvals }, officers)) continue;
          const people = new Set(approvals.map((one) => one.by));
          expect(people.size).toBeGreaterThanOrEqual(1 + officers);
          expect(people).not.toContain('kim-haon');
          for (const { standsFor: whom } of approvals) expect(people).not.toContain(whom);
        }
      }),
      { seed: testSeed(), numRuns: 500 },
    );
  });

  it('wants a second officer above an amount, if one is set', () => {
    expect([
      officersNeeded(1_000_000, undefined),
      officersNeeded(1_000_000, 1_000_000),
      officersNeeded(1_000_001, 1_000_000),
    ]).toEqual([1, 1, 2]);
    expect(isApprovedByAll({ approvals: [manager('a-a'), officer('b-b')] }, 1)).toBe(true);
    expect(isApprovedByAll({ approvals: [manager('a-a'), officer('b-b')] }, 2)).toBe(false);
    expect(isApprovedByAll({ approvals: [officer('b-b')] }, 1)).toBe(false);
    expect(isApprovedByAll({ approvals: [manager('a-a'), officer('a-a')] }, 1)).toBe(false);
  });

  it('knows of a request for whom its holder stands in', () => {
    type Held = Parameters<typeof standsForOf>[0]['held'][number];
    const held = (...some: readonly [string, Held['why']][]) => ({
      held: some.map(([assignee, why], index) => ({ generation: index + 1, assignee, since: now, why })),
    });
    expect(standsForOf(held(['first', 'asked']), 'first')).toBeUndefined();
    expect(standsForOf(held(['deputy', 'absent']), 'first')).toBe('first');
    expect(standsForOf(held(['first', 'asked'], ['deputy', 'deputy']), 'first')).toBe('first');
    expect(standsForOf(held(['other', 'absent'], ['deputy', 'deputy']), 'first')).toBe('first');
    expect(standsForOf(held(['first', 'asked'], ['boss', 'escalation']), 'first')).toBe('first');
    expect(standsForOf(held(['first', 'asked'], ['colleague', 'handed over']), 'first')).toBeUndefined();
    expect(standsForOf(held(['other', 'conflict']), 'first')).toBeUndefined();
  });
});
