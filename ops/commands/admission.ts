import { nextState } from '../../functions/applications/application.ts';
import { cancelRound } from '../../functions/cohort/cancel-round.ts';
import { type Round, roundPhase } from '../../functions/rounds/round.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { closeWaitlist } from '../../functions/seats/close-waitlist.ts';
import type { Admission } from '../../functions/selection/admission.ts';
import { seatsAreOffered } from '../../functions/selection/admission.ts';
import { closeRound } from '../../functions/selection/close-round.ts';
import { countIntake } from '../../functions/selection/settle-intake.ts';
import { formatDate, formatEnd, formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

async function roundOf(context: Context, id: string | undefined, usage: string): Promise<Round> {
  const round = await context.rounds.current(needed(id, usage));
  if (!round) throw new Complaint(`There is no round ${id}.`);
  return round;
}

async function admissionOf(context: Context, { id }: Round): Promise<Admission> {
  const admission = await context.admissions.get(id);
  if (!admission) throw new Complaint(`The round ${id} has no admission.`);
  return admission;
}

const tooEarly = ({ id, opensAt }: Round): string => `${id} does not open before ${formatInstant(opensAt, 'en')}.`;

/** `round close ROUND --reason TEXT`: no more applications from now on, and the admission begins. */
export async function roundClose(context: Context, id: string | undefined): Promise<void> {
  const usage = 'round close ROUND --reason TEXT';
  const round = await roundOf(context, id, usage);
  const reason = needed(context.flags.reason, usage);
  const phase = roundPhase(round, context.now());
  if (phase === 'BEFORE') throw new Complaint(tooEarly(round));
  const { sent, accepted, open } = await countIntake(context, round.id);
  await confirm(
    context,
    [
      phase === 'OPEN'
        ? `${round.id} closes now instead of on ${formatEnd(round.closesAt, 'en')}. Drafts can no longer be sent.`
        : `${round.id} has closed; where its run still waits for that, it gets another one.`,
      `${sent} applications were sent: ${accepted} accepted, ${open} still being checked.`,
      ...(round.admission ? [`Reviewers are asked ${open > 0 ? 'once these are decided' : 'at once'}.`] : []),
    ].join(' '),
  );
  const outcome = await closeRound(context, round.id, { by: context.by, reason }, context.now());
  if (outcome.kind === 'was-closed') throw new Complaint(`${round.id} is closed already.`);
  if (outcome.kind === 'not-possible') throw new Complaint(tooEarly(round));
  const run = outcome.run === undefined ? '' : ` ${runNameOf(round.id, outcome.run)} is being started.`;
  console.log(`${round.id} is closed (version ${outcome.version}).${run}`);
}

/** `round cancel ROUND --reason TEXT`: for ever; everybody who takes part is told why. */
export async function roundCancel(context: Context, id: string | undefined): Promise<void> {
  const usage = 'round cancel ROUND --reason TEXT';
  const round = await roundOf(context, id, usage);
  const reason = needed(context.flags.reason, usage);
  const { state } = await admissionOf(context, round);
  const told = await countTold(context, round.id);
  await confirm(
    context,
    `${round.id} (${state}) is cancelled for good. ${told} applicants, and the reviewers and members of the committee who were asked, get an email; places and offers end. Applicants are given this reason:\n  ${reason}`,
  );
  const outcome = await cancelRound(context, round.id, { by: context.by, reason }, context.now());
  if (outcome.kind === 'was-cancelled') throw new Complaint(`${round.id} is cancelled already.`);
  if (outcome.kind === 'not-possible') {
    throw new Complaint(`${round.id} is ${outcome.state ?? 'unknown'}: it can no longer be cancelled.`);
  }
  console.log(`${round.id} is cancelled. ${runNameOf(round.id, outcome.run)} is being started, which tells everybody.`);
}

/** How many applications a cancellation would end. */
async function countTold({ applications }: Context, roundId: string): Promise<number> {
  let told = 0;
  let after: string | undefined;
  do {
    const page = await applications.sentIn(roundId, after, 100);
    const found = await applications.many(page.references);
    told += found.filter(({ state }) => nextState(state, 'cancel') !== undefined).length;
    after = page.after;
  } while (after !== undefined);
  return told;
}

/** `waitlist close ROUND --reason TEXT`: seats that become free stay empty from now on. */
export async function waitlistClose(context: Context, id: string | undefined): Promise<void> {
  const usage = 'waitlist close ROUND --reason TEXT';
  const round = await roundOf(context, id, usage);
  const reason = needed(context.flags.reason, usage);
  const admission = await admissionOf(context, round);
  if (admission.waitlistClosedAt) throw new Complaint(`The waiting list of ${round.id} is already closed.`);
  if (!seatsAreOffered(admission))
    throw new Complaint(`${round.id} is ${admission.state}: it has no open waiting list.`);
  const [waiting, seats] = await Promise.all([
    context.seats.countWaiting(round.id),
    context.seats.seatsOf(round.id, round.capacity),
  ]);
  const offered = seats.filter(({ state }) => state === 'OFFERED').length;
  const lastDay = round.admission ? ` instead of on ${formatDate(round.admission.offer.waitlist.lastDay, 'en')}` : '';
  await confirm(
    context,
    `The waiting list of ${round.id} closes now${lastDay}: ${waiting} people on it are told that they are not selected. ${offered} open offers stay open until they are answered or expire; places that are declined stay free.`,
  );
  const outcome = await closeWaitlist(context, round.id, { by: context.by, reason }, context.now());
  if (outcome !== 'closed') throw new Complaint(`${round.id} has just moved on: see round status ${round.id}.`);
  console.log(
    `The waiting list of ${round.id} is closed. The cohort is confirmed ${offered > 0 ? 'once the open offers are answered' : 'when the places are next counted'}.`,
  );
}
