import type { Claim } from '../../../functions/wages/claim.ts';
import type { RateCard, TaxRules } from '../../../functions/wages/wages-file.ts';

/*
 * What a claim comes to, calculated once more from the rules and in another way: minute by minute, in fractions of whole
 * numbers of any size. It takes nothing from `functions/wages/` but the shape of the files.
 */

/** A fraction, not reduced; never below zero. */
class Fraction {
  readonly over: bigint;
  readonly under: bigint;
  constructor(over: bigint | number, under: bigint | number = 1n) {
    this.over = BigInt(over);
    this.under = BigInt(under);
  }
  plus({ over, under }: Fraction): Fraction {
    if (under === this.under) return new Fraction(this.over + over, under);
    return new Fraction(this.over * under + over * this.under, this.under * under);
  }
  times({ over, under }: Fraction): Fraction {
    return new Fraction(this.over * over, this.under * under);
  }
  isMoreThan({ over, under }: Fraction): boolean {
    return this.over * under > over * this.under;
  }
  /** The largest multiple of a whole number that is no larger. */
  cutTo(multiple: bigint): bigint {
    return (this.over / this.under / multiple) * multiple;
  }
}

const percent = (number: number): Fraction => new Fraction(number, 100n);

const dayBefore = (a: string, b: string): boolean => Date.parse(a) <= Date.parse(b);

/** The row of the latest first day that has come. */
function rowOn<Row extends { readonly since: string }>(rows: readonly Row[], day: string): Row {
  const begun = rows.filter(({ since }) => dayBefore(since, day));
  const row = begun.reduce<Row | undefined>(
    (last, one) => (last && dayBefore(one.since, last.since) ? last : one),
    undefined,
  );
  if (!row) throw new Error(`nothing in force on ${day}`);
  return row;
}

/** The minutes of a lesson on one day, each by its number since 1970. */
interface Taught {
  readonly sorts: string;
  readonly day: string;
  readonly lecture: string;
  readonly course: string;
  readonly counter: string;
  readonly unit: number;
  readonly minutes: readonly number[];
}

const units = { minute: 1, 'half-hour': 30, 'full-hour': 60 };
const minuteOf = (written: string): number => Date.parse(written) / 60_000;
const dayMinutes = 1440;

/** Every minute, in the order in which they are counted. */
const taughtIn = ({ lessons }: Claim, card: RateCard): Taught[] =>
  lessons
    .flatMap(({ date, start, end, cohort, course }, index) => {
      const splits = rowOn(card.counting, date).overMidnight === 'split';
      const begins = minuteOf(`${date}T${start}Z`);
      const midnight = minuteOf(`${date}T00:00Z`) + dayMinutes;
      const sameDay = end === '24:00' ? midnight : minuteOf(`${date}T${end}Z`);
      const ends = sameDay < begins ? sameDay + dayMinutes : sameDay;
      const minutes = Array.from({ length: ends - begins }, (_, number) => begins + number);
      const next = new Date(midnight * 60_000).toISOString().slice(0, 10);
      const dayOf = (minute: number): string => (splits && minute >= midnight ? next : date);
      return [...Map.groupBy(minutes, dayOf)].map(([day, some]) => ({
        day,
        course,
        lecture: `${day}/${cohort}/${course}`,
        minutes: some,
        sorts: [day, day === date ? start : '00:00', cohort, course, 10_000 + some.length].join(' '),
        counter: rowOn(card.counting, day).firstHour === 'a-day' ? day : `lesson ${index}`,
        unit: units[rowOn(card.counting, day).parts],
      }));
    })
    .sort((a, b) => (a.sorts === b.sorts ? 0 : a.sorts < b.sorts ? -1 : 1));

interface Earned {
  readonly lecture: string;
  readonly course: string;
  readonly won: bigint;
  readonly minutes: number;
}

/** Won of each lesson (or its part on a day), by its lecture. */
function earned(claim: Claim, card: RateCard): Earned[] {
  const rates = card.grades[claim.lecturer.grade]?.rates ?? [];
  const counters = new Map<string, { taught: number; paid: number; total: Fraction }>();
  return taughtIn(claim, card).map(({ day, lecture, course, counter, unit, minutes }) => {
    const count = counters.get(counter) ?? { taught: 0, paid: 0, total: new Fraction(0n) };
    counters.set(counter, count);
    const before = count.total.cutTo(1n);
    let [firsts, furthers] = [0, 0];
    for (const _ of minutes) {
      count.taught += 1;
      const complete = Math.floor(count.taught / unit) * unit;
      for (; count.paid < complete; count.paid += 1) {
        if (count.paid < 60) firsts += 1;
        else furthers += 1;
      }
    }
    const rate = rowOn(rates, day);
    const hours = (some: number, each: number): Fraction => new Fraction(some, 60n).times(new Fraction(each));
    count.total = count.total.plus(hours(firsts, rate.first)).plus(hours(furthers, rate.further));
    return { lecture, course, won: count.total.cutTo(1n) - before, minutes: minutes.length };
  });
}

export interface SecondResult {
  readonly gross: bigint;
  readonly incomeTax: bigint;
  readonly localTax: bigint;
  readonly paid: bigint;
}

/** The claim once more. */
export function calculateAgain(claim: Claim, card: RateCard, rules: TaxRules): SecondResult {
  const lectures = new Map<string, { course: string; won: bigint; minutes: number; most: string }>();
  const add = (lecture: string, course: string, won: bigint, minutes: number): void => {
    const known = lectures.get(lecture) ?? { course, won: 0n, minutes: 0, most: lecture.slice(0, 10) };
    lectures.set(lecture, { ...known, won: known.won + won, minutes: known.minutes + minutes });
  };
  for (const { lecture, course, won, minutes } of earned(claim, card)) add(lecture, course, won, minutes);
  let beside = 0n;
  const byCourse = new Map<string, bigint>(claim.cases.map(({ course }) => [course, 0n]));
  const addToCourse = (course: string, won: bigint): void =>
    void byCourse.set(course, (byCourse.get(course) ?? 0n) + won);
  for (const { kind, date, cohort, course, amount } of claim.extras) {
    const rule = rowOn(card.extras[kind].rules, date);
    if (rule.capped) add(`${date}/${cohort}/${course}`, course, BigInt(amount), 0);
    else if (rule.taxable) addToCourse(course, BigInt(amount));
    else beside += BigInt(amount);
  }
  for (const { course, won, minutes, most } of lectures.values()) {
    const limit = mostOf(claim, card, most, minutes);
    addToCourse(course, limit !== undefined && won > limit ? limit : won);
  }
  const taxable = [...byCourse.values()].reduce((sum, won) => sum + won, 0n);
  const gross = taxable + beside;
  const { incomeTax, localTax } = taxesAgain(claim, byCourse, gross, rules);
  return { gross, incomeTax, localTax, paid: gross - incomeTax - localTax };
}

function mostOf(claim: Claim, card: RateCard, day: string, minutes: number): bigint | undefined {
  if (claim.lecturer.cap === 'none') return undefined;
  const { hour, longer } = rowOn(card.caps[claim.lecturer.cap].limits, day);
  if (minutes <= 60) return BigInt(hour);
  const share = longer === 'each-hour' ? new Fraction(minutes, 60n) : percent(longer.allPercent);
  return new Fraction(hour).times(share).cutTo(1n);
}

function taxesAgain(
  { lecturer: { payee }, paidOn, cases }: Claim,
  byCourse: ReadonlyMap<string, bigint>,
  gross: bigint,
  rules: TaxRules,
): Pick<SecondResult, 'incomeTax' | 'localTax'> {
  const nothing = { incomeTax: 0n, localTax: 0n };
  const taxable = [...byCourse.values()].reduce((sum, won) => sum + won, 0n);
  const both = (income: Fraction, rate: number, day: string) => {
    const below = BigInt(rowOn(rules.cutting, day).below);
    const incomeTax = income.times(percent(rate)).cutTo(below);
    return {
      incomeTax,
      localTax: new Fraction(incomeTax).times(percent(rowOn(rules.localTax, day).percent)).cutTo(below),
    };
  };
  if (payee.kind === 'institution' || payee.kind === 'business-with-invoice') return nothing;
  if (payee.kind === 'non-resident') {
    return payee.treatyPaper
      ? nothing
      : both(new Fraction(taxable), rowOn(rules.nonResident.rate, paidOn).percent, paidOn);
  }
  if (rowOn(payee.taxClass, paidOn).class === 'business-income') {
    return both(new Fraction(taxable), rowOn(rules.businessIncome.rate, paidOn).percent, paidOn);
  }
  const { deemedExpense, untaxed, rate } = rules.otherIncome;
  const incomeFrom = (won: bigint, day: string): Fraction =>
    new Fraction(won).times(percent(100 - rowOn(deemedExpense, day).percent));
  const threshold = new Fraction(rowOn(untaxed, paidOn).upTo);
  const above = [...byCourse].filter(([course, won]) => {
    const known = cases.find((one) => one.course === course);
    const really = (known?.earlier ?? []).reduce((sum, payment) => sum + BigInt(payment.gross), won);
    const planned = BigInt(known?.planned ?? 0);
    return incomeFrom(really > planned ? really : planned, paidOn).isMoreThan(threshold);
  });
  const now = above.reduce((sum, [, won]) => sum + won, 0n);
  let taken = both(incomeFrom(now, paidOn), rowOn(rate, paidOn).percent, paidOn);
  const owed = above
    .flatMap(([course]) =>
      (cases.find((one) => one.course === course)?.earlier ?? []).map((payment) => ({ course, ...payment })),
    )
    .filter((payment) => !payment.taxed)
    .sort((a, b) => `${a.paidOn} ${a.course}`.localeCompare(`${b.paidOn} ${b.course}`));
  for (const payment of owed) {
    const due = both(
      incomeFrom(BigInt(payment.gross), payment.paidOn),
      rowOn(rate, payment.paidOn).percent,
      payment.paidOn,
    );
    const after = { incomeTax: taken.incomeTax + due.incomeTax, localTax: taken.localTax + due.localTax };
    if (after.incomeTax + after.localTax <= gross) taken = after;
  }
  return taken;
}
