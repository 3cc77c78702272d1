import type { Snapshot, SnapshotEntry } from '../selection/snapshot.ts';
import type { Instant } from '../shared/time.ts';
import { orderOf, type Place } from './place.ts';

/** The place of an entry of the approved snapshot. Who has a seat waits for its offer, though not on the waitlist. */
export function newPlace(snapshot: Pick<Snapshot, 'roundId' | 'number'>, entry: SnapshotEntry, now: Instant): Place {
  const { reference, place: rank, quotas, outcome } = entry;
  return {
    reference,
    roundId: snapshot.roundId,
    state: outcome.outcome === 'NOT_SELECTED' ? 'NOT_SELECTED' : 'WAITING',
    revision: 1,
    rank,
    snapshot: snapshot.number,
    order: orderOf(rank),
    quotas: [...quotas],
    waitlistNumber: outcome.outcome === 'WAITLIST' ? outcome.number : undefined,
    since: now,
  };
}
