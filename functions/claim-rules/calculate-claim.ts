import { claimantOn, type PayFacts } from '../lecturers/dated-facts.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import type { Text } from '../shared/i18n.ts';
import type { LocalDate } from '../shared/time.ts';
import { type Lesson, lessonTitle } from '../timetable/lesson.ts';
import { calculate } from '../wages/calculate.ts';
import { lowerLectures } from '../wages/caps.ts';
import type { Claim } from '../wages/claim.ts';
import { inForce } from '../wages/dated.ts';
import { priceLessons } from '../wages/fees.ts';
import { lookUp, type Missing } from '../wages/look-up.ts';
import type { RateCard, TaxRules } from '../wages/wages-file.ts';
import { type Extra, isLive, type WageClaim } from './claim.ts';
import { taughtLessons } from './claim-sums.ts';
import { type StoredCalculation, toStore } from './stored-calculation.ts';
import { elsewhereOf, paidBefore, type TaxedBy } from './taxed-cases.ts';

/** What a claim is calculated with, beside its own lessons. */
export interface Basis {
  readonly lecturer: Pick<Lecturer, 'id'>;
  /** What decides the lecturer's pay, in all its versions. */
  readonly facts: readonly PayFacts[];
  /** The timetable of its cohort, as it is now. */
  readonly timetable: readonly Pick<
    Lesson,
    'date' | 'start' | 'end' | 'course' | 'titleKo' | 'titleEn' | 'lecturer' | 'cancelled'
  >[];
  /** All claims of the lecturer. */
  readonly claims: readonly WageClaim[];
  /** What the lecturer's paid claims were wrong by. */
  readonly corrections: readonly TaxedBy[];
  readonly card: RateCard;
  readonly tax: TaxRules;
  /** The day whose taxes apply, and as whose payee the lecturer is paid: of the payment, or what it will be at the earliest. */
  readonly paidOn: LocalDate;
}

type Own = Pick<WageClaim, 'cohort' | 'lessons' | 'said' | 'extras'> & {
  readonly id?: string;
};

export type ClaimCalculation =
  | { readonly kind: 'calculated'; readonly calculation: StoredCalculation }
  | { readonly kind: 'impossible'; readonly missing: readonly Missing[] };

/** What a claim comes to by the rules, the timetable and the earlier claims as they are now. */
export function calculateClaim(own: Own, basis: Basis): ClaimCalculation {
  const claim = rulesClaimOf(own, basis);
  const outcome = calculate(claim, basis.card, basis.tax);
  if (outcome.kind !== 'calculated') return outcome;
  const ids = [...claim.lessons, ...claim.extras, ...claim.cases].map(({ course }) => course);
  return { kind: 'calculated', calculation: toStore(outcome, courseTitles(basis.timetable, ids)) };
}

/** What courses are called: one whose lessons have titles of their own has none, and is known by its id. */
function courseTitles(timetable: Basis['timetable'], ids: readonly string[]): Record<string, Text> {
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const [first, ...others] = timetable.filter(({ course }) => course === id);
      const isOne = others.every(({ titleKo, titleEn }) => titleKo === first?.titleKo && titleEn === first.titleEn);
      return first && isOne ? [[id, lessonTitle(first)]] : [];
    }),
  );
}

/** The claim as the rules of wages know it. */
export function rulesClaimOf(own: Own, basis: Basis): Claim {
  const { cohort } = own;
  const { paidOn } = basis;
  const lessons = taughtLessons(own).map(({ date, start, end, course }) => ({ date, start, end, course, cohort }));
  const extras = own.extras.flatMap((extra) => withLecture(extra, own));
  const courses = [...new Set([...lessons, ...extras].map(({ course }) => course))].sort();
  return {
    kind: 'claim',
    lecturer: claimantOn(basis.facts, paidOn),
    paidOn,
    lessons,
    extras,
    cases: courses.map((course) => caseOf(course, { ...own, extras }, basis)),
  };
}

function withLecture({ kind, lesson: id, amount }: Extra, { lessons, cohort }: Own): Claim['extras'] {
  const lesson = lessons.find((one) => one.id === id);
  return lesson ? [{ kind, date: lesson.date, cohort, course: lesson.course, amount }] : [];
}

/** A case is one lecturer and one course: what is planned in it by timetable and extras, and what was paid before. */
function caseOf(
  course: string,
  own: Pick<Own, 'id' | 'cohort'> & { readonly extras: Claim['extras'] },
  basis: Basis,
): Claim['cases'][number] {
  const others = basis.claims.filter((one) => one.id !== own.id && isLive(one));
  const extras = [...own.extras, ...others.flatMap(({ calculation }) => calculation.extras)];
  const planned =
    plannedIn(course, own.cohort, basis) +
    sumIn(
      course,
      extras.filter((extra) => isTaxable(extra, basis.card)),
    ) +
    others
      .filter(({ cohort }) => cohort !== own.cohort)
      .reduce((sum, { calculation }) => sum + hoursIn(course, calculation), 0);
  const { corrections } = basis;
  const elsewhere = own.id === undefined ? undefined : elsewhereOf(own.id, course, { others, corrections });
  return { course, planned, earlier: paidBefore(course, { others, corrections }), ...(elsewhere && { elsewhere }) };
}

const isTaxable = ({ kind, date }: Pick<Claim['extras'][number], 'kind' | 'date'>, card: RateCard): boolean =>
  inForce(card.extras[kind].rules, date)?.taxable ?? true;

const sumIn = (course: string, parts: readonly { readonly course: string; readonly amount: number }[]): number =>
  parts.reduce((sum, part) => (part.course === course ? sum + part.amount : sum), 0);

const hoursIn = (course: string, { lessons, lowered }: StoredCalculation): number =>
  sumIn(course, [...lessons, ...lowered]);

/** What the timetable plans for a lecturer in a course, by the card; what the card does not say counts nothing. */
function plannedIn(course: string, cohort: string, { lecturer, facts, paidOn, timetable, card }: Basis): number {
  const look = lookUp();
  const lessons = timetable
    .filter((lesson) => lesson.lecturer === lecturer.id && !lesson.cancelled)
    .map((lesson) => ({ date: lesson.date, start: lesson.start, end: lesson.end, course: lesson.course, cohort }));
  const taught = { lecturer: claimantOn(facts, paidOn), lessons };
  const priced = priceLessons(taught, card, look);
  return sumIn(course, [...priced, ...lowerLectures(taught, card, priced, look)]);
}
