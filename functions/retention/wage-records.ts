import wageRecords from '../../rules/retention/wage-records.json' with { type: 'json' };
import { unpaidStates, type WageClaim } from '../claim-rules/claim.ts';
import { isWaiting, leftToRepay, type OpenCorrection } from '../claim-rules/correction.ts';
import { monthAfter } from '../claim-rules/pay-day.ts';
import type { Account } from '../lecturers/account.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import { type LocalDate, localDateSchema, seoulDateOf } from '../shared/time.ts';
import { dayAfterYears } from './retention.ts';

const { years, declaredOnDay } = wageRecords;

/** What there is of a lecturer that the law wants kept, as far as it says until when. */
export interface WageRecords {
  readonly lecturer: Pick<Lecturer, 'loadedAt'>;
  readonly accounts: readonly Pick<Account, 'confirmedAt'>[];
  readonly claims: readonly Pick<WageClaim, 'state' | 'paidOn'>[];
  readonly corrections: readonly OpenCorrection[];
  /** The last day on which they teach, by the timetables. */
  readonly lastLesson: LocalDate | undefined;
}

/** The day by which the tax on what was paid on a day was to be declared. */
const declaredBy = (paidOn: LocalDate): LocalDate =>
  localDateSchema.parse(`${monthAfter(paidOn.slice(0, 7))}-${String(declaredOnDay).padStart(2, '0')}`);

/** The first day after the years that begin with a payment, or with what could still have led to one. */
const erasableAfter = (day: LocalDate): LocalDate => dayAfterYears(declaredBy(day), years);

/** Whether somebody waits for something: then nothing says yet until when the records are kept. */
const isUnsettled = ({ claims, corrections }: WageRecords): boolean =>
  claims.some(({ state }) => unpaidStates.includes(state)) ||
  corrections.some((one) => isWaiting(one) || leftToRepay(one) > 0);

/**
 * The first day on which a lecturer's wage records may, and have to, be erased: so many years after the tax on the last
 * payment was to be declared. Nothing, while something is still to be paid, or paid back.
 */
export function recordsErasableFrom(records: WageRecords): LocalDate | undefined {
  if (isUnsettled(records)) return undefined;
  const { lecturer, accounts, claims, corrections, lastLesson } = records;
  const days = [
    seoulDateOf(lecturer.loadedAt),
    ...(lastLesson ? [lastLesson] : []),
    ...accounts.flatMap(({ confirmedAt }) => (confirmedAt ? [seoulDateOf(confirmedAt)] : [])),
    ...claims.flatMap(({ paidOn }) => (paidOn ? [paidOn] : [])),
    ...corrections.flatMap(({ at, repaidOn }) => [seoulDateOf(at), ...(repaidOn ? [repaidOn] : [])]),
  ];
  return days.map(erasableAfter).sort().at(-1);
}
