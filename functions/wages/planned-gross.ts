import type { LocalDate } from '../shared/time.ts';
import { lowerLectures } from './caps.ts';
import { priceLessons } from './fees.ts';
import { lookUp, type Missing } from './look-up.ts';
import type { Lecturers, RateCard } from './wages-file.ts';

/** A lesson of a timetable, as far as it costs something. */
export interface PlannedLesson {
  readonly date: LocalDate;
  readonly start: string;
  readonly end: string;
  readonly course: string;
  readonly lecturer: string;
}

export type PlannedGross =
  | {
      readonly kind: 'planned';
      readonly parts: readonly { readonly year: number; readonly line: string; readonly amount: number }[];
    }
  | { readonly kind: 'impossible'; readonly missing: readonly Missing[] };

/** What the lessons of a cohort will cost before taxes, each lecture up to its cap, by fiscal year (the calendar's). */
export function plannedGross(
  { cohort, lessons }: { readonly cohort: string; readonly lessons: readonly PlannedLesson[] },
  lecturers: Lecturers,
  card: RateCard,
): PlannedGross {
  const look = lookUp();
  const amounts = [...Map.groupBy(lessons, ({ lecturer }) => lecturer)].flatMap(([id, own]) => {
    const lecturer = look.there(lecturers[id], `lecturer ${id}`);
    if (!lecturer) return [];
    const taught = {
      lecturer,
      lessons: own.map(({ date, start, end, course }) => ({ date, start, end, course, cohort })),
    };
    const priced = priceLessons(taught, card, look);
    return [...priced, ...lowerLectures(taught, card, priced, look)];
  });
  if (look.missing.length > 0) return { kind: 'impossible', missing: look.missing };
  const years = new Map<number, number>();
  for (const { date, amount } of amounts) {
    const year = Number(date.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + amount);
  }
  return {
    kind: 'planned',
    parts: [...years].map(([year, amount]) => ({ year, line: card.budgetLine, amount })),
  };
}
