import { usualConduct } from '../residency-rules/conduct.ts';
import { renewalWindow } from '../residency-rules/renewal.ts';
import { langs } from '../shared/i18n.ts';
import {
  addDays,
  businessDayEnd,
  formatDate,
  type Instant,
  isBusinessDay,
  isHoliday,
  type LocalDate,
  lastDayOf,
  seoulClockOf,
  seoulDateOf,
  seoulTime,
} from '../shared/time.ts';
import { datesIn, dayOf, means, timesIn, type WrittenDate } from './dates-in-text.ts';
import type { Finding, Path } from './findings.ts';
import { committeeDue, type OwnDate, ownDates, reviewsDue } from './own-dates.ts';
import { type RoundDraft, weekdays } from './round.ts';
import { textsOf } from './texts-of.ts';

/**
 * What in a round may be meant and is likely not: texts that name days which the round does not have, and periods that
 * cannot end in time. Nothing of it keeps a round from being loaded.
 * @param was the version that it shall replace, whose days are likely the stale ones
 */
export const warnings = (round: RoundDraft, was?: RoundDraft): Finding[] => [
  ...staleDates(round, was),
  ...datedSteps(round, was),
  ...handWrittenLessons(round),
  ...unhandyDays(round),
  ...tooLate(round),
  ...renewsTooLate(round),
];

function staleDates(round: RoundDraft, was: RoundDraft | undefined): Finding[] {
  return textsOf(round).flatMap(({ path, text }) =>
    datesIn(text).flatMap((date) => {
      const reason = staleReason(date, path, round, was);
      return reason ? [{ path, reason }] : [];
    }),
  );
}

/** The days that the list of what happens adds, for example one of an information session. */
function daysAdded({ whatHappens }: RoundDraft, was: RoundDraft | undefined): LocalDate[] {
  const before = was ? ownDates(was).map(({ date }) => date) : [];
  return whatHappens.flatMap(({ date }) => (date && !before.includes(date) ? [date] : []));
}

function staleReason(
  date: WrittenDate,
  path: Path,
  round: RoundDraft,
  was: RoundDraft | undefined,
): string | undefined {
  // The day of a law, or of what has been for long, is none of the round's.
  if (date.year !== undefined && date.year < Number(round.opensAt.slice(0, 4)) - 1) return undefined;
  const firstDay = formatDate(round.firstDay, 'en');
  const rule = path[0] === 'eligibility' ? round.eligibility[Number(path[1])] : undefined;
  if (rule?.rule === 'minimum-age' && !means(date, round.firstDay)) {
    return `names ${date.written}, and the condition goes by the first day (${firstDay}): write {firstDay}`;
  }
  const meant = ownDates(round).filter((one) => means(date, one.date));
  if (meant.length > 0) return writtenByHand(date, meant);
  if (daysAdded(round, was).some((day) => means(date, day))) return undefined;
  const stale = whatItWas(date, round, was);
  return `names ${date.written}, which is ${stale ? `${stale.what}: write ${inBraces(stale)}` : 'no day of this round'}`;
}

function writtenByHand(written: WrittenDate, meant: readonly OwnDate[]): string {
  const date = dayOf(written) ?? meant[0]?.date;
  const wrong = date && written.weekday !== undefined && written.weekday !== new Date(date).getUTCDay();
  return [
    `names ${written.written},`,
    ...(wrong ? [`and that day is ${formatDate(date, 'en')},`] : []),
    `when ${meant.map(({ what }) => what).join(' and ')}: write ${meant.map(inBraces).join(' or ')}, and it moves with it`,
  ].join(' ');
}

/** What a day was in the version before, and when that is now. */
function whatItWas(
  date: WrittenDate,
  round: RoundDraft,
  was: RoundDraft | undefined,
): Pick<OwnDate, 'name' | 'what'> | undefined {
  const before = was && ownDates(was).find((one) => means(date, one.date));
  const now = before && ownDates(round).find(({ name }) => name === before.name);
  return (
    now && {
      name: now.name,
      what: `the day on which ${now.what} in the version before; now it is ${formatDate(now.date, 'en')}`,
    }
  );
}

/** Days and hours of the list of what happens that are written by hand. */
function datedSteps(round: RoundDraft, was: RoundDraft | undefined): Finding[] {
  const own = ownDates(round);
  return round.whatHappens.flatMap(({ text, date }, index): Finding[] => {
    if (!date) return [];
    const path = ['whatHappens', index, 'date'];
    const meant = own.filter((one) => one.date === date);
    if (meant.length > 0) {
      const what = meant.map((one) => one.what).join(' and ');
      const closing = meant.every(({ name }) => name === 'closesAt');
      return [
        {
          path,
          reason: `is ${date}, when ${what}: write ${meant.map(asWhen).join(' or ')} instead, and it moves with it`,
        },
        ...(closing ? wrongHour(text, round.closesAt, ['whatHappens', index, 'text']) : []),
      ];
    }
    const stale = whatItWas(writtenAs(date), round, was);
    return stale ? [{ path, reason: `is ${date}, which is ${stale.what}: write ${asWhen(stale)} instead` }] : [];
  });
}

const asWhen = ({ name }: Pick<OwnDate, 'name'>): string => `"when: ${name}"`;
const inBraces = ({ name }: Pick<OwnDate, 'name'>): string => `{${name}}`;

function writtenAs(date: LocalDate): WrittenDate {
  const [year, month = 0, day = 0] = date.split('-').map(Number);
  return { written: date, year, month, day };
}

function wrongHour(text: Readonly<Record<'ko' | 'en', string>>, closesAt: Instant, path: Path): Finding[] {
  const time = timeOf(closesAt);
  const right = time === '00:00' ? ['00:00', '24:00'] : [time];
  return langs.flatMap((lang) =>
    timesIn(text[lang])
      .filter((named) => !right.includes(named))
      .map((named) => ({ path: [...path, lang], reason: `names ${named}, and the round closes at ${right.at(-1)}` })),
  );
}

const timeOf = (instant: Instant): string => seoulClockOf(instant).slice(11, 16);

/** The times of the lessons, in words beside the timetable that has them. */
function handWrittenLessons({ schedule }: RoundDraft): Finding[] {
  if (schedule.sessions.length === 0) return [];
  const times = schedule.sessions.flatMap(({ from, to }) => [from, to]);
  return langs.flatMap((lang) =>
    timesIn(schedule.days[lang])
      .slice(0, 1)
      .map((time) => ({
        path: ['schedule', 'days', lang],
        reason: `names ${time}${times.includes(time) ? '' : ', which is no time of the sessions'}: write {sessions}, and it moves with them`,
      })),
  );
}

function unhandyDays(round: RoundDraft): Finding[] {
  const { closesAt, resultsOn, firstDay, admission, schedule } = round;
  const closing = lastDayOf(closesAt);
  const day = (date: LocalDate) => formatDate(date, 'en');
  const nobodyThere = (path: Path, date: LocalDate, what: string): Finding[] =>
    isBusinessDay(date) ? [] : [{ path, reason: `is ${day(date)}, ${what}` }];
  const lessons = schedule.sessions.map(({ weekday }) => weekday);
  const first = weekdays[(new Date(firstDay).getUTCDay() + 6) % 7];
  return [
    ...nobodyThere(['closesAt'], closing, 'a weekend or holiday, when nobody is there to help who cannot send'),
    ...(closing === seoulDateOf(closesAt)
      ? []
      : [
          {
            path: ['closesAt'],
            reason: `is midnight, when nobody is there to help; it is announced as ${day(closing)}, 24:00, not as ${day(addDays(closing, 1))}`,
          },
        ]),
    ...nobodyThere(['resultsOn'], resultsOn, 'a weekend or holiday, when nobody answers questions'),
    ...nobodyThere(
      ['admission', 'offer', 'waitlist', 'lastDay'],
      admission?.offer.waitlist.lastDay ?? resultsOn,
      'a weekend or holiday',
    ).filter(() => admission !== undefined),
    ...(isHoliday(firstDay)
      ? [{ path: ['firstDay'], reason: `is ${day(firstDay)}, a public holiday without classes` }]
      : []),
    ...(first && lessons.length > 0 && !lessons.includes(first)
      ? [{ path: ['firstDay'], reason: `is ${day(firstDay)}, and the timetable has classes on ${lessons.join(', ')}` }]
      : []),
  ];
}

function tooLate(round: RoundDraft): Finding[] {
  const { admission, resultsOn } = round;
  const [reviews, committee] = [reviewsDue(round), committeeDue(round)];
  if (!admission || !reviews || !committee) return [];
  const day = (date: LocalDate) => formatDate(date, 'en');
  const findings: Finding[] = [];
  if (reviews > resultsOn) {
    findings.push({
      path: ['admission', 'review', 'within'],
      reason: `ends on ${day(reviews)}, after the results are due (${day(resultsOn)})`,
    });
  } else if (committee > resultsOn) {
    findings.push({
      path: ['admission', 'committee', 'within'],
      reason: `ends on ${day(committee)} if the reviews take all their time, after the results are due (${day(resultsOn)})`,
    });
  }
  const { lastDay } = admission.offer.waitlist;
  const answers = ownDates(round).find(({ name }) => name === 'answersDue');
  const documents = answers?.at && documentsDue(round, answers.at);
  const neededUntil =
    answers && answers.date >= lastDay
      ? `the first offers may be answered until ${day(answers.date)}`
      : documents && documents >= lastDay
        ? `documents of the first may be sent until ${day(documents)}`
        : undefined;
  if (neededUntil) {
    findings.push({
      path: ['admission', 'offer', 'waitlist', 'lastDay'],
      reason: `is ${day(lastDay)}, and ${neededUntil}: nobody who waits would be asked in time`,
    });
  }
  return findings;
}

/** The last day for the documents of a startup of the Lab that answers its offer in the last minute. */
function documentsDue({ residency }: RoundDraft, answered: Instant): LocalDate | undefined {
  const within = residency?.onboarding?.documentsWithin;
  return within === undefined ? undefined : seoulDateOf(businessDayEnd(answered, within));
}

/** A round of renewal that is still open when the window before the first of its contracts has closed. */
function renewsTooLate({ renews, closesAt }: RoundDraft): Finding[] {
  if (!renews) return [];
  const { closesDays } = usualConduct.renewal;
  const last = renewalWindow(usualConduct, renews.window.from).closes;
  const closing = lastDayOf(closesAt);
  return closing > last
    ? [
        {
          path: ['closesAt'],
          reason: `is ${formatDate(closing, 'en')}, less than ${closesDays} days before contracts end (${formatDate(renews.window.from, 'en')}): close by ${formatDate(last, 'en')}`,
        },
      ]
    : [];
}

/** What is past already when a round is loaded, for one that is not there yet. */
export const pastAlready = ({ closesAt, firstDay }: RoundDraft, now: Instant): Finding[] => [
  ...(closesAt <= now ? [{ path: ['closesAt'], reason: 'is past: nobody could apply' }] : []),
  ...(seoulTime(firstDay, '00:00') <= now ? [{ path: ['firstDay'], reason: 'is past' }] : []),
];
