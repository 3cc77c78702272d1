import type { LapsesOf } from '../requests/lapse.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { endReview } from './end-review.ts';
import { reviewKind } from './open-review.ts';
import type { screeningKinds } from './request-kinds.ts';

/** Nobody answered by the due time: the review counts as missed, and somebody else is asked. */
export async function lapseReview(
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  request: Pick<PersonRequest, 'id'>,
  now: Instant,
): Promise<void> {
  await endReview(deps, request.id, { how: 'lapse' }, now);
}

type Needed = Parameters<typeof lapseReview>[0];

export const screeningLapses = (deps: Needed): LapsesOf<typeof screeningKinds> => ({
  [reviewKind]: (request, now) => lapseReview(deps, request, now),
});
