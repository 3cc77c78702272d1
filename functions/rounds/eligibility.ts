import { ageOn, type LocalDate, localDateSchema } from '../shared/time.ts';
import type { EligibilityRule, Round } from './round.ts';

/** Checked answers, by the form's field. Rules read choices, lists of choices, and days as `YYYY-MM-DD`. */
export type EligibilityAnswers = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What a rule came to. Nothing personal is in it, so that it may be kept, audited and shown in a run. */
export interface EligibilityResult {
  readonly ruleId: string;
  readonly met: boolean;
}

/** Judges the answers by each rule of the round, in their order. An answer that is missing meets no rule but one about
 * how long ago something was. */
export const evaluateEligibility = (
  round: Pick<Round, 'eligibility' | 'firstDay'>,
  answers: EligibilityAnswers,
): EligibilityResult[] =>
  round.eligibility.map((rule) => ({ ruleId: rule.id, met: meets(rule, answers, round.firstDay) }));

/** The same day so many years later, as text that compares with days; of 29 February it is past on 1 March. */
const anniversaryOf = (day: LocalDate, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

function meets(rule: EligibilityRule, answers: EligibilityAnswers, firstDay: LocalDate): boolean {
  const answer = answers[rule.field];
  const given = [answer ?? []].flat().map(String);
  switch (rule.rule) {
    case 'minimum-age': {
      const birth = localDateSchema.safeParse(answer).data;
      return birth !== undefined && ageOn(birth, firstDay) >= rule.years;
    }
    case 'at-most-years': {
      const day = localDateSchema.safeParse(answer).data;
      return (
        answer === undefined || (day !== undefined && day <= firstDay && anniversaryOf(day, rule.years) >= firstDay)
      );
    }
    case 'any-of':
      return given.some((choice) => rule.values.includes(choice));
    case 'equals':
      return given.length === 1 && given[0] === rule.value;
  }
}
