import type { AdmissionRules } from '../rounds/admission-rules.ts';
import { lastDayOfCourse } from '../rounds/lessons.ts';
import type { Round } from '../rounds/round.ts';
import type { Place } from '../seats/place.ts';
import type { Admission } from '../selection/admission.ts';
import { addDays, type LocalDate, localDateSchema, seoulDateOf } from '../shared/time.ts';

type Dates = Pick<Round, 'firstDay' | 'schedule' | 'resultsOn'>;
type Ends = Pick<Admission, 'releasedAt' | 'cancelled' | 'since'>;
type Years = AdmissionRules['retention'];

/**
 * The first day after so many years. A period in years begins on the day after the event and ends with the day before
 * its own beginning returns, or with the month if that day is missing (Civil Act art. 157 and 160).
 */
export function dayAfterYears(event: LocalDate, years: number): LocalDate {
  const [year = '', month = '', day = ''] = event.split('-');
  const anniversary = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`;
  const found = localDateSchema.safeParse(anniversary).data;
  return addDays(found ?? localDateSchema.parse(anniversary.replace(/-29$/u, '-28')), 1);
}

/** The day on which everybody had their answer. */
function resultDay(round: Dates, { releasedAt, cancelled, since }: Ends): LocalDate {
  const end = cancelled?.at ?? releasedAt ?? since.EMPTY;
  if (!end) return round.resultsOn;
  const told = seoulDateOf(end);
  return cancelled || told > round.resultsOn ? told : round.resultsOn;
}

/** Whether somebody takes part: their data is needed until the course is long over. */
const takesPart = (place: Pick<Place, 'state'> | undefined): boolean => place?.state === 'ACCEPTED';

/**
 * The day from which a sent application of a round that has ended may, and has to, be erased; as the consents promise:
 * a time after the results, and for who takes part a longer one after the end of the course.
 */
export const erasableFrom = (
  place: Pick<Place, 'state'> | undefined,
  round: Dates,
  ends: Ends,
  { refusedYears, enrolledYears }: Years,
): LocalDate =>
  takesPart(place)
    ? dayAfterYears(lastDayOfCourse(round), enrolledYears)
    : dayAfterYears(resultDay(round, ends), refusedYears);

/** The earliest day on which anything of a round is to be erased. */
export const firstErasure = (round: Dates, ends: Ends, years: Years): LocalDate => {
  const [first] = [
    erasableFrom(undefined, round, ends, years),
    erasableFrom({ state: 'ACCEPTED' }, round, ends, years),
    contactErasableFrom(round),
  ].sort();
  return first ?? round.firstDay;
};

/** Somebody to call in an emergency is kept until the end of the course. */
export const contactErasableFrom = (round: Dates): LocalDate => addDays(lastDayOfCourse(round), 1);
