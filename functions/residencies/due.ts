import type { Instant } from '../shared/time.ts';
import type { Residency } from './residency.ts';
import type { EventBegins, ResidencyEvent } from './residency-event.ts';

/** What a room says that has to begin in a residency at a moment, of all that has begun in it so far. */
export type DueOf<Reach> = (
  deps: Reach,
  given: { readonly residency: Residency; readonly events: readonly ResidencyEvent[] },
  now: Instant,
) => Promise<readonly EventBegins[]>;
