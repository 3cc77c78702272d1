import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { endReview } from './end-review.ts';

/** Declines an open review with a reason; somebody else is asked. */
export const declineReview = (
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  { review, by, reason }: { readonly review: string; readonly by: string; readonly reason: string },
  now: Instant,
) => endReview(deps, review, { how: 'decline', by, reason }, now);
