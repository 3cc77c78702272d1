import * as holidayYears from '@hyunbinseo/holidays-kr/all';
import * as z from 'zod';
import { Fault } from './errors.ts';
import type { Lang, Text } from './i18n.ts';
import { once } from './once.ts';
import { plainDigits } from './text/text.ts';

const withSeconds = z.iso.datetime({ offset: true });
const withoutSeconds = z.iso.datetime({ offset: true, precision: -1 });

/** As this module writes it; only whether there is such a moment is open. */
const ours = /^\d{4}-\d\d-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** UTC with milliseconds; nothing, if an offset leads out of the years 0000 to 9999, whose form no longer sorts. */
const utcOf = (written: string): string | undefined => {
  if (ours.test(written) && Number.isFinite(Date.parse(written))) return written;
  if (!withSeconds.safeParse(written).success && !withoutSeconds.safeParse(written).success) return undefined;
  const utc = new Date(written).toISOString();
  return /^\d{4}-/.test(utc) ? utc : undefined;
};

/**
 * A point in time: accepts ISO 8601 with `Z` or an offset (seconds may be left out), and yields UTC with milliseconds,
 * for example `2027-01-29T09:00:00.000Z`. Two instants compare as strings.
 */
export const instantSchema = z
  .string()
  .transform((written, context) => {
    const utc = utcOf(written);
    if (utc !== undefined) return utc;
    context.addIssue({ code: 'invalid_format', format: 'datetime', input: written });
    return z.NEVER;
  })
  .brand<'Instant'>();
export type Instant = z.output<typeof instantSchema>;

const endOfDay = /^(\d{4}-\d\d-\d\d)T24:00(?::00(?:\.0+)?)?(?=Z$|[+-]\d)/;

/** When something ends: an instant that may be written as the end of a day, `2027-01-29T24:00+09:00`. */
export const endSchema = z
  .string()
  .transform((written) => written.replace(endOfDay, (as, date: string) => nextMidnight(date) ?? as))
  .pipe(instantSchema);

const nextMidnight = (written: string): string | undefined => {
  const { data: date } = localDateSchema.safeParse(written);
  return date && `${addDays(date, 1)}T00:00`;
};

/** A calendar day in Asia/Seoul, `YYYY-MM-DD`; days that do not exist are refused. */
export const localDateSchema = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.output<typeof localDateSchema>;

const minute = 60_000;
const day = 24 * 60 * minute;
/** Korea Standard Time; it has had no summer time since 1988. */
const seoulOffset = 9 * 60 * minute;
/** The minute of a business day at which what is due on it becomes due: 18:00 in Seoul. */
const closeOfBusiness = 18 * 60 * minute;

/** @throws when the date is invalid or outside of the years 0000 to 9999. */
export const toInstant = (date: Date): Instant => instantSchema.parse(date.toISOString());

/** As DynamoDB takes the time after which an item goes by itself. */
export const secondsOf = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  toInstant(new Date(Date.parse(instant) + minutes * minute));

/** What a clock in Seoul shows: `2027-01-29T17:59:00.000`. */
export const seoulClockOf = (instant: Instant): string =>
  new Date(Date.parse(instant) + seoulOffset).toISOString().slice(0, -'Z'.length);

/** The day on which an instant falls in Seoul. */
export const seoulDateOf = (instant: Instant): LocalDate => localDateSchema.parse(seoulClockOf(instant).slice(0, 10));

/** The minute in Seoul as spreadsheets read it: `2027-01-29 17:59`. */
export const seoulMinuteOf = (instant: Instant): string => seoulClockOf(instant).slice(0, 16).replace('T', ' ');

/** The last day of what ends then: what ends at midnight has ended with the day before. */
export const lastDayOf = (end: Instant): LocalDate => {
  const date = seoulDateOf(end);
  return seoulTime(date, '00:00') === end ? addDays(date, -1) : date;
};

/**
 * A day from the three parts of a date as people type them (`'1999'`, `'3'`, `'08'`, also full-width digits).
 * Nothing, if the calendar has no such day.
 */
export function parseLocalDate(
  year: string | number,
  month: string | number,
  dayOfMonth: string | number,
): LocalDate | undefined {
  const digits = (part: string | number) => plainDigits(String(part)).trim();
  const [y, m, d] = [digits(year), digits(month), digits(dayOfMonth)];
  if (!/^\d{4}$/.test(y) || !/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d)) return undefined;
  return localDateSchema.safeParse(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`).data;
}

/**
 * Age in full years (만 나이): the day of birth counts, and the age is reached when its anniversary begins; who was
 * born on 29 February reaches it on 1 March in other years. Civil Act art. 158 and 160. Negative before birth.
 */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Public holidays as gazetted, with substitute and election days. */
const gazetted = new Set(Object.values(holidayYears).flatMap((year) => Object.keys(year)));
const gazettedYears = new Set([...gazetted].map((date) => date.slice(0, 4)));

/** Holidays that fall on the same day each year, for years that are not gazetted yet. */
const fixedHolidays = new Set([
  '01-01',
  '03-01',
  '05-01',
  '05-05',
  '06-06',
  '07-17',
  '08-15',
  '10-03',
  '10-09',
  '12-25',
]);

/** A public holiday of Korea, as far as the calendar has the year (see `isBusinessDay`). */
export const isHoliday = (date: LocalDate): boolean =>
  gazettedYears.has(date.slice(0, 4)) ? gazetted.has(date) : fixedHolidays.has(date.slice(5));

/**
 * Monday to Friday, and no public holiday of Korea. The calendar of `@hyunbinseo/holidays-kr` has the years from 2018
 * to the last one gazetted (2027 in version 5.2027.1; the next comes each June). In other years only the holidays with
 * a fixed date are known: Seollal, Chuseok, Buddha's Birthday and substitute days count as business days there, so that
 * something may fall due a few days early, and nothing fails.
 */
export function isBusinessDay(date: LocalDate): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}

/** So many days later, or earlier if the number is negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  localDateSchema.parse(new Date(Date.parse(date) + days * day).toISOString().slice(0, 10));

/** How many days after a day another is, negative if it is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / day;

/** The day itself if it is a business day, else the next one. */
export const businessDayFrom = (date: LocalDate): LocalDate =>
  isBusinessDay(date) ? date : businessDayFrom(addDays(date, 1));

/** A time of day (`19:00`) in Seoul on a day. */
export const seoulTime = (date: LocalDate, time: string): Instant => instantSchema.parse(`${date}T${time}+09:00`);

/** 18:00 in Seoul on a day, whether or not it is a business day. */
export const closeOfDay = (date: LocalDate): Instant =>
  toInstant(new Date(Date.parse(date) + closeOfBusiness - seoulOffset));

/** Business days from the day after `from` to the day `through`, both included; 0 if that lies before. */
export function businessDaysAfter(from: LocalDate, through: LocalDate): number {
  let days = 0;
  for (let date = addDays(from, 1); date <= through; date = addDays(date, 1)) if (isBusinessDay(date)) days += 1;
  return days;
}

/**
 * 18:00 in Seoul on the n-th business day after the day of `from`; that day itself never counts.
 * @throws Fault DaysImpossible when `days` is no whole number of at least 1.
 */
export function businessDayEnd(from: Instant, days: number): Instant {
  if (!Number.isInteger(days) || days < 1) throw new Fault('DaysImpossible', { days });
  let date = seoulDateOf(from);
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isBusinessDay(date)) left -= 1;
  }
  return closeOfDay(date);
}

/** The business days from one day to another, both included. */
export function businessDaysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (isBusinessDay(date)) days.push(date);
  return days;
}

const dateParts = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const inSeoul = { timeZone: 'Asia/Seoul' } as const;
/** Made when first used: the first of all costs each worker 13 ms, and most never write a date. */
const formats = { ko: once(() => formatsOf('ko-KR', 'short')), en: once(() => formatsOf('en-GB', 'long')) };

const formatsOf = (locale: string, weekday: 'short' | 'long') => ({
  date: new Intl.DateTimeFormat(locale, { ...dateParts, ...inSeoul }),
  day: new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', ...inSeoul }),
  weekday: new Intl.DateTimeFormat(locale, { weekday, ...inSeoul }),
  time: new Intl.DateTimeFormat(locale, { ...timeParts, ...inSeoul }),
});

const dateWords = (at: Date, lang: Lang): string => {
  const { date, weekday } = formats[lang]();
  return lang === 'ko' ? `${date.format(at)}(${weekday.format(at)})` : `${weekday.format(at)}, ${date.format(at)}`;
};

/** `2027년 1월 29일(금) 18:00`, `Friday, 29 January 2027, 18:00 KST`. */
export function formatInstant(instant: Instant, lang: Lang): string {
  const at = new Date(instant);
  const time = formats[lang]().time.format(at);
  return lang === 'ko' ? `${dateWords(at, lang)} ${time}` : `${dateWords(at, lang)}, ${time} KST`;
}

/**
 * When something ends, so that nobody counts a day more: at midnight `2027년 1월 29일(금) 자정(24:00)` and
 * `Friday, 29 January 2027, midnight (24:00 KST)`, else as `formatInstant` says it.
 */
export function formatEnd(end: Instant, lang: Lang): string {
  const day = lastDayOf(end);
  if (day === seoulDateOf(end)) return formatInstant(end, lang);
  return lang === 'ko' ? `${formatDate(day, lang)} 자정(24:00)` : `${formatDate(day, lang)}, midnight (24:00 KST)`;
}

/** Without the year: `1월 29일(금) 18:00`, `29 January, 18:00 KST`. */
function formatShort(instant: Instant, lang: Lang): string {
  const at = new Date(instant);
  const { day, weekday, time } = formats[lang]();
  return lang === 'ko'
    ? `${day.format(at)}(${weekday.format(at)}) ${time.format(at)}`
    : `${day.format(at)}, ${time.format(at)} KST`;
}

/** A due time as the subject of a mail has it: `1월 29일(금) 18:00`, `29 January, 18:00 KST`. */
export const dueInSubject = (due: Instant): Text => ({ ko: formatShort(due, 'ko'), en: formatShort(due, 'en') });

/** A day as the subject of a mail has it: `1월 29일(금)`, `29 January`. */
export function dayInSubject(date: LocalDate): Text {
  const at = new Date(Date.parse(date) - seoulOffset);
  const [ko, en] = [formats.ko(), formats.en()];
  return { ko: `${ko.day.format(at)}(${ko.weekday.format(at)})`, en: en.day.format(at) };
}

/** A day in both languages, each as `formatDate` writes it. */
export const dateText = (date: LocalDate): Text => ({ ko: formatDate(date, 'ko'), en: formatDate(date, 'en') });

/** `2027년 1월 29일(금)`, `Friday, 29 January 2027`. */
export const formatDate = (date: LocalDate, lang: Lang): string =>
  dateWords(new Date(Date.parse(date) - seoulOffset), lang);
