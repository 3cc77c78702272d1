import { canonicalHash } from '../shared/database/canonical.ts';
import type { LocalDate } from '../shared/time.ts';
import { placeOf, type SpaceRow } from './read-spaces.ts';
import { type Holding, holderText, type Space, spaceFacts } from './space.ts';
import { overstayOf } from './stays.ts';

/** What a file makes of one space. */
export type SpacePlan =
  | { readonly kind: 'new'; readonly next: Space }
  | { readonly kind: 'changed'; readonly next: Space; readonly was: Space; readonly fields: readonly string[] }
  /** The file does not have it, and nobody holds it: it is given to nobody from today on. */
  | { readonly kind: 'removed'; readonly next: Space; readonly was: Space }
  | { readonly kind: 'same'; readonly next: Space };

/** Why a file is not loaded: it would take a space away from who holds it. */
export interface WrongSpace {
  readonly id: string;
  readonly reason: string;
}

export interface SpacesPlan {
  readonly plans: readonly SpacePlan[];
  readonly wrong: readonly WrongSpace[];
}

/** Who has a contract from today on, or has not returned the space. */
const holdersOf = (space: Space, today: LocalDate): Holding[] => {
  const staying = overstayOf(space, today)?.holding;
  return space.holdings.filter((one) => one.to >= today || one.number === staying?.number);
};

const heldText = ({ holder, to }: Holding, today: LocalDate): string =>
  to < today
    ? `is held by ${holderText(holder)}, whose contract ended on ${to} and whose return is not confirmed`
    : `is held by ${holderText(holder)} until ${to}`;

/** What a whole file makes of the spaces. What is held stays: it can be changed, and not taken away. */
export function planSpaces(rows: readonly SpaceRow[], present: readonly Space[], today: LocalDate): SpacesPlan {
  const known = new Map(present.map((space) => [space.id, space]));
  const named = new Set(rows.map(({ id }) => id));
  const missing = present.filter(({ id, removedOn }) => !named.has(id) && removedOn === undefined);
  const plans = [
    ...rows.map((row) => planRow(row, known.get(row.id))),
    ...missing.map((was) => ({ kind: 'removed' as const, was, next: { ...was, removedOn: today, ...raised(was) } })),
  ];
  return { plans, wrong: plans.flatMap((plan) => wrongIn(plan, missing, today)) };
}

const raised = ({ revision }: Space) => ({ revision: revision + 1 });

function planRow(row: SpaceRow, was: Space | undefined): SpacePlan {
  if (!was) return { kind: 'new', next: { ...row, holdings: [], numbered: 0, revision: 1 } };
  const { removedOn, ...rest } = was;
  const next = { ...rest, ...row };
  const fields = Object.keys(spaceFacts).filter((field) => factOf(was, field) !== factOf(next, field));
  const all = removedOn === undefined ? fields : [...fields, 'removed'];
  return all.length > 0
    ? { kind: 'changed', was, next: { ...next, ...raised(was) }, fields: all }
    : { kind: 'same', next: was };
}

const factOf = (space: Readonly<Record<string, unknown>>, field: string): string => canonicalHash([space[field]]);

function wrongIn(plan: SpacePlan, missing: readonly Space[], today: LocalDate): WrongSpace[] {
  const wrong = (reason: string): WrongSpace[] => [{ id: plan.next.id, reason }];
  if (plan.kind === 'same') return [];
  if (plan.kind === 'new') {
    const held = missing.find((one) => placeOf(one) === placeOf(plan.next) && holdersOf(one, today).length > 0);
    return held ? wrong(`has the site, floor and name of ${held.id}, which somebody holds: keep its id`) : [];
  }
  const holders = holdersOf(plan.was, today);
  if (plan.kind === 'removed') {
    return holders.flatMap((one) => wrong(`${heldText(one, today)}, and the file does not have it`));
  }
  const { from, until } = plan.next;
  return holders.flatMap((one) => {
    if (one.from < from) return wrong(`${heldText(one, today)} from ${one.from} on, and the file has it from ${from}`);
    const last = one.to < today ? today : one.to;
    return until !== undefined && until < last
      ? wrong(`${heldText(one, today)}, and the file has it until ${until}`)
      : [];
  });
}
