import { type LocalDate, localDateSchema } from '../shared/time.ts';

/** A date as a text names it; without a year, if it names none. */
export interface WrittenDate {
  readonly written: string;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** From 0, Sunday, if the text says which. */
  readonly weekday?: number;
}

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = 'January|February|March|April|May|June|July|August|September|October|November|December';
const months = `(?<month>${monthName}|${english.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`).join('|')})\\.?`;
const weekdays = 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday';
const before = `(?:(?<weekday>${weekdays}),? )?(?:the )?`;

const patterns: readonly RegExp[] = [
  /(?:(?<year>\d{4})년\s*)?(?<month>\d{1,2})월\s*(?<day>\d{1,2})일(?:\s*\((?<weekday>[일월화수목금토])(?:요일)?\))?/gu,
  /(?<![\d.-])(?<year>\d{4})(?:-|\.\s?)(?<month>\d{1,2})(?:-|\.\s?)(?<day>\d{1,2})(?![\d-])/gu,
  new RegExp(`${before}\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? ${months}(?:,? (?<year>\\d{4}))?\\b`, 'gu'),
  new RegExp(`${before}\\b${months} (?<day>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<year>\\d{4}))?(?! ?%)`, 'gu'),
];

/** The dates that a text names, in Korean, English or digits. */
export const datesIn = (text: string): WrittenDate[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, groups = {} }) => {
      const month = monthOf(groups.month ?? '');
      const day = Number(groups.day);
      if (month < 1 || month > 12 || day < 1 || day > 31) return [];
      const weekday = weekdayOf(groups.weekday);
      return [
        {
          written: written.trim(),
          month,
          day,
          ...(groups.year && { year: Number(groups.year) }),
          ...(weekday !== undefined && { weekday }),
        },
      ];
    }),
  );

const monthOf = (written: string): number =>
  /^\d/u.test(written) ? Number(written) : english.indexOf(written.slice(0, 3).toLowerCase()) + 1;

function weekdayOf(written: string | undefined): number | undefined {
  if (!written) return undefined;
  const korean = '일월화수목금토'.indexOf(written);
  return korean >= 0 ? korean : weekdays.split('|').findIndex((name) => name.toLowerCase() === written.toLowerCase());
}

/** Whether a text means this day; a date without a year means it in every year. */
export const means = ({ year, month, day }: WrittenDate, date: LocalDate): boolean =>
  date.slice(5) === `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` &&
  (year === undefined || year === Number(date.slice(0, 4)));

/** The day itself, if the text has its year and the calendar has the day. */
export const dayOf = ({ year, month, day }: WrittenDate): LocalDate | undefined =>
  year === undefined
    ? undefined
    : localDateSchema.safeParse(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`).data;

/** The times of day that a text names, as `18:00`: `18:00`, `오후 6시`, `18시 30분`, `6 pm`. */
export const timesIn = (text: string): string[] => [
  ...[...text.matchAll(/(?<!\d)([01]?\d|2[0-4]):([0-5]\d)(?!\d)/gu)].map(([, hour, minute]) => clock(hour, minute)),
  ...[...text.matchAll(/(?:(오전|오후)\s*)?(?<!\d)(\d{1,2})시(?!간)(?:\s*(\d{1,2})분)?/gu)].map(
    ([, half, hour, minute]) => clock(hour, minute, half === '오후'),
  ),
  ...[...text.matchAll(/(?<![\d:])(\d{1,2})(?::(\d\d))? ?([ap])\.?m\b/giu)].map(([, hour, minute, half]) =>
    clock(hour, minute, half?.toLowerCase() === 'p'),
  ),
];

function clock(hour = '0', minute = '0', afternoon = false): string {
  const hours = Number(hour) + (afternoon && Number(hour) < 12 ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}
