import type { Round } from '../rounds/round.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import { lessonBegins, lessonEnds, lessonTitle } from './lesson.ts';
import type { Timetable } from './timetables-table.ts';

const words = {
  lecturer: { ko: '강사', en: 'Lecturer' },
  contact: { ko: '문의', en: 'Contact' },
  name: { ko: '수업 시간표', en: 'timetable' },
} as const satisfies Record<string, Text>;

/** How often calendars are asked to look for changes, in seconds. */
const lookAgainAfter = 6 * 60 * 60;

/**
 * A timetable as an iCalendar feed (RFC 5545): each lesson under an id that it keeps, with the number of its changes, by
 * which calendars know the later one; cancelled lessons stay in it as cancelled. The same to the byte until it changes.
 */
export async function calendarFeed(
  { cohort, lessons }: Pick<Timetable, 'cohort' | 'lessons'>,
  round: Pick<Round, 'title' | 'contact'>,
  lang: Lang,
): Promise<string> {
  // The generator takes milliseconds to evaluate: no start of a Lambda waits for it.
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const calendar = ical({
    name: `${round.title[lang]} ${words.name[lang]}`,
    prodId: { company: 'Seoul Fintech Academy', product: 'Timetable', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: lookAgainAfter,
  });
  for (const lesson of lessons) {
    calendar.createEvent({
      id: `${cohort}-${lesson.id}@seoul-fintech-academy`,
      sequence: lesson.sequence,
      status: lesson.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: new Date(lessonBegins(lesson)),
      end: new Date(lessonEnds(lesson)),
      stamp: new Date(lesson.changedAt),
      summary: lessonTitle(lesson)[lang],
      description: [
        `${words.lecturer[lang]}: ${lesson.lecturerName} (${lesson.institution})`,
        `${words.contact[lang]}: ${round.contact.phone} · ${round.contact.email}`,
      ].join('\n'),
      location: `${lesson.institution} ${lesson.site}`,
    });
  }
  return calendar.toString();
}
