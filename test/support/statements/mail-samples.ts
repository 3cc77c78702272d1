import type { Lang } from '../../../functions/shared/i18n.ts';
import { claimWith, day, lecturerOf, lessonOf } from '../claims/made-up.ts';
import { round, type Sample, type SampleFacts } from '../mail-previews/sample.ts';

const lecturer = 'kim-haon';
const paid = (change: Parameters<typeof claimWith>[1] = {}) =>
  claimWith([lessonOf('L01'), lessonOf('L02', { date: day('2027-03-10') })], {
    cohort: round,
    state: 'PAID',
    paidOn: day('2027-04-20'),
    ...change,
  });

const facts = (lang: Lang, claim: ReturnType<typeof paid>): SampleFacts => ({
  tables: (deps) => ({
    lecturers: { ...deps.lecturers, get: async () => lecturerOf(lecturer, { lang }) },
    claims: { ...deps.claims, get: async () => claim },
  }),
});

export function statementsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const to = { lecturer };
  const ids = { claim: paid().id };
  const { calculation } = paid();
  const nothing = paid({ calculation: { ...calculation, gross: 0, incomeTax: 0, localTax: 0, paid: 0 } });
  return {
    'wage-statement': [
      { to, ids, facts: facts(lang, paid()) },
      { variant: 'nothing', to, ids, facts: facts(lang, nothing) },
    ],
  };
}
