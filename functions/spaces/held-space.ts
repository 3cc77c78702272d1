import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { decideAndStore, endContract, moveHolder, releaseSpace } from './decide-space.ts';
import type { Dependencies } from './dependencies.ts';
import { allHeld, type Held, type Holder, type Space } from './space.ts';
import type { SpacesTable } from './spaces-table.ts';

/** All that somebody has, has had, or is to have, as the spaces know it. */
export const allHeldBy = async (spaces: Pick<SpacesTable, 'holder' | 'many'>, holder: Holder): Promise<Held[]> =>
  allHeld(await spaces.many((await spaces.holder(holder))?.spaces ?? []), holder);

/**
 * What a holder has on a day: where the contract is, or where they stay past its end; before the first day, what waits
 * for them. Whatever was returned, or was left for another space, is theirs no more.
 */
export function heldOf(spaces: readonly Space[], holder: Holder, today: LocalDate): Held | undefined {
  const all = allHeld(spaces, holder)
    .filter(({ holding }) => holding.returnedOn === undefined)
    .toSorted((a, b) => (a.holding.from < b.holding.from ? -1 : 1));
  const begun = all.filter(({ holding }) => holding.from <= today);
  return (
    begun.findLast(({ holding }) => today <= holding.to) ??
    begun.findLast(({ holding }) => holding.movedTo === undefined) ??
    all.find(({ holding }) => today < holding.from)
  );
}

/** What a holder has on a day, as the spaces know it, which nobody else keeps. */
export const spaceHeldBy = async (
  spaces: Pick<SpacesTable, 'holder' | 'many'>,
  holder: Holder,
  today: LocalDate,
): Promise<Held | undefined> => heldOf(await spaces.many((await spaces.holder(holder))?.spaces ?? []), holder, today);

/**
 * Takes back all that a holder has: what is to come at once, a move too; a contract that has begun ends today, and its
 * space is free when the return is confirmed.
 */
export async function takeBackSpaces(
  deps: Pick<Dependencies, 'commit' | 'spaces'>,
  { holder, by }: { readonly holder: Holder; readonly by: string },
  now: Instant,
): Promise<void> {
  const today = seoulDateOf(now);
  const { spaces } = deps;
  for (const { space, holding } of await allHeldBy(spaces, holder)) {
    const { number, movedFrom, from } = holding;
    if (movedFrom === undefined || from <= today) continue;
    await decideAndStore(deps, () => moveHolder(spaces, { space: space.id, number, to: movedFrom, on: from, by }, now));
  }
  for (const { space, holding } of await allHeldBy(spaces, holder)) {
    const about = { space: space.id, number: holding.number, by };
    if (holding.from > today) await decideAndStore(deps, () => releaseSpace(spaces, about, now));
    else if (holding.to > today) await decideAndStore(deps, () => endContract(spaces, { ...about, to: today }, now));
  }
}
