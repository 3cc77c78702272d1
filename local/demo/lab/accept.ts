import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { confirmCohort } from '../../../functions/cohort/confirm-cohort.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { presentRunOf, startOf } from '../../../functions/runs/run.ts';
import { answerOffer } from '../../../functions/seats/answer-offer.ts';
import { countSeats } from '../../../functions/seats/count-seats.ts';
import { offerKey } from '../../../functions/seats/offer.ts';
import { offerSeat } from '../../../functions/seats/offer-seat.ts';
import { releaseResults } from '../../../functions/seats/release-results.ts';
import { roundSubject } from '../../../functions/selection/admission.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';
import { silently } from './admit.ts';

const by = 'operator:demo';

/** Has the round's own run release the results that stand: the offers and the other results are mailed. */
export async function releaseNow(deps: Dependencies, round: Round, now: Instant): Promise<void> {
  const was = await deps.admissions.get(round.id);
  if (was?.state !== 'RELEASING') throw new Problem(`The demo's round ${round.id} is not about to release anything.`);
  await deps.commit({
    changes: [deps.admissions.isStill(round.id, 'RELEASING')],
    events: [
      {
        subject: roundSubject(round.id),
        type: 'RunStartedAgain',
        by,
        at: now,
        data: { machine: 'cohort-admission', run: presentRunOf(round.id, was) },
      },
    ],
    outbox: [startOf('cohort-admission', round.id, was.run)],
  });
}

/** Releases the results and accepts the offered seats, at a moment that is long ago. @returns the residencies */
export async function acceptedThen(
  deps: Dependencies,
  { round, references }: { readonly round: Round; readonly references: readonly string[] },
  at: Instant,
): Promise<readonly Residency[]> {
  const then = silently(deps);
  const admission = await deps.admissions.get(round.id);
  if (!admission) throw new Problem(`The demo's round ${round.id} has no selection.`);
  const run = presentRunOf(round.id, admission);
  for (let outcome = 'MORE'; outcome === 'MORE'; ) {
    ({ outcome } = await releaseResults(then, { reference: round.id, run, checks: 0 }, at));
  }
  const seats = (await deps.seats.seatsOf(round.id, round.capacity)).slice(0, references.length);
  for (const seat of seats) {
    await offerSeat(then, { reference: seat.id, run: presentRunOf(seat.id, seat), token: 'demo' }, at);
    const offered = await deps.seats.seat(seat.id);
    const request = offered && (await deps.requests.byAskKey(offerKey(offered)));
    if (!request) throw new Problem(`The seat ${seat.id} of the demo was offered to nobody.`);
    const consents = Object.fromEntries((round.admission?.offer.consents ?? []).map(({ id }) => [id, true]));
    const enrolment = { roundVersion: round.version, attends: true as const, consents };
    const { id, generation } = request;
    const answer = { outcome: 'ACCEPT', enrolment } as const;
    const answered = await answerOffer(then, { request: id, generation, answer }, at);
    if (answered !== 'answered') throw new Problem(`The seat ${seat.id} of the demo was not accepted: ${answered}.`);
  }
  const begun = await Promise.all(references.map((reference) => deps.residencies.get(reference)));
  return begun.map((residency) => {
    if (!residency) throw new Problem('A residency of the demo did not begin.');
    return residency;
  });
}

/** Ends the selection of a round, and confirms who takes part, at a moment that is long ago: nobody is told of it now. */
export async function confirmedThen(deps: Dependencies, { id }: Pick<Round, 'id'>, at: Instant): Promise<void> {
  const then = silently(deps);
  const admission = await deps.admissions.get(id);
  if (!admission) throw new Problem(`The demo's round ${id} has no selection.`);
  const step = { reference: id, run: presentRunOf(id, admission), checks: 0 };
  const seated = await countSeats(then, step, at);
  if (seated.outcome !== 'CONFIRMING') throw new Problem(`Places of the demo's round ${id} are still offered.`);
  for (let outcome = 'MORE'; outcome === 'MORE'; ) ({ outcome } = await confirmCohort(then, step, at));
}
