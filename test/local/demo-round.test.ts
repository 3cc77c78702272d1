import { describe, expect, it } from 'vitest';
import { checkPages, forms, pagesOf } from '../../functions/forms/round-form.ts';
import { interestOf } from '../../functions/reviewers/conflicts.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { evaluateEligibility } from '../../functions/rounds/eligibility.ts';
import { roundPhase } from '../../functions/rounds/round.ts';
import { toldRound } from '../../functions/rounds/told-round.ts';
import { decode } from '../../functions/shared/pages/form.ts';
import { instantSchema, seoulDateOf, toInstant } from '../../functions/shared/time.ts';
import { demoApplicants } from '../../local/demo/applicants.ts';
import { demoRound } from '../../local/demo/demo-round.ts';
import { demoPeople } from '../support/people/demo-people.ts';

const right = (now: string) => {
  const checked = checkRound(demoRound(instantSchema.parse(now)), Object.fromEntries(forms));
  if (!checked.ok) throw new Error(`${now}: ${JSON.stringify(checked.problems)}`);
  return checked.round;
};

describe('the demo round', () => {
  it('is right whenever it is started, open then, and closes some hours later', () => {
    const first = Date.parse('2026-11-25T00:17:00Z');
    for (let hours = 0; hours < 24 * 400; hours += 61) {
      const now = toInstant(new Date(first + hours * 3_600_000));
      const round = right(now);
      expect(roundPhase(round, now)).toBe('OPEN');
      expect((Date.parse(round.closesAt) - Date.parse(now)) / 3_600_000).toBeGreaterThanOrEqual(3);
      expect((Date.parse(round.closesAt) - Date.parse(now)) / 3_600_000).toBeLessThan(4);
    }
  });

  it('names the half-year and its days in both languages', () => {
    const round = right('2026-12-31T14:30:00Z');
    expect([round.code, seoulDateOf(round.closesAt)]).toEqual(['A-27H1', '2027-01-01']);
    expect(right('2026-06-30T10:00:00Z').code).toBe('A-26H1');
    const told = toldRound({ ...round, version: 1 });
    expect(told.whoCanApply[0]?.ko).toMatch(/2027년 1월 \d+일/u);
    expect(told.whoCanApply[0]?.en).toContain('January 2027');
    expect(told.whatHappens.at(-1)?.date).toBe(round.firstDay);
    expect(JSON.stringify(told)).not.toMatch(/\{\w+\}|\{\{/u);
  });
});

describe('the demo’s applicants', () => {
  const round = right('2026-11-25T00:17:00Z');
  const sent = demoApplicants.map(({ email, lang, pages }) => {
    const typed = Object.fromEntries(
      pagesOf(round).map((page) => [
        page.id,
        decode(page, new Map(Object.entries(pages[page.id] ?? {}).map(([name, value]) => [name, [value].flat()]))),
      ]),
    );
    return { email, ...checkPages(pagesOf(round), typed, lang) };
  });

  it('answer everything that the form asks, and one of them is for the intake officer', () => {
    for (const { email, problems } of sent) expect([email, problems]).toEqual([email, []]);
    expect(new Set(demoApplicants.map(({ email }) => email)).size).toBe(demoApplicants.length);
    const unmet = sent.map(({ answers }) =>
      evaluateEligibility(round, answers ?? {}).flatMap(({ ruleId, met }) => (met ? [] : [ruleId])),
    );
    expect(unmet.flat()).toEqual(['background']);
  });

  it('have one conflict with a reviewer, and leave two members of the committee who can decide', () => {
    const people = demoPeople();
    const conflicts = (role: 'reviewer' | 'committee') =>
      people
        .filter(({ roles }) => roles.includes(role))
        .flatMap((person) =>
          sent.flatMap(({ email, answers }) => {
            const affiliations = [String(answers?.organisation ?? '')];
            const why = interestOf({ reference: email, email, affiliations }, { ...person, declared: [] });
            return why ? [`${person.id} ${why} ${email}`] : [];
          }),
        );
    expect(conflicts('reviewer')).toEqual(['baek-seojin affiliation seoyun.han@example.com']);
    expect(conflicts('committee')).toEqual(['yoon-areum affiliation seoyun.han@example.com']);
    expect(people.filter(({ roles }) => roles.includes('committee')).length - 1).toBeGreaterThanOrEqual(
      round.admission?.committee.approvals ?? 0,
    );
  });
});
