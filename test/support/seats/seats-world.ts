import { machinesOf } from '../../../functions/app/machines.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { cancelRound } from '../../../functions/cohort/cancel-round.ts';
import { tellCancelled } from '../../../functions/cohort/tell-cancelled.ts';
import type { OutboxDraft } from '../../../functions/outbox/entry.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { offersEnd } from '../../../functions/rounds/own-dates.ts';
import { type Round, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { markStuck } from '../../../functions/runs/mark-stuck.ts';
import { redrive } from '../../../functions/runs/redrive.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { answerOffer } from '../../../functions/seats/answer-offer.ts';
import { closeWaitlist } from '../../../functions/seats/close-waitlist.ts';
import { countSeats } from '../../../functions/seats/count-seats.ts';
import { lapseOffer } from '../../../functions/seats/lapse-offer.ts';
import { offerKey } from '../../../functions/seats/offer.ts';
import { offerSeat } from '../../../functions/seats/offer-seat.ts';
import { orderOf } from '../../../functions/seats/place.ts';
import { releaseResults } from '../../../functions/seats/release-results.ts';
import { seatId } from '../../../functions/seats/seat.ts';
import { putOnWaitlist } from '../../../functions/seats/waitlist.ts';
import { Conflict, decideAgainOnConflict } from '../../../functions/shared/errors.ts';
import { addDays, addMinutes, type Instant } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { approveRanking, type Ranked } from './seats.ts';
import { type Now, seatsNow } from './seats-now.ts';

/*
 * One round's seats and waitlist: the app's own use cases on a database in memory, and in place of Step Functions and
 * the outbox a queue of what they were asked to do, which is done when a test says so.
 */

/** One for all worlds, which come one after the other: to make a client takes longer than to use it. */
const memory = memoryDatabase({ quick: true });

function rulesOf({ admission }: Round) {
  if (!admission) throw new Error('a round with an admission, please');
  return admission;
}

const enrolment = { roundVersion: 1, attends: true, consents: {} } as const;

export async function seatsWorld(round: Round, ranked: readonly Ranked[], begin: Instant) {
  memory.clear();
  const wired = wire(memoryTables, memory.db);
  const queue: OutboxDraft[] = [];
  const versions = [round];
  const latest = (): Round => versions.at(-1) ?? round;
  const deps: typeof wired = {
    ...wired,
    rounds: {
      ...wired.rounds,
      current: async () => latest(),
      version: async (_id, number) => versions[number - 1],
      written: async () => writtenRoundSchema.parse(latest()),
      load: (next) => {
        versions[next.version - 1] = next;
        return [];
      },
    },
    commit: async (commitment) => {
      await wired.commit(commitment);
      queue.push(...(commitment.outbox ?? []).filter(({ kind }) => kind !== 'mail'));
    },
  };
  let now = begin;
  let token = 0;
  const { admission } = await approveRanking(wired, round, ranked, begin);
  await releaseResults(deps, { reference: round.id, run: runNameOf(round.id, admission.run), checks: 0 }, begin);

  const references = ranked.map(({ reference }) => reference);
  const seatIds = Array.from({ length: round.capacity }, (_, index) => seatId(round.id, index + 1));

  const present = (): Now => seatsNow(memory.items, round.id);

  const step = async (id: string, run: string): Promise<void> => {
    token += 1;
    await offerSeat(deps, { reference: id, run, token: `token-${token}` }, now);
  };
  /** What a queued entry leads to: a run that begins offers, one that is resumed after an offer in vain offers again. */
  const deliver = async (entry: OutboxDraft): Promise<void> => {
    if (entry.kind === 'start' && entry.machine === 'seat-offer') {
      const seat = await deps.seats.seat(entry.reference);
      if (seat && runNameOf(seat.id, seat.run) === entry.name) await step(seat.id, entry.name);
    }
    if (entry.kind === 'resume') {
      const callback = await deps.requests.callback(entry.callback);
      const request = callback?.request ? await deps.requests.get(callback.request) : undefined;
      const outcome = callback?.outcome ?? request?.outcome ?? '';
      const id = seatIds.find((id) => request?.askKey.startsWith(`seat-offer/${id}/`));
      if (id && callback && ['DECLINE', 'LAPSE', 'WITHDRAWN'].includes(outcome)) await step(id, callback.run);
    }
  };
  const requestOf = async (reference: string): Promise<PersonRequest | undefined> => {
    const place = await deps.seats.place(reference);
    const seat = place?.seat ? await deps.seats.seat(place.seat) : undefined;
    return seat && deps.requests.byAskKey(offerKey(seat));
  };
  /** Requests that were ever seen, for answers that come late or twice. */
  const seen: PersonRequest[] = [];
  const remember = async (reference: string): Promise<PersonRequest | undefined> => {
    const request = await requestOf(reference);
    if (request) seen.push(request);
    return request;
  };

  const answer = async (request: PersonRequest | undefined, outcome: 'ACCEPT' | 'DECLINE') =>
    request &&
    answerOffer(
      deps,
      {
        request: request.id,
        generation: request.generation,
        answer: outcome === 'ACCEPT' ? { outcome, enrolment } : { outcome },
      },
      now,
    );

  return {
    deps,
    present,
    references,
    seatIds,
    queue,
    now: () => now,
    offersEnd: () => offersEnd(rulesOf(latest()).offer),
    admission: () => deps.admissions.get(round.id),

    accept: async (reference: string) => answer(await remember(reference), 'ACCEPT'),
    decline: async (reference: string) => answer(await remember(reference), 'DECLINE'),
    answerAgain: async (index: number, outcome: 'ACCEPT' | 'DECLINE') =>
      answer(seen[index % Math.max(1, seen.length)], outcome),
    lapse: async (reference: string) => {
      const request = await remember(reference);
      if (request?.state !== 'OPEN') return;
      // As the clock does it: a concurrent answer wins.
      await lapseOffer(deps, request, now).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    },
    withdraw: (reference: string) => withdrawApplication(deps, reference, now),
    /** A reconsideration was granted. */
    admit: (reference: string) =>
      decideAgainOnConflict(async () => {
        const place = await deps.seats.place(reference);
        if (place?.state !== 'NOT_SELECTED') return;
        const put = await putOnWaitlist(deps, place, { order: orderOf(place.rank), by: 'person:officer', now });
        if (put.kind === 'ended') return;
        const [first, ...more] = put.events;
        if (first) await deps.commit({ changes: put.changes, events: [first, ...more], outbox: put.outbox });
      }, 10),
    closeWaitlist: () => closeWaitlist(deps, round.id, { by: 'operator:test', reason: 'test' }, now),
    extend: (days: number) => {
      const current = latest();
      const { offer, ...rules } = rulesOf(current);
      const waitlist = { ...offer.waitlist, lastDay: addDays(offer.waitlist.lastDay, days) };
      const admission = { ...rules, offer: { ...offer, waitlist } };
      versions.push({ ...current, version: current.version + 1, admission });
    },
    later: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    /** The decision alone, before anybody is told. */
    callOff: () => cancelRound(deps, round.id, { by: 'operator:test', reason: 'test' }, now),
    /** The run that tells everybody. */
    tell: async () => {
      const was = await deps.admissions.get(round.id);
      const step = { reference: round.id, run: runNameOf(round.id, was?.run ?? 0), checks: 0 };
      while ((await tellCancelled(deps, step, now)).outcome === 'MORE');
    },
    /** A run was lost, or is tried again. */
    restart: (id: string) => redrive(deps.commit, machinesOf(deps)['seat-offer'], id, 'operator:test', now),
    /** A state of a run is tried again: the present one, or one that another has taken over from. */
    repeat: async (id: string, before: number) => {
      const seat = await deps.seats.seat(id);
      if (seat) await step(id, runNameOf(id, Math.max(1, seat.run - before)));
    },
    fail: async (id: string) => {
      const seat = await deps.seats.seat(id);
      if (seat) {
        await markStuck(
          deps,
          machinesOf(deps)['seat-offer'],
          { reference: id, run: runNameOf(id, seat.run), error: 'test' },
          now,
        );
      }
    },
    count: async () => {
      const was = await deps.admissions.get(round.id);
      return countSeats(deps, { reference: round.id, run: runNameOf(round.id, was?.run ?? 0), checks: 0 }, now);
    },
    /** Does the first of what is queued, or all of it. */
    deliver: async (most: number) => {
      for (let done = 0; done < most && queue.length > 0; done += 1) {
        const entry = queue.shift();
        if (entry) await deliver(entry);
      }
    },
  };
}
export type SeatsWorld = Awaited<ReturnType<typeof seatsWorld>>;
