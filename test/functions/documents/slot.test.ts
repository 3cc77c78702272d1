import { describe, expect, it } from 'vitest';
import { issueFault, slotSchema } from '../../../functions/documents/slot.ts';
import { addDays, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';

const now = instantSchema.parse('2027-04-23T17:30:00+09:00');
const today = localDateSchema.parse('2027-04-23');

describe('a document that has to be issued within 90 days', () => {
  it.each([
    [0, undefined],
    [90, undefined],
    [91, 'too-old'],
    [-1, 'not-yet'],
  ])('and was %i days before it is sent', (days, fault) => {
    expect(issueFault({ issuedWithinDays: 90 }, addDays(today, -days), now)).toBe(fault);
  });

  it('is counted by the days of Seoul', () => {
    const justAfterMidnight = instantSchema.parse('2027-04-24T00:00:00+09:00');
    expect(issueFault({ issuedWithinDays: 90 }, addDays(today, -90), justAfterMidnight)).toBe('too-old');
  });

  it('and another has no such rule', () => {
    expect(issueFault({}, addDays(today, -10_000), now)).toBeUndefined();
  });
});

it('a slot says in both languages what it wants, and takes a format at least', () => {
  const slot = { id: 'deck', label: { ko: '발표 자료', en: 'Deck' }, required: false, formats: ['pdf', 'pptx'] };
  expect(slotSchema.parse(slot)).toEqual(slot);
  for (const change of [{ formats: [] }, { formats: ['exe'] }, { label: { ko: '발표 자료' } }, { id: 'a/b' }]) {
    expect(slotSchema.safeParse({ ...slot, ...change }).success).toBe(false);
  }
});
