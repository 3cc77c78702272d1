import { applicationInRun } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { assigneeId, type PersonRequest } from '../../functions/requests/request.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { offerKey } from '../../functions/seats/offer.ts';
import type { Seat } from '../../functions/seats/seat.ts';
import { type Admission, roundSubject } from '../../functions/selection/admission.ts';
import { countIntake } from '../../functions/selection/settle-intake.ts';
import { formatEnd, formatInstant } from '../../functions/shared/time.ts';
import * as brought from '../brought.ts';
import { Complaint, type Context, needed, type Row } from '../context.ts';
import { failedRunRows, runOf } from './runs.ts';

const print = (rows: readonly Row[]): void => {
  for (const [name, value] of rows) console.log(`${name.padEnd(13)} ${value}`);
};

/** How many of how many at each step of a round, and whom it waits for. */
export async function showRound(context: Context, admission: Admission): Promise<void> {
  const { roundId, state, since, stuck } = admission;
  const round = await context.rounds.current(roundId);
  const entered = since[state];
  const intake = await countIntake(context, roundId);
  print([
    ['round', `${roundId} (version ${round?.version ?? '-'})`],
    ['state', stuck ? `${state}, stuck: ${stuck.error}` : state],
    ['since', entered ? formatInstant(entered, 'en') : '-'],
    ['run', await runOf(context, 'cohort-admission', { id: roundId, name: presentRunOf(roundId, admission) })],
    ...(await failedRunRows(context, roundSubject(roundId))),
    [round && round.closesAt <= context.now() ? 'closed' : 'closes', round ? formatEnd(round.closesAt, 'en') : '-'],
    ['intake', `${intake.sent - intake.open} of ${intake.sent} decided, ${intake.accepted} accepted`],
    ...progressRow(admission),
    ...(await Promise.all(Object.values(brought).map(({ ofRound }) => ofRound(context, admission)))).flat(),
    ...(await rankingRows(context, admission)),
    ...(await seatRows(context, admission, round?.capacity ?? 0)),
    ['waiting for', (await waitingFor(context, admission, round?.capacity ?? 0)).join(', ') || '-'],
  ]);
}

/** How far a step is that works page by page; the reviews are counted anew. */
const progressRow = ({ state, progress }: Admission): Row[] =>
  progress && state !== 'REVIEWING' ? [['progress', `${progress.done} of ${progress.of}`]] : [];

async function rankingRows({ admissions }: Context, { roundId, snapshot }: Admission): Promise<Row[]> {
  if (snapshot === 0) return [];
  const deliberation = await admissions.deliberation(roundId, snapshot);
  return [
    ['snapshot', String(snapshot)],
    ...(deliberation
      ? ([['approvals', `${deliberation.approvals.length} of ${deliberation.needed} (${deliberation.state})`]] as const)
      : []),
  ];
}

async function seatRows({ seats: table }: Context, admission: Admission, capacity: number): Promise<Row[]> {
  if (!admission.releasedAt) return [];
  const seats = await table.seatsOf(admission.roundId, capacity);
  const states = [...Map.groupBy(seats, ({ state }) => state)].map(([state, some]) => `${some.length} ${state}`);
  const waiting = `${await table.countWaiting(admission.roundId)} waiting`;
  return [
    ['seats', states.join(', ') || '-'],
    ['waitlist', admission.waitlistClosedAt ? `${waiting}, closed by an operator` : waiting],
    ...((await table.reconsiderationsAreOpen(admission.roundId))
      ? ([['reconsiderations', 'not all decided']] as const)
      : []),
  ];
}

/** Who has to answer for the round to go on: officers first, then reviewers, the committee, those with an offer. */
async function waitingFor(context: Context, admission: Admission, capacity: number): Promise<readonly string[]> {
  const { roundId, state } = admission;
  for (const { waitingFor: others } of Object.values(brought)) {
    const found = await others(context, admission);
    if (found) return found;
  }
  if (state === 'SETTLING') return intakeAtWork(context, roundId);
  if (state === 'SEATING') return applicantsAtWork(context, roundId, capacity);
  const ids = await context.requests.ofSubject(roundSubject(roundId));
  return (await Promise.all(ids.map((id) => context.requests.get(id)))).flatMap(holderOf);
}

const holderOf = (request: PersonRequest | undefined): string[] =>
  request?.state === 'OPEN' ? [`${assigneeId(request.assignee)} until ${formatInstant(request.dueAt, 'en')}`] : [];

async function intakeAtWork(context: Context, roundId: string): Promise<string[]> {
  const holders: string[] = [];
  let after: string | undefined;
  do {
    const page = await context.applications.sentIn(roundId, after, 100);
    const open = (await context.applications.many(page.references)).filter(applicationInRun);
    const requests = await Promise.all(open.map((application) => presentRequest(context, application)));
    holders.push(...requests.flatMap(holderOf));
    after = page.after;
  } while (after !== undefined);
  return holders;
}

async function applicantsAtWork({ seats, requests }: Context, roundId: string, capacity: number): Promise<string[]> {
  const offered = (await seats.seatsOf(roundId, capacity)).filter(({ state }) => state === 'OFFERED');
  return (await Promise.all(offered.map((seat) => requests.byAskKey(offerKey(seat))))).flatMap(holderOf);
}

export async function showSeat(context: Context, seat: Seat): Promise<void> {
  print([
    ['seat', `${seat.number} (${seat.kind}) of ${seat.roundId}`],
    ['state', seat.stuck ? `${seat.state}, stuck: ${seat.stuck.error}` : seat.state],
    ['run', await runOf(context, 'seat-offer', { id: seat.id, name: presentRunOf(seat.id, seat) })],
    ...(await failedRunRows(context, seat.id)),
    ['whose', seat.reference ?? '-'],
    ['offers', String(seat.offers)],
  ]);
}

/** `round status ROUND` */
export async function roundStatus(context: Context, id: string | undefined): Promise<void> {
  const admission = await context.admissions.get(needed(id, 'round status ROUND'));
  if (!admission) throw new Complaint(`The round ${id} has no admission.`);
  await showRound(context, admission);
}
