import { type Lang, lengthText, peopleText, type Text } from '../shared/i18n.ts';
import { formatDate, formatEnd, formatInstant, seoulDateOf } from '../shared/time.ts';
import type { NumberName } from './moments.ts';
import { type OwnDate, ownDates } from './own-dates.ts';
import type { RoundDraft } from './round.ts';
import { sessionsText } from './sessions-text.ts';

/** What stands in a text for each name in braces. */
export type Words = ReadonlyMap<string, Text>;

/** A draft that was never sent is erased so many days after the closing of its round. */
export const draftDays = 90;

/** What every name that this round has stands for, in the form of each language. */
export function placeholders(round: RoundDraft): Words {
  const { admission, schedule } = round;
  const own: [NumberName, Text | undefined][] = [
    ['capacity', peopleText(round.capacity)],
    ['weeks', lengthText(schedule.weeks, 'weeks')],
    ['hoursPerWeek', lengthText(schedule.hoursPerWeek, 'hours')],
    ['sessions', sessionsText(schedule.sessions)],
    ['draftDays', lengthText(draftDays, 'days')],
    ['reviewers', admission && reviewersText(admission.review.reviewers)],
    ['refusedYears', admission && lengthText(admission.retention.refusedYears, 'years')],
    ['enrolledYears', admission && lengthText(admission.retention.enrolledYears, 'years')],
  ];
  return new Map([
    ...ownDates(round).map((date): [string, Text] => [date.name, dateText(date)]),
    ...own.flatMap(([name, text]): [string, Text][] => (text ? [[name, text]] : [])),
  ]);
}

const reviewersText = (count: number): Text => ({
  ko: `심사위원 ${count}명`,
  en: count === 1 ? '1 reviewer' : `${count} reviewers`,
});

const dateText = (date: OwnDate): Text => ({ ko: dateIn(date, 'ko'), en: dateIn(date, 'en') });

function dateIn({ date, at }: OwnDate, lang: Lang): string {
  if (!at) return formatDate(date, lang);
  return seoulDateOf(at) === date ? formatInstant(at, lang) : formatEnd(at, lang);
}

/** The names in braces that a text has: `{firstDay}`. */
export const namesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name)),
];
