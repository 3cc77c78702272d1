import type { LapsesOf } from '../requests/lapse.ts';
import { lapseReview } from './lapse-review.ts';
import { reviewKind } from './open-review.ts';
import type { screeningKinds } from './request-kinds.ts';

type Needed = Parameters<typeof lapseReview>[0];

export const screeningLapses = (deps: Needed): LapsesOf<typeof screeningKinds> => ({
  [reviewKind]: (request, now) => lapseReview(deps, request, now),
});
