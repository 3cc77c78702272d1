import type { Request } from '../requests/request.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { endReview } from './end-review.ts';

/** Nobody answered by the due time: the review counts as missed, and somebody else is asked. */
export async function lapseReview(
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  request: Pick<Request, 'id'>,
  now: Instant,
): Promise<void> {
  await endReview(deps, request.id, { how: 'lapse' }, now);
}
