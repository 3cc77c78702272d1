import type { Application } from '../applications/application.ts';
import type { Kinds } from '../requests/kind.ts';
import { assigneeId } from '../requests/request.ts';
import { listedIn } from '../rounds/in-round.ts';
import type { Round } from '../rounds/round.ts';
import { type Admission, admissionInRun } from '../selection/admission.ts';
import type { Store } from '../shared/database/commit.ts';
import { Conflict } from '../shared/errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { type OpenRequest, type RoundCounts, waitsOf } from './round-counts.ts';

export type CountingDependencies = Pick<
  Dependencies,
  'admissions' | 'applications' | 'counts' | 'lists' | 'people' | 'requests' | 'rounds' | 'screenings' | 'seats'
> & {
  readonly kinds: Kinds;
  readonly store: Store;
};

/** Requests of one person that are read; whoever has more is said to have more. */
const mostRequests = 200;

/** How often a round is counted in which nothing goes on by itself any more, in minutes: people still withdraw. */
const restMinutes = 24 * 60;

/** Applications that one pass puts into the index by time, of those that were sent before there was one. */
const mostListed = 2_000;

/**
 * Counts every round under way, on the clock. One that cannot be counted keeps none of the others.
 * @param faulted is told of each fault that kept a round from being counted
 */
export async function countRounds(
  deps: CountingDependencies,
  now: Instant,
  faulted: (fault: unknown, round: string) => void,
): Promise<{ readonly counted: number; readonly failed: number }> {
  let [counted, failed] = [0, 0];
  let requests: readonly OpenRequest[] | undefined;
  for (const round of await deps.rounds.list()) {
    try {
      const [admission, before] = await Promise.all([deps.admissions.get(round.id), deps.counts.get(round.id)]);
      if (!isDue(round, admission, before, now)) continue;
      requests ??= await openRequests(deps);
      await deps.counts.put(await countRound(deps, { round, admission, before, requests }, now));
      counted += 1;
    } catch (error) {
      faulted(error, round.id);
      failed += 1;
    }
  }
  return { counted, failed };
}

const isDue = (
  round: Round,
  admission: Admission | undefined,
  before: RoundCounts | undefined,
  now: Instant,
): boolean => {
  if (!before || before.listing !== undefined) return true;
  // What was counted while it was ending is not how it ended.
  if (before.at <= (admission?.since[admission.state] ?? '')) return true;
  const atWork = admission ? admissionInRun(admission) : now < addMinutes(round.closesAt, restMinutes);
  return atWork || before.waits.length > 0 || addMinutes(before.at, restMinutes) <= now;
};

async function countRound(
  deps: CountingDependencies,
  given: {
    readonly round: Round;
    readonly admission: Admission | undefined;
    readonly before: RoundCounts | undefined;
    readonly requests: readonly OpenRequest[];
  },
  now: Instant,
): Promise<RoundCounts> {
  const { round, admission, before, requests } = given;
  const states = await deps.lists.countStates(round.id);
  const inIndex = [...states.values()].reduce((sum, count) => sum + count, 0);
  const sent = wasComplete(before, now) ? inIndex : await deps.lists.countSent(round.id);
  return {
    roundId: round.id,
    at: now,
    sent,
    states: Object.fromEntries(states),
    reviews: admission && (await countReviews(deps, admission, before)),
    ...(admission?.releasedAt !== undefined && (await countSeats(deps, round))),
    waits: waitsOf(requests, round.id, now),
    listedAt: wasComplete(before, now) ? before?.listedAt : now,
    listing: inIndex < sent ? await listEarlier(deps, round.id, before?.listing, now) : undefined,
  };
}

/** Whether all that was sent was in the index when that was last looked at: once a day does. */
const wasComplete = (before: RoundCounts | undefined, now: Instant): boolean =>
  before?.listedAt !== undefined && before.listing === undefined && now < addMinutes(before.listedAt, restMinutes);

/** As long as reviews are asked for; afterwards as it was when they ended: all of them, unless the round was cancelled. */
async function countReviews(
  { screenings }: CountingDependencies,
  { roundId, state, progress }: Admission,
  before: RoundCounts | undefined,
): Promise<RoundCounts['reviews']> {
  if (state === 'CANCELLING' || state === 'CANCELLED') return before?.reviews;
  if (state !== 'REVIEWING') return before?.reviews && { ...before.reviews, done: before.reviews.of };
  const of = progress?.of ?? 0;
  return { done: Math.max(0, of - (await screenings.countOpen(roundId))), of };
}

async function countSeats(
  { seats }: CountingDependencies,
  { id, capacity }: Round,
): Promise<Pick<RoundCounts, 'seats' | 'waiting'>> {
  const all = await seats.seatsOf(id, capacity);
  const states = [...Map.groupBy(all, ({ state }) => state)].map(([state, some]) => [state, some.length] as const);
  return { seats: Object.fromEntries(states), waiting: await seats.countWaiting(id) };
}

/** What the staff has open, of all rounds. */
async function openRequests({ kinds, people, requests }: CountingDependencies): Promise<OpenRequest[]> {
  const roles = new Set([...kinds.values()].flatMap(({ askedOf }) => askedOf));
  const ids = new Set((await Promise.all([...roles].map((role) => people.idsWithRole(role)))).flat());
  const open: OpenRequest[] = [];
  for (const person of ids) {
    const found = await requests.firstFor(person, mostRequests);
    const more = found.length > mostRequests;
    for (const request of await requests.readable(found.slice(0, mostRequests))) {
      // The index follows within a second: what was answered just now is left out.
      if (request.state !== 'OPEN' || assigneeId(request.assignee) !== person) continue;
      open.push({ person, kind: request.kind, roundId: request.context, dueAt: request.dueAt, more });
    }
  }
  return open;
}

/**
 * Puts some of what was sent before there was an index by time into it, and says where to go on. It is no decision and
 * has no event: whoever changes an application meanwhile lists it by that.
 */
async function listEarlier(
  { applications, store }: CountingDependencies,
  roundId: string,
  from: string | undefined,
  now: Instant,
): Promise<string | undefined> {
  let after = from;
  for (let looked = 0; looked < mostListed; ) {
    const page = await applications.sentIn(roundId, after, 100);
    for (const application of (await applications.many(page.references)).filter(isUnlisted)) {
      await store({
        changes: [applications.save({ ...application, ...listedIn(application) }, application)],
        outbox: [],
        at: now,
      }).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    }
    looked += page.references.length;
    after = page.after;
    if (after === undefined) return undefined;
  }
  return after;
}

const isUnlisted = (application: Application): boolean => application.inRound === undefined && application.version > 0;
