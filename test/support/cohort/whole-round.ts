import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Round } from '../../../functions/rounds/round.ts';
import { amendReview } from '../../../functions/screening/amend-review.ts';
import type { Screening } from '../../../functions/screening/screening.ts';
import { seatId } from '../../../functions/seats/seat.ts';
import type { MachineName } from '../../../functions/shared/names.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { answers, apply, decoded } from '../applicants.ts';
import type { TestCloud } from '../cloud.ts';
import { eventually } from '../eventually.ts';
import { mailsIn } from '../mails.ts';
import type { Visitor } from '../visitor.ts';

/* The people of a whole round, each of whom knows only pages and mails; the staff: staff-at-desks.ts. */

export interface Applicant {
  readonly reference: string;
  readonly email: string;
  readonly browser: Visitor;
  /** From 0: what they are like. */
  readonly number: number;
}

/** Does something for everybody, a few at a time. */
export async function forAll<Item>(
  items: readonly Item[],
  act: (item: Item, index: number) => Promise<void>,
  atATime = 6,
): Promise<void> {
  const queue = items.map((item, index) => ({ item, index }));
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await act(next.item, next.index);
    }),
  );
}

/** Years of work from 0 to 10: what reviewers of this test go by. */
const yearsOf = (number: number): number => (number * 7) % 11;

/** Everybody applies; one in ten is too young, so that an officer is asked. */
export async function everybodyApplies(at: Academy, round: Round, size: number): Promise<Applicant[]> {
  const applicants: Applicant[] = [];
  await forAll(Array.from({ length: size }), async (_, number) => {
    const form = answers({
      background: { years: String(yearsOf(number)) },
      ...(isTooYoung(number) && { 'about-you': { 'birthDate.year': '2012' } }),
    });
    const { reference, email, browser } = await apply(at, round, form, number % 5 === 0 ? 'en' : 'ko');
    applicants.push({ reference, email, browser, number });
  });
  return applicants.sort((a, b) => a.number - b.number);
}

export const isTooYoung = (number: number): boolean => number % 10 === 7;

/**
 * Days ahead for the clock, at which requests of today have become due for a reminder, their deputy or their end. Once
 * for each day: who was asked in the meantime was asked today too, and is not to run out of time at once.
 */
export async function daysGoBy(at: Academy, days: readonly number[]): Promise<void> {
  for (const day of days) await at.chaseAt(addMinutes(at.now(), day * 24 * 60));
}

/** The machines of a round and its applications. */
export const roundMachines = [
  'applicant-intake',
  'screening',
  'cohort-admission',
  'seat-offer',
] as const satisfies readonly MachineName[];
type RoundMachine = (typeof roundMachines)[number];

/** States that a round never enters which nobody cancels, without a fault, and with people on the waitlist to its end. */
export const statesOfOtherRounds: Readonly<Record<RoundMachine, readonly string[]>> = {
  'applicant-intake': [
    'Mark as stuck and tell the operator',
    'Stuck',
    'Mark the question as stuck and tell the operator',
    'Stuck with the question',
  ],
  screening: ['Mark as stuck and tell the operator', 'Stuck'],
  'cohort-admission': [
    'Mark as stuck and tell the operator',
    'Stuck',
    'Tell everybody that it is cancelled',
    'Has everybody heard of it?',
    'Cancelled',
    'Nobody to admit',
    'Another run has taken over',
  ],
  'seat-offer': ['Mark as stuck and tell the operator', 'Stuck', 'Waitlist ended or cancelled', 'Nobody waits for it'],
};

/** The screenings that a round waits for. */
export async function openScreenings(at: Academy, applicants: readonly Applicant[]): Promise<Screening[]> {
  const found = await Promise.all(applicants.map(({ reference }) => at.screenings.get(reference)));
  return found.flatMap((screening) => (screening?.state === 'REVIEWING' ? [screening] : []));
}

/** Whether somebody is asked for a review, and nobody but these. */
export function waitsOnlyFor({ reviews }: Screening, persons: ReadonlySet<string>): boolean {
  const open = reviews.filter(({ state }) => state === 'OPEN');
  return open.length > 0 && open.every(({ reviewer }) => persons.has(reviewer));
}

export const sayReviews = ({ reference, reviews, stuck }: Screening): string => {
  const asked = reviews.map(({ reviewer, state }) => `${reviewer} ${state}`).join(' ');
  return `${reference} (${asked}${stuck ? `, stuck: ${stuck.error}` : ''})`;
};

/** Some reviewers change their minds after the screening has closed. */
export async function amendSome(at: Academy, applicants: readonly Applicant[], many: number): Promise<void> {
  const closed = await eventually('some screenings have closed', async () => {
    const found = await Promise.all(applicants.map(({ reference }) => at.screenings.get(reference)));
    const reviewed = found.flatMap((screening) => (screening?.state === 'REVIEWED' ? [screening] : []));
    return reviewed.length >= many && reviewed.slice(0, many);
  });
  for (const screening of closed) {
    const sent = screening.reviews.find(({ state }) => state === 'SENT');
    const review = sent && (await at.screenings.review(sent.id));
    if (!review) throw new Error(`${screening.reference} closed without a review`);
    const scores = Object.fromEntries(Object.keys(review.scores).map((criterion) => [criterion, 3]));
    const { kind } = await amendReview(at, { review: review.id, by: review.reviewer, scores }, at.now());
    if (kind !== 'amended') throw new Error(`the review of ${screening.reference} is ${kind}`);
  }
}

/** The links of offers that were mailed and that nobody has acted on yet, by the applicant. */
export async function newOffers(
  at: Academy,
  applicants: readonly Applicant[],
  seen: Set<string>,
): Promise<{ readonly applicant: Applicant; readonly link: string }[]> {
  const byEmail = new Map(applicants.map((applicant) => [applicant.email, applicant]));
  return (await mailsIn(at.cloud).all()).flatMap(({ to, subject, text }) => {
    const applicant = byEmail.get(to[0] ?? '');
    if (!applicant || !/참여 여부를 알려|(?:selected|become free): tell us by/u.test(decoded(subject))) return [];
    const link = /\/r\/[a-z]+\/[0-9a-f]{32}\/[\w-]+/u.exec(text)?.[0];
    if (!link || seen.has(link)) return [];
    seen.add(link);
    return [{ applicant, link }];
  });
}

/** What accepting a seat of the round asks for. */
export const enrolling = (round: Round) => ({
  outcome: 'ACCEPT',
  attends: 'yes',
  ...Object.fromEntries(
    (round.admission?.offer.consents ?? [])
      .filter(({ required }) => required)
      .map(({ id }) => [`consent-${id}`, 'yes']),
  ),
});

export const seatsOf = async (at: Academy, round: Round) =>
  (
    await Promise.all(Array.from({ length: round.capacity }, (_, index) => at.seats.seat(seatId(round.id, index + 1))))
  ).filter((seat) => seat !== undefined);

export interface Counted {
  readonly runs: number;
  readonly transitions: number;
  readonly states: ReadonlySet<string>;
}

/** Executions, state transitions and the states that were entered, of some runs, by machine. */
export async function countRuns(
  at: TestCloud,
  runs: Readonly<Record<RoundMachine, readonly string[]>>,
): Promise<Record<RoundMachine, Counted>> {
  const entered = (history: readonly HistoryEvent[]) =>
    history.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
  const counts = await Promise.all(
    roundMachines.map(async (machine) => {
      const total = { runs: 0, transitions: 0, states: new Set<string>() };
      await forAll(runs[machine], async (name) => {
        for (let number = 1; ; number += 1) {
          const run = number === 1 ? name : `${name}_${number}`;
          if ((await at.runStatus(run, machine)) === 'MISSING') break;
          total.runs += 1;
          const names = entered(await at.historyOf(run, machine));
          total.transitions += names.length;
          for (const name of names) total.states.add(name);
        }
      });
      return [machine, total] as const;
    }),
  );
  const of = (machine: RoundMachine) =>
    counts.find(([name]) => name === machine)?.[1] ?? { runs: 0, transitions: 0, states: new Set<string>() };
  return {
    'applicant-intake': of('applicant-intake'),
    screening: of('screening'),
    'cohort-admission': of('cohort-admission'),
    'seat-offer': of('seat-offer'),
  };
}
