import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EligibilityAnswers, evaluateEligibility } from '../../../functions/rounds/eligibility.ts';
import { academyRound } from '../rounds/academy.ts';

const round = academyRound();
const eligible: EligibilityAnswers = {
  birthDate: '1999-05-05',
  seoulTies: ['works'],
  field: 'finance',
  finishedEarlier: 'no',
  canAttend: 'at-least-80',
};
const unmet = (answers: EligibilityAnswers) =>
  evaluateEligibility(round, answers)
    .filter(({ met }) => !met)
    .map(({ ruleId }) => ruleId);

describe('eligibility for the academy', () => {
  it('is judged by each of its rules, in their order', () => {
    expect(evaluateEligibility(round, eligible)).toEqual([
      { ruleId: 'adult-on-first-day', met: true },
      { ruleId: 'seoul-ties', met: true },
      { ruleId: 'background', met: true },
      { ruleId: 'first-time', met: true },
      { ruleId: 'attendance', met: true },
    ]);
  });

  it.each([
    ['2008-03-08', []],
    ['2008-03-09', ['adult-on-first-day']],
    ['2028-01-01', ['adult-on-first-day']],
    ['2008-02-30', ['adult-on-first-day']],
    ['', ['adult-on-first-day']],
  ])('of somebody born on "%s" misses %j: 19 on the first day, 8 March 2027', (birthDate, rules) => {
    expect(unmet({ ...eligible, birthDate })).toEqual(rules);
  });

  it.each([
    [{ seoulTies: ['lives', 'studies'] }, []],
    [{ seoulTies: ['none'] }, ['seoul-ties']],
    [{ seoulTies: [] }, ['seoul-ties']],
    [{ seoulTies: 'lives' }, []],
    [{ field: 'it' }, []],
    [{ field: 'other' }, ['background']],
    [{ finishedEarlier: 'yes' }, ['first-time']],
    [{ canAttend: 'all' }, []],
    [{ canAttend: 'less-than-80' }, ['attendance']],
    [{ field: 'other', canAttend: 'less-than-80' }, ['background', 'attendance']],
  ])('with %j misses %j', (answers, rules) => {
    expect(unmet({ ...eligible, ...answers })).toEqual(rules);
  });

  it('is not met by an answer that is missing', () => {
    expect(unmet({})).toEqual(round.eligibility.map(({ id }) => id));
  });

  it('says nothing of the answers: one result a rule, with its id and whether it is met', () => {
    const answer = fc.oneof(
      fc.string(),
      fc.array(fc.string()),
      fc.integer(),
      fc.boolean(),
      fc.constant(undefined),
      fc.constantFrom('it', 'no', 'all', '1999-05-05'),
    );
    const answers = fc.record({
      birthDate: answer,
      seoulTies: answer,
      field: answer,
      finishedEarlier: answer,
      canAttend: answer,
      name: fc.string(),
    });
    fc.assert(
      fc.property(answers, (given) => {
        const results = evaluateEligibility(round, given);
        expect(results.map(({ ruleId }) => ruleId)).toEqual(round.eligibility.map(({ id }) => id));
        for (const result of results) expect(Object.keys(result)).toEqual(['ruleId', 'met']);
      }),
    );
  });

  it('does not depend on answers that no rule reads', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().map((name) => `other-${name}`),
          fc.string(),
        ),
        (others) => {
          expect(unmet({ ...others, ...eligible })).toEqual([]);
        },
      ),
    );
  });

  it('has no effect of age beyond the threshold: who is older is never judged worse', () => {
    const birth = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(birth, birth, (a, b) => {
        const [older = a, younger = b] = [a, b].sort();
        if (unmet({ ...eligible, birthDate: older }).length > 0) {
          expect(unmet({ ...eligible, birthDate: younger })).not.toEqual([]);
        }
      }),
    );
  });
});
