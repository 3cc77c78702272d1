import { waitForNews } from '../requests/ask.ts';
import { presentRunOf } from '../runs/run.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { screeningSteps } from './joints.ts';
import { changedScreening, type ScreeningStep } from './screening.ts';

/** *Wait for the reviewers*: until all of them have answered, or somebody else has to be asked. */
export async function waitForReviewers(
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit' | 'random'>,
  { reference, run, token }: ScreeningStep & { readonly token: string },
  now: Instant,
): Promise<void> {
  await waitForNews<OutcomeOf<typeof screeningSteps, 'wait-for-reviewers'>>(
    deps,
    reference,
    { token, run },
    now,
    async () => {
      const was = await deps.screenings.get(reference);
      if (!was || presentRunOf(reference, was) !== run) return { outcome: 'SUPERSEDED' };
      if (was.news || was.state !== 'REVIEWING') return { outcome: 'NEWS' };
      return {
        callback: was.callback,
        hold: (callback) => [deps.screenings.save(changedScreening(was, now, { callback }), was)],
      };
    },
  );
}
