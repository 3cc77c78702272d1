import { addDays, type Instant, isHoliday, type LocalDate, seoulTime } from '../shared/time.ts';
import { type Round, weekdays } from './round.ts';

type Scheduled = Pick<Round, 'firstDay' | 'schedule'>;

export interface Lesson {
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
}

/** The lessons of a round, in order: every week from the first day on, none on public holidays of Korea. */
export function lessonsOf({ firstDay, schedule }: Scheduled): Lesson[] {
  return Array.from({ length: schedule.weeks * 7 }, (_, day) => addDays(firstDay, day)).flatMap((date) =>
    isHoliday(date)
      ? []
      : schedule.sessions
          .filter(({ weekday }) => weekday === weekdays[(new Date(date).getUTCDay() + 6) % 7])
          .map(({ from, to }) => ({ date, from: seoulTime(date, from), to: seoulTime(date, to) })),
  );
}

/** The last day of a course: so many weeks from its first day on. */
export const lastDayOfCourse = ({ firstDay, schedule }: Scheduled): LocalDate =>
  addDays(firstDay, schedule.weeks * 7 - 1);

/** The day of the last lesson; of a round without a timetable, the last of its weeks. */
export const lastLessonDay = (round: Scheduled): LocalDate => lessonsOf(round).at(-1)?.date ?? lastDayOfCourse(round);
