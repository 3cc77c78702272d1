import { stringify } from 'yaml';
import { type Instant, lastDayOf, seoulClockOf, seoulDateOf } from '../shared/time.ts';
import { roundDraftSchema, type WrittenRound } from './round.ts';

/** A loaded round as a file that can be checked and loaded again, with its times in Seoul. */
export function roundFile(round: WrittenRound): string {
  const fields = roundDraftSchema.keyof().options;
  const draft = { ...round, opensAt: inSeoul(round.opensAt), closesAt: endInSeoul(round.closesAt) };
  const written = Object.fromEntries(fields.map((field) => [field, draft[field]]));
  return stringify(written, { lineWidth: 0, aliasDuplicateObjects: false });
}

const inSeoul = (instant: Instant): string => {
  const local = seoulClockOf(instant);
  return `${local.endsWith(':00.000') ? local.slice(0, 16) : local}+09:00`;
};

/** Midnight is written as the end of its day, as it is announced. */
const endInSeoul = (end: Instant): string => {
  const day = lastDayOf(end);
  return day === seoulDateOf(end) ? inSeoul(end) : `${day}T24:00+09:00`;
};
