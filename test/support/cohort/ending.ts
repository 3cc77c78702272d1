import { type Round, type RoundDraft, writtenRoundSchema } from '../../../functions/rounds/round.ts';
import { startOf } from '../../../functions/runs/run.ts';
import { answerOffer } from '../../../functions/seats/answer-offer.ts';
import { offerKey } from '../../../functions/seats/offer.ts';
import type { PlaceState } from '../../../functions/seats/place.ts';
import {
  type Admission,
  type AdmissionState,
  changedAdmission,
  roundSubject,
} from '../../../functions/selection/admission.ts';
import { storeEntries } from '../../../functions/selection/store-snapshot.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import type { Stored } from '../academy.ts';
import { answers } from '../applicants.ts';
import { eventually } from '../eventually.ts';
import { approvedSnapshot } from '../seats/seats.ts';
import { type Placed, plainScores, storeReviewed } from '../selection/ranked-round.ts';

/** Minutes: what the run that waits for it sleeps is seconds. */
const closing = 120;

/** A round with an admission, open for hours, whose waitlist goes on for weeks after that. */
export async function roundToEnd(at: Stored, change: Partial<RoundDraft> = {}): Promise<Round> {
  const round = await at.round({ closesAt: addMinutes(at.now(), closing), ...change }, { admission: true });
  if (!round.admission) throw new Error('the round has no admission');
  const { offer, ...rules } = round.admission;
  const lastDay = addDays(seoulDateOf(at.now()), 60);
  const next = writtenRoundSchema.parse({
    ...round,
    version: round.version + 1,
    admission: { ...rules, offer: { ...offer, waitlist: { ...offer.waitlist, lastDay } } },
  });
  await at.commit({
    changes: at.rounds.load(next, round, await at.rounds.pointer(round.id)),
    events: [{ subject: roundSubject(round.id), type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  return next;
}

/** Puts the admission into a state as if it had come there, under its next run, which is started if `start` says so. */
export async function putInState(
  at: Stored,
  round: Round,
  state: AdmissionState,
  change: Partial<Admission> = {},
  { start = true }: { readonly start?: boolean } = {},
): Promise<Admission> {
  const was = await at.admissions.get(round.id);
  if (!was) throw new Error('the round has no admission');
  const run = was.run + 1;
  const changed = changedAdmission(was, at.now(), { roundVersion: round.version, run, ...change });
  const next: Admission = { ...changed, state, since: { ...was.since, [state]: at.now() } };
  await at.commit({
    changes: [at.admissions.save(next, was)],
    events: [{ subject: roundSubject(round.id), type: 'MadeByTest', by: 'operator:test', at: at.now() }],
    outbox: start ? [startOf('cohort-admission', round.id, run)] : [],
  });
  return next;
}

/** Reviewed applications, the best first. */
export const reviewedIn = (at: Stored, round: Round, count: number): Promise<Placed[]> =>
  storeReviewed(
    at,
    round,
    Array.from({ length: count }, (_, index) => ({
      form: answers(),
      scores: plainScores(index, count),
      lang: index % 2 ? ('en' as const) : ('ko' as const),
    })),
    at.now(),
  );

/** A round whose ranking is approved, and whose results are being released by its own run. */
export async function released(at: Stored, round: Round, placed: readonly Placed[]): Promise<void> {
  const snapshot = approvedSnapshot(round, placed, at.now());
  await storeEntries(at, snapshot);
  await at.commit({
    changes: [at.admissions.createSnapshot(snapshot)],
    events: [{ subject: roundSubject(round.id), type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  await putInState(at, round, 'RELEASING', { snapshot: snapshot.number });
}

export const untilAdmissionIs = (at: Stored, round: Round, ...states: AdmissionState[]): Promise<Admission> =>
  eventually(
    `${round.id} is ${states.join(' or ')}`,
    async () => {
      const admission = await at.admissions.get(round.id);
      return admission && states.includes(admission.state) ? admission : undefined;
    },
    { seconds: 90 },
  );

export const untilPlaceIs = (at: Stored, reference: string, ...states: PlaceState[]) =>
  eventually(`the place of ${reference} is ${states.join(' or ')}`, async () => {
    const place = await at.seats.place(reference);
    return place && states.includes(place.state) ? place : undefined;
  });

const consents = { 'institution-sharing': true, 'emergency-contact': true };

/** Accepts or declines the seat that somebody is offered, as its page does. */
export async function answer(
  at: Stored,
  round: Round,
  reference: string,
  outcome: 'ACCEPT' | 'DECLINE',
  change: { readonly shared?: boolean; readonly contact?: { name: string; relationship: string; phone: string } } = {},
): Promise<void> {
  const place = await untilPlaceIs(at, reference, 'OFFERED');
  const request = await eventually(`an offer to ${reference}`, async () => {
    const seat = place.seat ? await at.seats.seat(place.seat) : undefined;
    return seat && (await at.requests.byAskKey(offerKey(seat)));
  });
  const enrolment = {
    roundVersion: round.version,
    attends: true as const,
    consents: { ...consents, 'institution-sharing': change.shared ?? true },
    contact: change.contact ?? { name: '김보호', relationship: '어머니', phone: '010-9999-0000' },
  };
  const given = outcome === 'ACCEPT' ? { outcome, enrolment } : { outcome };
  const done = await answerOffer(at, { request: request.id, generation: request.generation, answer: given }, at.now());
  if (done !== 'answered') throw new Error(`the offer to ${reference}: ${done}`);
}
