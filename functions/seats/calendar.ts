import { type Round, weekdays } from '../rounds/round.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import { addDays, type Instant, isHoliday, type LocalDate, seoulTime } from '../shared/time.ts';

type Scheduled = Pick<Round, 'id' | 'title' | 'firstDay' | 'schedule' | 'sites' | 'contact'>;

export interface Lesson {
  readonly date: LocalDate;
  readonly from: Instant;
  readonly to: Instant;
}

/** The lessons of a round, in order: every week from the first day on, none on public holidays of Korea. */
export function lessonsOf({ firstDay, schedule }: Pick<Scheduled, 'firstDay' | 'schedule'>): Lesson[] {
  return Array.from({ length: schedule.weeks * 7 }, (_, day) => addDays(firstDay, day)).flatMap((date) =>
    isHoliday(date)
      ? []
      : schedule.sessions
          .filter(({ weekday }) => weekday === weekdays[(new Date(date).getUTCDay() + 6) % 7])
          .map(({ from, to }) => ({ date, from: seoulTime(date, from), to: seoulTime(date, to) })),
  );
}

const words = {
  contact: { ko: '문의', en: 'Contact' },
} as const satisfies Record<string, Text>;

/**
 * The lessons as an iCalendar file (RFC 5545). Each is an event of its own with times in UTC, which every calendar shows
 * in the time of its owner; with the same ids when it is made again, so that nothing stands in it twice.
 */
export async function calendarOf(round: Scheduled, lang: Lang, now: Instant): Promise<string> {
  // The generator takes milliseconds to evaluate: no start of a Lambda waits for it.
  const { default: ical, ICalCalendarMethod } = await import('ical-generator');
  const calendar = ical({
    name: round.title[lang],
    prodId: { company: 'Seoul Fintech Academy', product: 'Admission', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { from, to } of lessonsOf(round)) {
    calendar.createEvent({
      id: `${round.id}-${from}@seoul-fintech-academy`,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(now),
      summary: round.title[lang],
      description: `${round.schedule.days[lang]}\n${words.contact[lang]}: ${round.contact.phone} · ${round.contact.email}`,
      location: round.sites[lang],
    });
  }
  return calendar.toString();
}
