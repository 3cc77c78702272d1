import type { Lang, Text } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { lessonsOf } from './lessons.ts';
import type { Round } from './round.ts';

type Scheduled = Pick<Round, 'id' | 'title' | 'firstDay' | 'schedule' | 'sites' | 'contact'>;

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
