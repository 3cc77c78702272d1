import type { HistoryEvent } from '@aws-sdk/client-sfn';
import type { Person } from '../../../functions/people/person.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { amendReview } from '../../../functions/screening/amend-review.ts';
import type { Screening } from '../../../functions/screening/screening.ts';
import { seatId } from '../../../functions/seats/seat.ts';
import type { MachineName } from '../../../functions/shared/names.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { answers, apply, decoded } from '../applicants.ts';
import type { TestCloud } from '../cloud.ts';
import { eventually } from '../eventually.ts';
import { openRequest, press, replyOf, requestLink } from '../intake/intake.ts';
import { mailsIn } from '../mails.ts';
import { listLink, scored } from '../screening/reviewed-round.ts';
import { type FormFields, type Visitor, visitor } from '../visitor.ts';

/* The people of a whole round, each of whom knows only pages, mails and links. */

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

/** Everybody applies; one in fifteen is too young, so that an officer is asked. */
export async function everybodyApplies(at: TestCloud, round: Round, size: number): Promise<Applicant[]> {
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

export const isTooYoung = (number: number): boolean => number % 15 === 7;

/**
 * Days ahead for the clock, at which requests of today have become due for a reminder, their deputy or their end. Once
 * for each day: who was asked in the meantime was asked today too, and is not to run out of time at once.
 */
export async function daysGoBy(at: TestCloud, days: readonly number[]): Promise<void> {
  for (const day of days) await at.chaseAt(addMinutes(at.now(), day * 24 * 60));
}

const refusal: FormFields = { outcome: 'REFUSE', reason: '첫 수업일에 만 19세가 되지 않습니다.' };

/**
 * What becomes of the too young, in turn: one is asked a question and accepted, one is refused, one withdraws while the
 * officer looks, one is accepted; and the officer leaves the last to the deputy.
 */
export async function officersDecide(
  at: TestCloud,
  asked: readonly Applicant[],
  officer: string,
  deputy: string,
): Promise<void> {
  for (const [index, applicant] of asked.entries()) {
    const request = await openRequest(at, applicant.reference);
    const left = index === asked.length - 1;
    const link = left ? undefined : await requestLink(at, request.id, officer);
    if (!link) await leaveToDeputy(at, request.id, deputy);
    else if (index % 4 === 0) await askFirst(at, applicant, link, officer);
    else if (index % 4 === 1) await press(at, link, refusal);
    else if (index % 4 === 2) await applicant.browser.post('/application/withdraw', {});
    else await press(at, link, { outcome: 'ACCEPT' });
  }
}

async function leaveToDeputy(at: TestCloud, request: string, deputy: string): Promise<void> {
  await daysGoBy(at, [12]);
  await press(at, await requestLink(at, request, deputy), refusal);
}

async function askFirst(at: TestCloud, applicant: Applicant, link: string, officer: string): Promise<void> {
  await press(at, link, { outcome: 'RETURN', question: '생년월일이 맞습니까?', pages: ['about-you'] });
  await at.untilState(applicant.reference, 'WITH_APPLICANT');
  const question = await openRequest(at, applicant.reference);
  const reply = replyOf(applicant, '기관 추천으로 지원했습니다.');
  await press(at, await requestLink(at, question.id, applicant.email), { ...reply, 'birthDate.year': '2012' });
  await at.untilState(applicant.reference, 'WITH_OFFICER');
  const again = await openRequest(at, applicant.reference);
  await press(at, await requestLink(at, again.id, officer), { outcome: 'ACCEPT' });
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
  'applicant-intake': ['Mark as stuck and tell the operator', 'Stuck'],
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

const years = /(?:해당 분야 경력\(년\)|Years of work in that field)\s+(\d+)/u;

/**
 * A reviewer opens the list of the mail and sends each review that is there: what the page says of the years of work,
 * with a severity of their own. Gives how many were sent.
 */
export async function reviewAll(
  at: TestCloud,
  round: Round,
  reviewer: Person,
  severity: number,
  sent: Set<string>,
): Promise<number> {
  const browser = visitor(at.baseUrl);
  const list = await listLink(at, round, reviewer.id).catch(() => undefined);
  if (!list) return 0;
  const page = await browser.get(list);
  const reviews = [...page.html.matchAll(new RegExp(`${list}/([0-9a-f]{32})"`, 'gu'))].map(([, id = '']) => id);
  let count = 0;
  for (const id of new Set(reviews)) {
    if (sent.has(id)) continue;
    const shown = await browser.get(`${list}/${id}`);
    const worked = Number(years.exec(shown.text)?.[1] ?? 5);
    const noise = Number.parseInt(id.slice(0, 2), 16) % 3 === 0 ? 1 : 0;
    const score = Math.min(5, Math.max(1, Math.round(1 + worked / 2.5 + severity) - noise));
    await browser.post(`${list}/${id}`, scored(round, score));
    sent.add(id);
    count += 1;
  }
  return count;
}

/** The screenings that a round waits for. */
export async function openScreenings(at: TestCloud, applicants: readonly Applicant[]): Promise<Screening[]> {
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
export async function amendSome(at: TestCloud, applicants: readonly Applicant[], many: number): Promise<void> {
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
  at: TestCloud,
  applicants: readonly Applicant[],
  seen: Set<string>,
): Promise<{ readonly applicant: Applicant; readonly link: string }[]> {
  const byEmail = new Map(applicants.map((applicant) => [applicant.email, applicant]));
  return (await mailsIn(at.cloud).all()).flatMap(({ to, subject, text }) => {
    const applicant = byEmail.get(to[0] ?? '');
    if (!applicant || !/참여 여부를 알려|(?:selected|free for you): please answer/u.test(decoded(subject))) return [];
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

export const seatsOf = async (at: TestCloud, round: Round) =>
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
