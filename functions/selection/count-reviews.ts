import { presentRunOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changedAdmission, roundSubject } from './admission.ts';
import { type Counted, counted } from './counting.ts';
import type { Dependencies } from './dependencies.ts';
import type { selectionSteps } from './joints.ts';

/** *Count the reviews*: goes on once no screening of the round is open any more. All of them were started before. */
export async function countReviews(
  deps: Pick<Dependencies, 'admissions' | 'screenings' | 'commit'>,
  { reference: roundId, run, checks }: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof selectionSteps, 'count-reviews'>>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(roundId);
    const of = was?.progress?.of ?? 0;
    if (was?.state !== 'REVIEWING' || presentRunOf(roundId, was) !== run) {
      return counted('MOVED', { done: 0, of, checks });
    }
    const open = await deps.screenings.countOpen(roundId);
    const numbers = { done: Math.max(0, of - open), of, checks };
    if (open > 0) return counted('WAIT', numbers);
    const next = changedAdmission(was, now, { progress: undefined }, 'review');
    await deps.commit({
      changes: [deps.admissions.save(next, was)],
      events: [
        { subject: roundSubject(roundId), type: 'ReviewsEnded', by: 'system:run', at: now, data: { screenings: of } },
      ],
    });
    return counted('RANKING', numbers);
  }, tries.contested);
}
