import type { Dependencies } from '../residencies/dependencies.ts';
import { type Residency, residencyKind } from '../residencies/residency.ts';
import type { LocalDate } from '../shared/time.ts';
import { type Holder, type Holding, isSameHolder, type Space } from '../spaces/space.ts';
import { staysOf } from '../spaces/stays.ts';

/** A space, and by which holding a startup has it, or has had it. */
export interface Held {
  readonly space: Space;
  readonly holding: Holding;
}

export const holderOf = ({ id }: Pick<Residency, 'id'>): Holder => ({ kind: residencyKind, id });

/** All spaces that a startup has had, has, or is to have. */
export async function heldBy(
  { spaces }: { readonly spaces: Pick<Dependencies['spaces'], 'holder' | 'many'> },
  residency: Pick<Residency, 'id'>,
): Promise<Held[]> {
  const holder = holderOf(residency);
  const all = await spaces.many((await spaces.holder(holder))?.spaces ?? []);
  return all.flatMap((space) =>
    space.holdings.filter((holding) => isSameHolder(holding.holder, holder)).map((holding) => ({ space, holding })),
  );
}

/** Where a startup is, or was, without a confirmed return. */
export const notReturned = (held: readonly Held[], today: LocalDate): Held[] =>
  held.filter(({ space, holding: { number, returnedOn } }) => {
    const stay = staysOf(space, today).find(({ holding }) => holding.number === number);
    return returnedOn === undefined && stay !== undefined && stay.from <= today;
  });
