import { expect } from 'vitest';
import type { Person } from '../../../functions/people/person.ts';
import type { Round, RoundDraft } from '../../../functions/rounds/round.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { closeRound } from '../../../functions/selection/close-round.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import type { Academy } from '../academy.ts';
import { mailsTo } from '../applicants.ts';
import { type Desks, desksOf } from '../desk/at-desks.ts';
import { eventually } from '../eventually.ts';
import { officer } from '../intake/intake.ts';
import { mailsIn } from '../mails.ts';
import { onlyReviewers, untilAdmission } from '../screening/reviewed-round.ts';
import { declining } from '../seats/released-round.ts';
import { visitor } from '../visitor.ts';
import { cohortRead, committeeApproves, officersDecide, reviewAll } from './staff-at-desks.ts';
import {
  type Applicant,
  amendSome,
  daysGoBy,
  enrolling,
  everybodyApplies,
  forAll,
  isTooYoung,
  newOffers,
  openScreenings,
  sayReviews,
  seatsOf,
  waitsOnlyFor,
} from './whole-round.ts';

/* The phases of a whole round, in their order; each does what people do and waits until the round has gone on. */

export const reviewersCount = 20;
/** These never answer their mails. */
export const silentReviewers = 2;

const operator = { by: 'operator:test', reason: 'test' };

/** A round that is told: who is in it, the desks of the staff, and which reviews were sent so far. */
export interface Told {
  readonly at: Academy;
  readonly desks: Desks;
  readonly round: Round;
  readonly reviewers: readonly Person[];
  readonly applicants: readonly Applicant[];
  readonly sent: Set<string>;
}

/** Half of them get a seat, and at most thirty: more than those of whom nobody accepts one wait to the end. */
export async function peopleApply(at: Academy, size: number, change: Partial<RoundDraft> = {}): Promise<Told> {
  const capacity = Math.min(30, Math.floor(size / 2));
  const round = await at.round({ closesAt: addMinutes(at.now(), 24 * 60), capacity, ...change }, { admission: true });
  const reviewers = await onlyReviewers(
    at,
    Array.from({ length: reviewersCount }, () => ({})),
  );
  const applicants = await everybodyApplies(at, round, size);
  return { at, desks: desksOf(at), round, reviewers, applicants, sent: new Set() };
}

/** Days go by, in which every desk that is open closes. */
async function daysPass({ at, desks }: Told, days: readonly number[]): Promise<void> {
  await daysGoBy(at, days);
  desks.closeAll();
}

/** Somebody changes their mind before the round closes; the officer and the deputy decide about the too young. */
export async function theRoundClosesAndIsAssigned(told: Told): Promise<void> {
  const { at, desks, round, applicants } = told;
  await applicants[1]?.browser.post('/application/withdraw', {});
  await closeRound(at, round.id, operator, at.now());
  await officersDecide(
    at,
    desks,
    applicants.filter(({ number }) => isTooYoung(number)),
    { officer, deputy: 'junho.lee@academy.example.kr' },
    () => daysPass(told, [12]),
  );
  await untilAdmission(at, round, 'REVIEWING');
}

async function everyoneReviews({ desks, round, reviewers, sent }: Told): Promise<void> {
  const severity = (index: number) => ((index % 5) - 2) * 0.3;
  await forAll(reviewers.slice(silentReviewers), async (reviewer, index) => {
    await reviewAll(desks.of(reviewer.email), round, severity(index), sent);
  });
}

/** Somebody leaves while they are reviewed; all reviewers but the silent send what they were asked for. */
export async function reviewersReview(told: Told): Promise<void> {
  const { at, reviewers, applicants } = told;
  await eventually('all reviewers have their mail', async () => {
    const mails = await mailsIn(at.cloud).all();
    return reviewers.every(({ email }) => mails.some(({ to }) => to.includes(email)));
  });
  await applicants[2]?.browser.post('/application/withdraw', {});
  await everyoneReviews(told);
}

/** Some reviewers change their minds after all reviews of an application are in. */
export const someAmendTheirReviews = ({ at, applicants }: Told): Promise<void> => amendSome(at, applicants, 3);

/** Those who never answer are reminded, and then others are asked in their place. */
export async function theSilentAreReplacedAndAllAreRanked(told: Told): Promise<void> {
  const { at, round, reviewers, applicants } = told;
  await daysPass(told, [9, 13, 30, 40]);
  let day = 60;
  await eventually(
    'the round is ranked',
    async () => {
      await everyoneReviews(told);
      const { state, stuck } = (await at.admissions.get(round.id)) ?? {};
      if (stuck) throw new Error(`the round is stuck: ${stuck.error}`);
      if (state === 'WITH_COMMITTEE') return true;
      const open = await openScreenings(at, applicants);
      // Where a change has moved two reviews apart, a silent one may have been asked while the days went by.
      const silent = new Set(reviewers.slice(0, silentReviewers).map(({ id }) => id));
      if (open.length > 0 && open.every((screening) => waitsOnlyFor(screening, silent))) {
        await daysPass(told, [day, day + 10, day + 20, day + 30]);
        day += 40;
      }
      throw new Error(`${state}; still open: ${open.map(sayReviews).join(', ')}`);
    },
    { seconds: 240, every: 500 },
  );
}

export async function theCommitteeApproves({ at, desks, round }: Told): Promise<void> {
  const members = (await at.people.withRole('committee')).slice(0, 2);
  await committeeApproves(
    desks,
    members.map(({ email }) => email),
  );
  await untilAdmission(at, round, 'SEATING');
}

/** What those with an offer do, by what they are like: most accept, some decline, some never answer, one gives back. */
function answering({ at, round }: Told) {
  const silent = new Set<string>();
  const counts = { accepted: 0, givenBack: 0 };
  const answer = async ({ applicant, link }: { readonly applicant: Applicant; readonly link: string }) => {
    const mood = applicant.number % 10;
    if (mood === 3) {
      silent.add(applicant.reference);
      return;
    }
    if (mood === 4) {
      expect((await visitor(at.baseUrl).post(link, declining)).status).toBe(200);
      return;
    }
    const answered = await visitor(at.baseUrl).post(link, enrolling(round));
    if (answered.status !== 200) throw new Error(`accepting was answered ${answered.status}: ${answered.text}`);
    counts.accepted += 1;
    if (mood === 5 && counts.givenBack === 0) {
      counts.givenBack += 1;
      await applicant.browser.post('/application/withdraw', {});
    }
  };
  return { silent, counts, answer };
}

/** Offers are answered until every seat is taken; those of the silent are reminded, lapse and go on. */
export async function everySeatIsTaken(told: Told): Promise<void> {
  const { at, round, applicants } = told;
  const { silent, counts, answer } = answering(told);
  const seen = new Set<string>();
  let day = 5.5;
  await eventually(
    'every seat is taken, or nobody waits',
    async () => {
      const offers = await newOffers(at, applicants, seen);
      await forAll(offers, answer);
      if (offers.length > 0) return false;
      const seats = await seatsOf(at, round);
      const open = seats.filter(({ state }) => state !== 'TAKEN');
      if (seats.length === round.capacity && open.length === 0) return true;
      // The clock goes on only once nobody but the silent has an offer: they are reminded, and then the seat goes on.
      if (open.every(({ state, reference }) => state === 'OFFERED' && silent.has(reference ?? ''))) {
        await daysPass(told, [day]);
        day += 3;
      }
      throw new Error(
        open.map(({ number, state, idle, reference }) => `${number} ${state} ${idle} ${reference}`).join(', '),
      );
    },
    { seconds: 480, every: 200 },
  );
  const taken = (await seatsOf(at, round)).map(({ reference }) => reference);
  expect(new Set(taken).size).toBe(round.capacity);
  expect(counts.accepted - counts.givenBack).toBe(round.capacity);
}

export async function theCohortIsConfirmed({ at, round }: Told): Promise<void> {
  await closeWaitlist(at, round.id, operator, at.now());
  await untilAdmission(at, round, 'CONFIRMED');
}

/** The manager and somebody of a bank see the list at their desks: all of it, and those who have agreed to that. */
export async function theCohortIsRead({ desks, round }: Told): Promise<void> {
  const lists = await Promise.all(
    ['sora.park@academy.example.kr', 'bora.shin@gaon-bank.example'].map((email) => cohortRead(desks.of(email), round)),
  );
  expect(lists).toEqual([round.capacity, round.capacity]);
}

/** How many came to which end, by the tables and by the mails. */
export async function everybodyHasAnAnswer({ at, round, applicants }: Told): Promise<Map<string, number>> {
  const ends = new Map<string, number>();
  await forAll(applicants, async ({ reference }) => {
    const [application, place] = await Promise.all([at.applications.get(reference), at.seats.place(reference)]);
    const end = application?.state === 'ACCEPTED' ? (place?.state ?? 'no answer') : (application?.state ?? 'gone');
    ends.set(end, (ends.get(end) ?? 0) + 1);
  });
  const final = ['ACCEPTED', 'DECLINED', 'LAPSED', 'ENDED', 'NOT_SELECTED', 'REFUSED', 'WITHDRAWN'];
  expect([...ends.keys()].filter((end) => !final.includes(end))).toEqual([]);
  expect(ends.get('ACCEPTED')).toBe(round.capacity);
  await eventually(
    'everybody has a mail beside the receipt and the acceptance',
    async () => {
      const counts = Map.groupBy(await mailsIn(at.cloud).all(), ({ to }) => to[0] ?? '');
      return applicants.every(({ email }) => (counts.get(email)?.length ?? 0) >= 2);
    },
    { seconds: 90 },
  );
  for (const { email } of applicants.slice(10, 13)) expect((await mailsTo(at, email)).length).toBeGreaterThan(1);
  return ends;
}
