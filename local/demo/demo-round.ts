import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addDays,
  addMinutes,
  businessDayEnd,
  type Instant,
  isBusinessDay,
  type LocalDate,
  seoulDateOf,
  seoulTime,
} from '../../functions/shared/time.ts';
import { root } from '../paths.ts';

const template = 'local/demo/demo-round.yaml';

export const demoRoundId = 'academy-demo';

/** The round takes applications for this long after the first start, unless it is closed by hand before. */
const openHours = 3;

/** The text of the demo round's file as it is for a first start at a moment: open already, closing a few hours later. */
export function demoRound(now: Instant): string {
  const values = placeholders(now);
  return readFileSync(join(root, template), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${template} has {{${name}}}, which nothing fills in`);
    return value;
  });
}

function placeholders(now: Instant): Readonly<Record<string, string>> {
  const closesAt = fullHourAfter(addMinutes(now, openHours * 60));
  const closingDay = seoulDateOf(closesAt);
  const businessDays = (count: number): LocalDate => seoulDateOf(businessDayEnd(closesAt, count));
  return {
    code: codeOf(closingDay),
    opensAt: seoulTime(addDays(seoulDateOf(now), -14), '09:00'),
    closesAt,
    resultsOn: businessDays(4),
    lastDay: businessDays(12),
    firstDay: nextTuesday(businessDays(13)),
  };
}

const fullHourAfter = (instant: Instant): Instant => {
  const hour = 3_600_000;
  const over = Date.parse(instant) % hour;
  return addMinutes(instant, over === 0 ? 0 : (hour - over) / 60_000);
};

/** Classes are on Tuesdays and Thursdays; a public holiday is left out. */
const nextTuesday = (day: LocalDate): LocalDate =>
  new Date(day).getUTCDay() === 2 && isBusinessDay(day) ? day : nextTuesday(addDays(day, 1));

/** The academy's code of the half-year in which the round closes: `A-26H2`. */
const codeOf = (day: LocalDate): string => `A-${day.slice(2, 4)}H${day.slice(5, 7) <= '06' ? 1 : 2}`;
