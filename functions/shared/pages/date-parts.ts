import { normaliseLine } from '../text/text.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `Mar`, `march`, `Sept.`: three letters of it and more. */
function monthByName(written: string): string | undefined {
  const name = written.toLowerCase().replace(/\.$/, '');
  const index = name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name));
  return index < 0 ? undefined : String(index + 1);
}

const units = {
  year: /\s*(?:년생?|年|[.,/-])$/,
  month: /\s*(?:월|月|[.,/-])$/,
  day: /\s*(?:일생?|日|st|nd|rd|th|[.,/-])$/i,
} as const;

/** One part of a date as a number, without what people write behind it: `1995년`, `3월`, `Mar`, `2일`, `2nd`, `1995.`. */
export function datePartIn(part: keyof typeof units, typed: string): string {
  const line = normaliseLine(typed);
  const written = line.replace(units[part], '').trim();
  return (part === 'month' ? monthByName(line) : undefined) ?? written;
}
