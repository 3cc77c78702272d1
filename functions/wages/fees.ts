import { addDays, type LocalDate } from '../shared/time.ts';
import { minutesBeforeMidnight, minutesBetween } from '../shared/time-of-day.ts';
import { standingOn, type Taught } from './claim.ts';
import type { Look } from './look-up.ts';
import type { RateCard } from './wages-file.ts';
import { compare, wholeOf } from './whole-won.ts';

/** A lesson, or the part of one that is on a day of its own, with what it earns. */
export interface PricedLesson {
  readonly date: LocalDate;
  readonly start: string;
  readonly minutes: number;
  readonly cohort: string;
  readonly course: string;
  /** Minutes paid at the rate of the first hour, and at that of further ones. */
  readonly firstMinutes: number;
  readonly furtherMinutes: number;
  readonly first: number;
  readonly further: number;
  readonly amount: number;
}

type Counting = RateCard['counting'][number];
interface Part {
  readonly lesson: Pick<PricedLesson, 'date' | 'start' | 'minutes' | 'cohort' | 'course'>;
  readonly counting: Counting;
  /** Parts that share their first hour. */
  readonly counted: string;
}

const unitMinutes: Readonly<Record<Counting['parts'], number>> = { minute: 1, 'half-hour': 30, 'full-hour': 60 };

/**
 * What each lesson earns by the rate and the lecturer's grade of its day, from whole minutes. Of what is counted together, amounts are
 * cut below one won as they add up, so that the sum is cut once.
 */
export function priceLessons(claim: Taught, card: RateCard, look: Look): PricedLesson[] {
  const { lecturer, lessons } = claim;
  const ids = lessons.length > 0 ? lessons.map(({ date }) => standingOn(lecturer, date).grade) : [lecturer.grade];
  const grades = [...new Set(ids)].map((id) => look.there(card.grades[id], `grade ${id}`));
  if (grades.includes(undefined)) return [];
  const parts = lessons.flatMap((lesson, index) => partsOf(lesson, index, card, look)).sort(inOrder);
  const counts = new Map<string, Count>();
  return parts.flatMap((part) => {
    const { grade: id } = standingOn(lecturer, part.lesson.date);
    const grade = look.there(card.grades[id], `grade ${id}`);
    const rate = grade && look.inForce(grade.rates, part.lesson.date, `rate of ${id}`);
    if (!rate) return [];
    const { count, priced } = priceNext(counts.get(part.counted) ?? nothingYet, part, rate);
    counts.set(part.counted, count);
    return [priced];
  });
}

/** As they are held; what begins at once has an order too, so that the order of a file decides nothing. */
const inOrder = (one: Part, other: Part): number => {
  const [a, b] = [one.lesson, other.lesson];
  return (
    compare(a.date, b.date) ||
    compare(a.start, b.start) ||
    compare(a.cohort, b.cohort) ||
    compare(a.course, b.course) ||
    a.minutes - b.minutes
  );
};

/** A lesson by the card of the day on which it begins; what is split off at midnight, by that of its own day. */
function partsOf(lesson: Taught['lessons'][number], index: number, card: RateCard, look: Look): Part[] {
  const { date, start, end, cohort, course } = lesson;
  const part = (on: LocalDate, from: string, minutes: number): Part[] => {
    const counting = look.inForce(card.counting, on, 'way of counting hours');
    const counted = counting?.firstHour === 'a-day' ? on : `lesson ${index}`;
    return counting ? [{ lesson: { date: on, start: from, minutes, cohort, course }, counting, counted }] : [];
  };
  const minutes = minutesBetween(start, end);
  const isSplit = look.inForce(card.counting, date, 'way of counting hours')?.overMidnight === 'split';
  const onItsDay = isSplit ? minutesBeforeMidnight(start, minutes) : minutes;
  return [
    ...part(date, start, onItsDay),
    ...(minutes > onItsDay ? part(addDays(date, 1), '00:00', minutes - onItsDay) : []),
  ];
}

/** What was counted so far: minutes taught, minutes paid, and won times 60, exactly. */
interface Count {
  readonly taught: number;
  readonly paid: number;
  readonly sixtieths: number;
}
const nothingYet: Count = { taught: 0, paid: 0, sixtieths: 0 };

/** The next lesson of what is counted together: minutes that make no complete unit wait for those of the next one. */
function priceNext(
  { taught, paid, sixtieths }: Count,
  { lesson, counting }: Part,
  { first, further }: { readonly first: number; readonly further: number },
): { readonly count: Count; readonly priced: PricedLesson } {
  const now = taught + lesson.minutes;
  const unit = unitMinutes[counting.parts];
  const complete = Math.max(paid, now - (now % unit));
  const firstMinutes = Math.min(60, complete) - Math.min(60, paid);
  const furtherMinutes = complete - paid - firstMinutes;
  const sum = sixtieths + firstMinutes * first + furtherMinutes * further;
  const amount = wholeOf(sum, 60) - wholeOf(sixtieths, 60);
  return {
    count: { taught: now, paid: complete, sixtieths: sum },
    priced: { ...lesson, firstMinutes, furtherMinutes, first, further, amount },
  };
}
