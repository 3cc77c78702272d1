import type { Lapses } from '../requests/lapse.ts';
import { lapseReview } from './lapse-review.ts';
import { reviewKind } from './open-review.ts';

type Needed = Parameters<typeof lapseReview>[0];

export const screeningLapses = (deps: Needed): Lapses => ({
  [reviewKind]: (request, now) => lapseReview(deps, request, now),
});
