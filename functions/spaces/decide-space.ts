import type { OutboxDraft } from '../outbox/entry.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { EventType } from '../shared/names.ts';
import { addDays, type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import {
  allotted,
  type Changed,
  endedEarly,
  extended,
  moved,
  type Refusal,
  released,
  returned,
  type Taken,
  toldOf,
  type Unchanged,
} from './change-holdings.ts';
import type { Dependencies } from './dependencies.ts';
import { type Holder, type Holding, holdingIn, isSameHolder, type Space, spaceSubject } from './space.ts';
import type { SpacesTable } from './spaces-table.ts';
import type { Period } from './stays.ts';

/** What a decision about a space changes, for whoever stores more in the same transaction. */
export interface Decided {
  readonly kind: 'decided';
  readonly holding: Holding;
  readonly changes: readonly Change[];
  readonly events: readonly [EventDraft, ...EventDraft[]];
  readonly outbox: readonly OutboxDraft[];
}

/** Why nothing is changed. */
export type NotDecided =
  | Unchanged
  | Taken
  | Refusal
  | { readonly kind: 'no-space' }
  /** The holder has a contract for another space on some of the days. */
  | { readonly kind: 'holds-another'; readonly space: string };

export type Decision = Decided | NotDecided;
export type SpaceOutcome = NotDecided | { readonly kind: 'changed'; readonly holding: Holding };

/** What is decided about: a holding of a space; and who decides, as the audit names them. */
export interface About {
  readonly space: string;
  readonly number: number;
  readonly by: string;
}

type Spaces = Pick<SpacesTable, 'get' | 'holder' | 'many' | 'save' | 'saveHolder'>;

/** Decides by the spaces as they are, and stores it; decides again if somebody was first. */
export const decideAndStore = (
  { commit }: Pick<Dependencies, 'commit'>,
  decide: () => Promise<Decision>,
): Promise<SpaceOutcome> =>
  decideAgainOnConflict(async () => {
    const decided = await decide();
    if (decided.kind !== 'decided') return decided;
    const { changes, events, outbox, holding } = decided;
    await commit({ changes, events, outbox });
    return { kind: 'changed', holding };
  }, tries.shared);

/** Gives a space to a holder, who has no other in the same days: the first of two at once has it. */
export async function allotSpace(
  spaces: Spaces,
  {
    space: id,
    holder,
    from,
    to,
    by,
  }: Period & { readonly space: string; readonly holder: Holder; readonly by: string },
  now: Instant,
): Promise<Decision> {
  const [space, row] = await Promise.all([spaces.get(id), spaces.holder(holder)]);
  if (!space) return { kind: 'no-space' };
  const next = allotted(space, { holder, from, to }, seoulDateOf(now));
  if (next.kind !== 'changed') return next;
  const others = (row?.spaces ?? []).filter((other) => other !== id);
  const another = await otherContract(spaces, holder, others, { from, to });
  if (another) return { kind: 'holds-another', space: another.id };
  return {
    kind: 'decided',
    holding: next.holding,
    changes: [spaces.save(next.space, space), spaces.saveHolder(holder, [...others, id], row)],
    events: [told('SpaceAllotted', id, next.holding, by, now, { from, to })],
    outbox: [],
  };
}

/** Gives a holder more time in the same space. */
export async function extendContract(
  spaces: Spaces,
  { space: id, number, to, by }: About & { readonly to: LocalDate },
  now: Instant,
): Promise<Decision> {
  const space = await spaces.get(id);
  if (!space) return { kind: 'no-space' };
  const was = holdingIn(space, number);
  const next = extended(space, { number, to }, seoulDateOf(now));
  if (next.kind !== 'changed' || !was) return next.kind === 'changed' ? { kind: 'no-holding' } : next;
  const { holder } = was;
  const row = await spaces.holder(holder);
  const others = (row?.spaces ?? []).filter((other) => other !== id);
  const another = await otherContract(spaces, holder, others, { from: addDays(was.to, 1), to });
  if (another) return { kind: 'holds-another', space: another.id };
  return {
    kind: 'decided',
    holding: next.holding,
    changes: [spaces.save(next.space, space), spaces.saveHolder(holder, [...others, id], row)],
    events: [told('SpaceContractExtended', id, next.holding, by, now, { was: was.to, to })],
    outbox: [],
  };
}

/** Ends a contract on an earlier last day. */
export const endContract = (
  spaces: Spaces,
  { to, ...about }: About & { readonly to: LocalDate },
  now: Instant,
): Promise<Decision> =>
  decideHolding(spaces, about, now, {
    type: 'SpaceContractEnded',
    change: (space, today) => endedEarly(space, { number: about.number, to }, today),
    data: { to },
  });

/** Takes a space back that was given for days to come. */
export const releaseSpace = (spaces: Spaces, about: About, now: Instant): Promise<Decision> =>
  decideHolding(spaces, about, now, {
    type: 'SpaceReleased',
    change: (space, today) => released(space, about, today),
    data: {},
  });

/** Confirms that a holder has left, and on which day they were there for the last time, with what follows for them. */
export async function confirmReturn(
  { spaces, spaceHolders }: Pick<Dependencies, 'spaceHolders'> & { readonly spaces: Spaces },
  { on, ...about }: About & { readonly on: LocalDate },
  now: Instant,
): Promise<Decision> {
  const decided = await decideHolding(spaces, about, now, {
    type: 'SpaceReturned',
    change: (space, today) => returned(space, { number: about.number, on }, today),
    data: { on },
  });
  if (decided.kind !== 'decided') return decided;
  const { holding, changes, events, outbox } = decided;
  const { kind, id } = holding.holder;
  const holder = Object.hasOwn(spaceHolders, kind) ? spaceHolders[kind] : undefined;
  const followed = await holder?.returned(id, { space: about.space, holding }, now);
  if (!followed) return decided;
  return {
    ...decided,
    changes: [...changes, ...followed.changes],
    events: [...events, ...followed.events],
    outbox: [...outbox, ...followed.outbox],
  };
}

/** Records that somebody is told of a holder who stays: once for each of the days past the end on which it is told. */
export const recordOverstayTold = (
  spaces: Spaces,
  { day, ...about }: About & { readonly day: number },
  now: Instant,
): Promise<Decision> =>
  decideHolding(spaces, about, now, {
    type: 'SpaceOverstayTold',
    change: (space) => {
      const was = holdingIn(space, about.number);
      if (!was) return { kind: 'no-holding' };
      return toldOf(space, { number: about.number, day }) ?? { kind: 'unchanged', holding: was };
    },
    data: { day },
  });

/** Has a contract go on in another space: both are changed in one transaction. */
export async function moveHolder(
  spaces: Spaces,
  { space: id, number, to: targetId, on, by }: About & { readonly to: string; readonly on: LocalDate },
  now: Instant,
): Promise<Decision> {
  const [space, target] = await Promise.all([spaces.get(id), spaces.get(targetId)]);
  if (!space || !target) return { kind: 'no-space' };
  const next = moved({ space, target }, { number, on }, seoulDateOf(now));
  if (next.kind !== 'moved') return next;
  const { left, entered } = next;
  const { holder } = entered.holding;
  const row = await spaces.holder(holder);
  const others = (row?.spaces ?? []).filter((other) => other !== targetId);
  return {
    kind: 'decided',
    holding: entered.holding,
    changes: [
      spaces.save(left.space, space),
      spaces.save(entered.space, target),
      spaces.saveHolder(holder, [...others, targetId], row),
    ],
    events: [
      told('SpaceLeft', id, left.holding, by, now, { on, to: targetId }),
      told('SpaceEntered', targetId, entered.holding, by, now, { on, from: id }),
    ],
    outbox: [],
  };
}

async function decideHolding(
  spaces: Spaces,
  { space: id, by }: About,
  now: Instant,
  decision: {
    readonly type: EventType;
    readonly change: (space: Space, today: LocalDate) => Changed | Unchanged | Refusal;
    readonly data: EventDraft['data'];
  },
): Promise<Decision> {
  const space = await spaces.get(id);
  if (!space) return { kind: 'no-space' };
  const next = decision.change(space, seoulDateOf(now));
  if (next.kind !== 'changed') return next;
  return {
    kind: 'decided',
    holding: next.holding,
    changes: [spaces.save(next.space, space)],
    events: [told(decision.type, id, next.holding, by, now, decision.data)],
    outbox: [],
  };
}

function told(
  type: EventType,
  space: string,
  { number, holder }: Holding,
  by: string,
  at: Instant,
  data: EventDraft['data'],
): EventDraft {
  return {
    subject: spaceSubject(space),
    type,
    by,
    at,
    data: { holding: number, kind: holder.kind, holder: holder.id, ...data },
  };
}

/** A space of some in which a holder has a contract on some days of a period. */
async function otherContract(
  spaces: Spaces,
  holder: Holder,
  ids: readonly string[],
  { from, to }: Period,
): Promise<Space | undefined> {
  const found = await spaces.many(ids);
  return found.find(({ holdings }) =>
    holdings.some((one) => isSameHolder(one.holder, holder) && one.from <= to && from <= one.to),
  );
}
