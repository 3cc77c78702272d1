import { isLang, type Lang } from '../shared/i18n.ts';
import { type Instant, type LocalDate, seoulClockOf, seoulDateOf } from '../shared/time.ts';
import type { Moment } from './moments.ts';
import { type OwnDate, ownDates } from './own-dates.ts';
import { namesIn, placeholders, type Words } from './placeholders.ts';
import { type Round, type RoundDraft, roundSchema } from './round.ts';

/**
 * A loaded round as people are told it: each step has its day, and each text the dates and numbers that it names. What
 * is told already stays as it is.
 */
export const toldRound = (round: Round): Round => roundSchema.parse(told(round));

/** The same of a file, to be compared field by field. */
export function told(round: RoundDraft): object {
  const dates = new Map(ownDates(round).map((own) => [own.name, own]));
  const whatHappens = round.whatHappens.map((step) => toldStep(step, dates));
  return toldGroup({ ...round, whatHappens }, placeholders(round));
}

type Step = RoundDraft['whatHappens'][number];

/** With the hour at which it begins or ends, if the moment has one; with both `when` and its date, it is told already. */
function toldStep(step: Step, dates: ReadonlyMap<Moment, OwnDate>): Step {
  const own = step.when && dates.get(step.when);
  if (!own || step.date) return step;
  const { at, date } = own;
  const { ko, en } = step.text;
  const text = at ? { ko: `${ko}(${hourOf(at, date)})`, en: `${en} (${hourOf(at, date)})` } : step.text;
  return { ...step, text, date };
}

/** The hour of a moment; what ends at midnight ends at 24:00 of the day before. */
const hourOf = (at: Instant, date: LocalDate): string =>
  seoulDateOf(at) === date ? seoulClockOf(at).slice(11, 16) : '24:00';

const toldGroup = (group: object, words: Words): object =>
  Object.fromEntries(Object.entries(group).map(([key, value]) => [key, toldPart(value, key, words)]));

function toldPart(value: unknown, key: string, words: Words): unknown {
  if (typeof value === 'string') return isLang(key) ? toldText(value, key, words) : value;
  if (Array.isArray(value)) return value.map((part: unknown) => toldPart(part, '', words));
  return typeof value === 'object' && value !== null ? toldGroup(value, words) : value;
}

const toldText = (text: string, lang: Lang, words: Words): string =>
  namesIn(text).reduce((so, name) => so.replaceAll(`{${name}}`, words.get(name)?.[lang] ?? `{${name}}`), text);
