import { eventDropped } from '../residencies/drop-event.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

/** Nobody who leaves is asked any more whether they apply to stay. */
export const renewalsDropped = async (
  deps: Pick<Dependencies, 'residencyEvents' | 'requests'>,
  events: readonly ResidencyEvent[],
  by: string,
  now: Instant,
): Promise<Parts> =>
  joinedParts(
    await Promise.all(
      events
        .filter(({ kind, state }) => kind === 'renewal' && state === 'OPEN')
        .map((event) => eventDropped(deps, event, { type: 'RenewalDropped', by }, now)),
    ),
  );
