import { type Begun, eventBegins } from '../residencies/begin-event.ts';
import type { Addendum } from '../residencies/contract-change.ts';
import type { Residency } from '../residencies/residency.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Changes, changesWhoIsAsked, type NotChanged, onlyDifferent, refusalOf } from './addendum.ts';
import { nextAddendum, openFor } from './agreement-events.ts';
import type { Dependencies } from './dependencies.ts';

/** Why no addendum begins. */
export type NotBegun =
  | NotChanged
  /** Another one is being signed. */
  | { readonly kind: 'under-way'; readonly event: string }
  /** Nobody is in the Lab (any more). */
  | { readonly kind: 'not-resident' };

export interface AddendumGiven {
  readonly changes: Changes;
  /** As the audit names them. */
  readonly by: string;
  /** Why, in the words of who asks for it. */
  readonly reason: string;
}

type Reach = Pick<Dependencies, 'residencyEvents'>;

/** What an addendum would make different, with all that has happened in the residency; or why none can begin now. */
export async function differentNow(
  { residencyEvents }: Reach,
  residency: Residency,
  wanted: Changes,
): Promise<
  { readonly kind: 'different'; readonly changes: Changes; readonly events: readonly ResidencyEvent[] } | NotBegun
> {
  if (residency.state !== 'RESIDENT') return { kind: 'not-resident' };
  const changes = onlyDifferent(residency, wanted);
  const refused = refusalOf(residency, changes);
  if (refused) return refused;
  const events = await residencyEvents.of(residency.id);
  const open = openFor(events, 'addendum');
  return open ? { kind: 'under-way', event: open.id } : { kind: 'different', changes, events };
}

/** What begins an addendum, for whoever stores more with it; of two who begin one at once, one meets a conflict. */
export async function addendumBegins(
  { residencyEvents }: Reach,
  residency: Residency,
  { changes: wanted, by, reason }: AddendumGiven,
  now: Instant,
): Promise<{ readonly kind: 'begins'; readonly id: string; readonly parts: Begun } | NotBegun> {
  const different = await differentNow({ residencyEvents }, residency, wanted);
  if (different.kind !== 'different') return different;
  const { changes, events } = different;
  const change: Addendum = { for: 'addendum', ...changes, reason };
  const about = nextAddendum(events);
  const begun = { residency: residency.id, kind: 'agreement', about, change } as const;
  const { id, ...parts } = eventBegins({ residencyEvents }, begun, by, now);
  // Whoever is written to now is told who will be, by the address that they still have.
  const told = changesWhoIsAsked(changes)
    ? [{ kind: 'mail', template: 'addendum-begun', to: { applicant: residency.id }, ids: { event: id } } as const]
    : [];
  return { kind: 'begins', id, parts: { ...parts, outbox: [...parts.outbox, ...told] } };
}

/** An addendum begins by the manager's word: both sides are asked to sign it. */
export const beginAddendum = (
  deps: Pick<Dependencies, 'commit' | 'residencies' | 'residencyEvents'>,
  given: AddendumGiven & { readonly residency: string },
  now: Instant,
): Promise<{ readonly kind: 'begun'; readonly event: string } | NotBegun> =>
  decideAgainOnConflict(async () => {
    const residency = await deps.residencies.get(given.residency);
    if (!residency) return { kind: 'not-resident' };
    const begins = await addendumBegins(deps, residency, given, now);
    if (begins.kind !== 'begins') return begins;
    await deps.commit(begins.parts);
    return { kind: 'begun', event: begins.id };
  }, tries.contested);
