import type { ClaimedLesson, Extra, WageClaim } from './claim.ts';

/* What a claim asks for, as it was taught, and what it comes to. */

/** The lessons as they were really taught: with other hours where the lecturer says so, without what was not taught. */
export const taughtLessons = ({ lessons, said }: Pick<WageClaim, 'lessons' | 'said'>): ClaimedLesson[] =>
  lessons.flatMap((lesson) => {
    const told = said.findLast((one) => one.lesson === lesson.id)?.said;
    if (told?.kind === 'not-taught') return [];
    return [told ? { ...lesson, start: told.start, end: told.end } : lesson];
  });

/** The extras with one of them added, changed, or taken away if it is 0 won. */
export const withExtra = (extras: readonly Extra[], extra: Extra): Extra[] => [
  ...extras.filter((one) => one.kind !== extra.kind || one.lesson !== extra.lesson),
  ...(extra.amount > 0 ? [extra] : []),
];

/** What is paid now for a lesson beside its hours. */
export const extraOf = (extras: readonly Extra[], { kind, lesson }: Pick<Extra, 'kind' | 'lesson'>): number =>
  extras.find((one) => one.kind === kind && one.lesson === lesson)?.amount ?? 0;

/** What a claim comes to with the corrections of earlier ones: what is paid, taxed and reported. */
export function totalsOf({ calculation, corrections }: Pick<WageClaim, 'calculation' | 'corrections'>) {
  const sum = (of: 'gross' | 'incomeTax' | 'localTax' | 'paid'): number =>
    corrections.reduce((all, one) => all + one[of], calculation[of]);
  return { gross: sum('gross'), incomeTax: sum('incomeTax'), localTax: sum('localTax'), paid: sum('paid') };
}
