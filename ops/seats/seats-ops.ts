import type { Dependencies } from '../../functions/app/dependencies.ts';
import { reconsiderationKey } from '../../functions/results/reconsideration.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { offerKey } from '../../functions/seats/offer.ts';
import type { Admission } from '../../functions/selection/admission.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { holderOf } from '../commands/holder-of.ts';
import { failedRunRows, runRows } from '../commands/runs.ts';
import type { Reading, Row } from '../context.ts';

/** A seat, whose it is, and the run that offers it. */
async function ofId(context: Reading, id: string): Promise<readonly Row[] | undefined> {
  const seat = await context.seats.seat(id);
  if (!seat) return undefined;
  return [
    ['seat', `${seat.number} (${seat.kind}) of ${seat.roundId}`],
    ['state', seat.stuck ? `${seat.state}, stuck: ${seat.stuck.error}` : seat.state],
    ...(await runRows(context, 'seat-offer', { id: seat.id, name: presentRunOf(seat.id, seat), stuck: seat.stuck })),
    ...(await failedRunRows(context, seat.id)),
    ['whose', seat.reference ?? '-'],
    ['offers', String(seat.offers)],
  ];
}

async function ofApplication(
  { seats }: Reading,
  { reference }: { readonly reference: string },
): Promise<readonly Row[]> {
  const place = await seats.place(reference);
  return place ? [['place', `${place.state}, rank ${place.rank}${place.seat ? `, ${place.seat}` : ''}`]] : [];
}

const seatsIn = async ({ rounds, seats }: Pick<Dependencies, 'rounds' | 'seats'>, roundId: string) =>
  seats.seatsOf(roundId, (await rounds.current(roundId))?.capacity ?? 0);

/** How many seats are in which state, and who waits for one. */
async function ofRound(context: Reading, admission: Admission): Promise<readonly Row[]> {
  if (!admission.releasedAt) return [];
  const seats = await seatsIn(context, admission.roundId);
  const states = [...Map.groupBy(seats, ({ state }) => state)].map(([state, some]) => `${some.length} ${state}`);
  const waiting = `${await context.seats.countWaiting(admission.roundId)} waiting`;
  return [
    ['seats', states.join(', ') || '-'],
    ['waitlist', admission.waitlistClosedAt ? `${waiting}, closed by an operator` : waiting],
    ...((await context.seats.reconsiderationsAreOpen(admission.roundId))
      ? ([['reconsiderations', 'not all decided']] as const)
      : []),
  ];
}

/** Who has an offer, or has to look at a result again, and until when. */
async function waitingFor(deps: Dependencies, { roundId, state }: Admission): Promise<readonly string[] | undefined> {
  if (state !== 'SEATING') return undefined;
  const offered = (await seatsIn(deps, roundId)).filter((seat) => seat.state === 'OFFERED');
  const asked = await deps.seats.openReconsiderations(roundId);
  const keys = [...offered.map(offerKey), ...asked.map(reconsiderationKey)];
  return (await Promise.all(keys.map((key) => deps.requests.byAskKey(key)))).flatMap(holderOf);
}

/** Who has the present offer of a seat. */
async function holders(deps: Dependencies, id: string): Promise<readonly string[]> {
  const seat = await deps.seats.seat(id);
  return seat?.state === 'OFFERED' ? holderOf(await deps.requests.byAskKey(offerKey(seat))) : [];
}

/** What the command line shows of seats and places. */
export const seatsOps: CapabilityOps = {
  ofId,
  ofApplication,
  ofRound,
  waitingFor,
  holders: { 'seat-offer': holders },
  revised: { table: 'SEATS_TABLE', sk: 'seat', machine: 'seat-offer' },
};
