import { presentRunOf } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { isUnreviewed } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import type { screeningSteps } from './joints.ts';
import { changedScreening, countsOf, lacksReviewer, type ScreeningStep } from './screening.ts';

/** *Close the reviews*: `REVIEWED`, unless something happened after they were compared (`NEWS`). Never without a review. */
export async function closeReviews(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  { reference, run }: ScreeningStep,
  now: Instant,
): Promise<OutcomeOf<typeof screeningSteps, 'close-reviews'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.get(reference);
    if (!was || presentRunOf(reference, was) !== run) return 'SUPERSEDED';
    if (was.state !== 'REVIEWING') return was.state;
    const { open, sent } = countsOf(was);
    if (was.news || open > 0 || lacksReviewer(was) || isUnreviewed(was)) return 'NEWS';
    const next = changedScreening(was, now, { closedAt: now, callback: undefined }, 'close');
    await deps.commit({
      changes: [deps.screenings.save(next, was), deps.screenings.removeOpen(was)],
      events: [
        {
          subject: reference,
          type: 'ScreeningReviewed',
          by: 'system:run',
          at: now,
          data: { reviews: sent, wanted: was.wanted, short: was.short === true },
        },
      ],
    });
    return 'REVIEWED';
  }, tries.contested);
}
