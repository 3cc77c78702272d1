import { notAfter } from '../requests/plan.ts';
import {
  addMinutes,
  businessDayEnd,
  businessDaysAfter,
  closeOfDay,
  type Instant,
  isBusinessDay,
  type LocalDate,
  lastDayOf,
  seoulDateOf,
  seoulTime,
} from '../shared/time.ts';
import type { AdmissionRules } from './admission-rules.ts';
import type { Moment } from './moments.ts';
import type { RoundDraft } from './round.ts';

/** A day that a round has, and what it is, so that it reads on after "when": "applications close". */
export interface OwnDate {
  readonly name: Moment;
  readonly what: string;
  readonly date: LocalDate;
  /** The moment itself, if applicants are told the hour too. */
  readonly at?: Instant;
}

type Waitlist = Pick<AdmissionRules['offer'], 'waitlist'>;

/** 18:00 in Seoul on the last day of the waitlist: until then an offer is answered. */
export const waitlistEnd = ({ waitlist }: Waitlist): Instant => closeOfDay(waitlist.lastDay);

/** The business days in which an offer made now is answered: fewer in the last days of the waitlist, today among them. */
export function answerWithin(
  offer: Pick<AdmissionRules['offer'], 'answerWithin' | 'shorten' | 'waitlist'>,
  now: Instant,
): number {
  const today = seoulDateOf(now);
  const left = businessDaysAfter(today, offer.waitlist.lastDay) + (isBusinessDay(today) ? 1 : 0);
  return offer.shorten.find(({ lastDays }) => left <= lastDays)?.answerWithin ?? offer.answerWithin;
}

/** By when offers are answered that are made on the day of the results: never beyond the end of the waitlist. */
const answersEnd = (offer: AdmissionRules['offer'], results: Instant): Instant =>
  notAfter(waitlistEnd(offer), businessDayEnd(results, answerWithin(offer, results)));

/** From this moment on no seat is offered any more: nobody could answer in what is left of the day. */
export const offersEnd = (offer: Waitlist & Pick<AdmissionRules['offer'], 'leastHours'>): Instant =>
  addMinutes(waitlistEnd(offer), -60 * offer.leastHours);

const morningOf = (date: LocalDate): Instant => seoulTime(date, '09:00');

/** By when the reviews are in: they are asked for at the closing. */
const reviewsEnd = ({ closesAt }: RoundDraft, { review }: AdmissionRules): Instant =>
  businessDayEnd(closesAt, review.within);

/** By when the committee has decided, if the reviews take all their time. */
const committeeEnd = (round: RoundDraft, admission: AdmissionRules): Instant =>
  businessDayEnd(morningOf(seoulDateOf(reviewsEnd(round, admission))), admission.committee.within);

/** The day by which the reviews are in. */
export const reviewsDue = (round: RoundDraft): LocalDate | undefined =>
  round.admission && seoulDateOf(reviewsEnd(round, round.admission));

/** The day by which the committee has decided, if the reviews take all their time. */
export const committeeDue = (round: RoundDraft): LocalDate | undefined =>
  round.admission && seoulDateOf(committeeEnd(round, round.admission));

/** Every day that a round states or that follows from its dates and periods, in the order of a round. */
export function ownDates(round: RoundDraft): OwnDate[] {
  const { admission, opensAt, closesAt, resultsOn, firstDay } = round;
  return [
    { name: 'opensAt', what: 'applications open', date: seoulDateOf(opensAt), at: opensAt },
    { name: 'closesAt', what: 'applications close', date: lastDayOf(closesAt), at: closesAt },
    ...(admission ? untilResults(round, admission) : []),
    { name: 'resultsOn', what: 'the results are due', date: resultsOn },
    ...(admission ? afterResults(resultsOn, admission) : []),
    { name: 'firstDay', what: 'the first class is', date: firstDay },
  ];
}

const untilResults = (round: RoundDraft, admission: AdmissionRules): OwnDate[] => [
  { name: 'reviewsDue', what: 'the reviews are due', date: seoulDateOf(reviewsEnd(round, admission)) },
  { name: 'committeeDue', what: 'the committee has decided', date: seoulDateOf(committeeEnd(round, admission)) },
];

function afterResults(resultsOn: LocalDate, { offer, lookAgain }: AdmissionRules): OwnDate[] {
  const results = morningOf(resultsOn);
  const until = (name: Moment, what: string, at: Instant): OwnDate => ({ name, what, date: seoulDateOf(at), at });
  return [
    until('answersDue', 'offers are to be answered', answersEnd(offer, results)),
    until('lookAgainDue', 'nobody can ask to look again any more', businessDayEnd(results, lookAgain.within)),
    until('waitlistEnd', 'the waitlist ends', offersEnd(offer)),
  ];
}
