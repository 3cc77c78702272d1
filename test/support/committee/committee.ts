import { machinesOf } from '../../../functions/app/machines.ts';
import { committeeKey } from '../../../functions/committee/committee-requests.ts';
import type { Person } from '../../../functions/people/person.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Round, RoundDraft } from '../../../functions/rounds/round.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { addDays, type Instant, seoulDateOf } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import type { Academy, Stored } from '../academy.ts';
import { eventually } from '../eventually.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import { type Placed, plainScores, storeReviewed, toRanking, type Wanted } from '../selection/ranked-round.ts';
import { visitor } from '../visitor.ts';

/** The committee of the demo: nobody of it has a conflict with the applicants of `rankedRound`. */
export const committee = ['jung-haneul', 'kang-jiho', 'yoon-areum'] as const;

/** A round of its own whose reviews are all in, the first applicant the best; its run goes on from the ranking. */
export async function rankedRound(
  at: Academy,
  given: {
    readonly count?: number;
    readonly change?: Partial<RoundDraft>;
    readonly applicant?: (index: number) => Omit<Wanted, 'scores'>;
  } = {},
): Promise<{ readonly round: Round; readonly placed: readonly Placed[] }> {
  const { count = 12, applicant = () => ({}) } = given;
  const round = await at.round({ capacity: 4, ...given.change }, { admission: true });
  const wanted = Array.from({ length: count }, (_, index) => ({
    ...applicant(index),
    scores: plainScores(index, count),
  }));
  const placed = await storeReviewed(at, round, wanted, at.now());
  await toRanking(at, round, at.now());
  await runAgain(at, round.id);
  return { round, placed };
}

/** Two seats and two who wait: four of eight are not selected. */
export function twoSeats(now: Instant) {
  const { admission } = academyRound();
  if (!admission) throw new Error('the academy has no admission');
  const { ranking, offer } = admission;
  const waitlist = { length: 2, lastDay: addDays(seoulDateOf(now), 50) };
  return {
    capacity: 2,
    admission: { ...admission, ranking: { ...ranking, quotas: [] }, offer: { ...offer, waitlist } },
  };
}

/** What an operator does by `ops redrive`. */
export const runAgain = (at: Stored, roundId: string) =>
  redrive(at.commit, machinesOf(at)['cohort-admission'], roundId, 'operator:test', at.now());

/** The request to a member about a snapshot, as soon as it is there. */
export const askedOf = (at: Stored, roundId: string, member: string, snapshot = 1): Promise<PersonRequest> =>
  eventually(`${member} is asked about ranking ${snapshot} of ${roundId}`, () =>
    at.requests.byAskKey(committeeKey(roundId, snapshot, member)),
  );

/** The path of a member's link, from the mail. */
export async function memberLink(at: Academy, roundId: string, member: string, snapshot = 1): Promise<string> {
  const request = await askedOf(at, roundId, member, snapshot);
  const person: Person | undefined = await at.people.get(member);
  return requestLink(at, request.id, person?.email ?? '');
}

export const untilAdmission = (at: Stored, roundId: string, ...states: readonly string[]) =>
  eventually(`${roundId} is ${states.join(' or ')}`, async () => {
    const admission = await at.admissions.get(roundId);
    return admission && states.includes(admission.state) ? admission : undefined;
  });

export const press = (at: Academy, link: string, outcome: 'APPROVE' | 'CONFLICT') =>
  visitor(at.baseUrl).post(link, { outcome });

/** Returns a ranking with one change: who was last has the second place. */
export const sendRankingBack = (at: Academy, link: string, reference: string, reason = '면접에서 확인한 경력') =>
  visitor(at.baseUrl).post(`${link}/return`, { rows: '3', 'who-1': reference, 'to-1': '2', 'why-1': reason });

/** Two members approve the ranking in force, and the results come out. */
export async function approveTwice(at: Academy, roundId: string): Promise<void> {
  for (const member of committee.slice(0, 2)) await press(at, await memberLink(at, roundId, member), 'APPROVE');
  await untilAdmission(at, roundId, 'SEATING');
}
