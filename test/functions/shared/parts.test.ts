import { describe, expect, it } from 'vitest';
import { lazily, tableName } from '../../../functions/shared/parts.ts';

describe('what an entry is made of', () => {
  it('is made when it is first used, once, and only what is used', () => {
    const made: string[] = [];
    const part = (name: string) => () => {
      made.push(name);
      return { name };
    };
    const parts = lazily({ seats: part('seats'), people: part('people') });
    expect(made).toEqual([]);
    expect(parts.seats).toBe(parts.seats);
    expect(made).toEqual(['seats']);
  });

  it('can be taken apart like any other object', () => {
    const { seats, ...rest } = lazily({ seats: () => 1, people: () => 2 });
    expect([seats, rest]).toEqual([1, { people: 2 }]);
  });

  it('says which table its Lambda does not say that it uses', () => {
    expect(tableName({ SEATS_TABLE: 'sfa-test-seats' }, 'SEATS_TABLE')).toBe('sfa-test-seats');
    expect(() => tableName({ SEATS_TABLE: 'sfa-test-seats' }, 'PEOPLE_TABLE')).toThrow(/PEOPLE_TABLE/u);
  });
});
