import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../functions/people/read-people.ts';
import { isAwayUntil, isHereLongEnough } from '../../../functions/reviewers/absence.ts';
import { instantSchema } from '../../../functions/shared/time.ts';

/** Friday, 29 January 2027, 18:00 in Seoul. */
const closing = instantSchema.parse('2027-01-29T09:00:00Z');

const person = (absences: string) => {
  const { people, bad } = readPeople(
    `id,name,email,lang,roles,deputy,absences\nanna,안나,anna@academy.example.kr,ko,reviewer,,${absences}`,
  );
  const [read] = people;
  if (!read) throw new Error(JSON.stringify(bad));
  return { ...read, revision: 1 };
};

// Ten business days after 29 January are 1 to 5, 10 to 12, 15 and 16 February: Seollal is from 6 to 9 February.
describe('somebody who may be asked for a review that is due in ten business days', () => {
  it.each([
    ['is never away', '', true],
    ['is away from the day after the closing on', '2027-01-30..2027-02-28', false],
    ['is away on nine of the ten days', '2027-02-01..2027-02-15', false],
    ['is away on six of them', '2027-02-01..2027-02-10', false],
    ['is here for half of them', '2027-02-01..2027-02-05', true],
    ['is here for half of them, after two absences', '2027-02-01..2027-02-02; 2027-02-12..2027-02-16', true],
    ['is away on the day of the closing alone', '2027-01-01..2027-01-31', true],
    ['is away over the holidays', '2027-02-06..2027-02-09', true],
    ['is away before and after', '2027-01-01..2027-01-20; 2027-02-17..2027-03-31', true],
  ])('%s', (_, absences, expected) => {
    expect(isHereLongEnough(person(absences), 10, closing)).toBe(expected);
  });

  it.each([
    [1, '2027-02-01', false],
    [1, '2027-02-02', true],
    [2, '2027-02-01', true],
    [3, '2027-02-01..2027-02-02', false],
  ])('has to be here on half of %i, and on one at least', (within, absences, expected) => {
    expect(isHereLongEnough(person(absences), within, closing)).toBe(expected);
  });
});

describe('somebody who is away until a review is due', () => {
  const due = instantSchema.parse('2027-02-03T09:00:00Z');

  it.each([
    ['on all days that are left', '2027-02-01..2027-02-03', true],
    ['on more than these', '2027-01-01..2027-12-31', true],
    ['but for the last day', '2027-02-01..2027-02-02', false],
    ['but for a day between', '2027-02-01; 2027-02-03', false],
    ['on no day', '', false],
  ])('is away %s', (_, absences, expected) => {
    expect(isAwayUntil(person(absences), due, closing)).toBe(expected);
  });

  it('is away on that day itself, if it is due on it', () => {
    const morning = instantSchema.parse('2027-02-03T00:00:00Z');
    expect(isAwayUntil(person('2027-02-03'), due, morning)).toBe(true);
    expect(isAwayUntil(person(''), due, morning)).toBe(false);
  });
});
