import type { Instant } from '../shared/time.ts';
import type { Residency } from './residency.ts';
import type { EventBegins, ResidencyEvent } from './residency-event.ts';

/**
 * What a room says that has to begin in a residency by a moment. It may say again what has begun, which is left out by
 * its id (`dueIn`); `events` is all that has begun so far, for rules about it.
 */
export type DueOf<Reach> = (
  deps: Reach,
  given: { readonly residency: Residency; readonly events: readonly ResidencyEvent[] },
  now: Instant,
) => Promise<readonly EventBegins[]>;
