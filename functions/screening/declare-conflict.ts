import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { endReview } from './end-review.ts';

/** Declares a conflict of interest with the application of an open review: kept for the round, and somebody else is asked. */
export const declareConflict = (
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  { review, by }: { readonly review: string; readonly by: string },
  now: Instant,
) => endReview(deps, review, { how: 'conflict', by }, now);
