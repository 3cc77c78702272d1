import type { Holding, Space } from './space.ts';
import { leavingBefore, type Obstacle, obstacleTo, type Period } from './stays.ts';

/** What somebody needs, and what they would like. */
export interface Wish {
  readonly desks: number;
  readonly needsAccess: boolean;
  /** A space, a site and a floor that they would like: each counts if one is there that fits. */
  readonly space?: string;
  readonly site?: string;
  readonly floor?: string;
}

/** Why a space does not fit, whatever else is there. */
export type Unfit =
  | Obstacle
  | { readonly kind: 'too-small'; readonly short: number }
  | { readonly kind: 'not-accessible' };

/** What decides between two spaces that fit, in the order in which it does. */
export const criteria = [
  'wished-space',
  'wished-site',
  'wished-floor',
  'spare-desks',
  'kept-accessible',
  'id',
] as const;
export type Criterion = (typeof criteria)[number];

export interface Fitting {
  readonly space: Space;
  /** Desks more than are needed. */
  readonly spare: number;
  /** What of the wishes is met. */
  readonly meets: readonly Extract<Criterion, `wished-${string}`>[];
  /** Who has to leave it before, and has not yet. */
  readonly leaving?: Holding;
}

export interface Proposal {
  /** The first is what is proposed; the others in the order in which they come, each with why it is not before. */
  readonly fitting: readonly (Fitting & { readonly behindBy?: Criterion })[];
  readonly unfit: readonly { readonly space: Space; readonly why: Unfit }[];
}

/**
 * The spaces for somebody, the best first: one that is wished for, else the smallest that is large enough; accessible
 * ones are kept for who needs them, if nothing else decides. The same wish has the same proposal each time.
 */
export function proposeSpaces(spaces: readonly Space[], wish: Wish, period: Period, today: Period['from']): Proposal {
  const judged = spaces.map((space) => ({ space, why: unfitness(space, wish, period, today) }));
  const fitting = judged
    .flatMap(({ space, why }) => (why ? [] : [fittingOf(space, wish, period, today)]))
    .toSorted((a, b) => differ(a, b, wish)?.order ?? 0);
  return {
    fitting: fitting.map((one, index) => {
      const before = fitting[index - 1];
      const behindBy = before && differ(before, one, wish)?.by;
      return { ...one, ...(behindBy && { behindBy }) };
    }),
    unfit: judged.flatMap(({ space, why }) => (why ? [{ space, why }] : [])),
  };
}

function unfitness(space: Space, wish: Wish, period: Period, today: Period['from']): Unfit | undefined {
  const obstacle = obstacleTo(space, period, today);
  if (obstacle) return obstacle;
  if (space.desks < wish.desks) return { kind: 'too-small', short: wish.desks - space.desks };
  return wish.needsAccess && !space.accessible ? { kind: 'not-accessible' } : undefined;
}

function fittingOf(space: Space, wish: Wish, period: Period, today: Period['from']): Fitting {
  const leaving = leavingBefore(space, period, today);
  return {
    space,
    spare: space.desks - wish.desks,
    meets: [
      ...(wish.space === space.id ? (['wished-space'] as const) : []),
      ...(wish.site === space.site ? (['wished-site'] as const) : []),
      ...(wish.floor === space.floor ? (['wished-floor'] as const) : []),
    ],
    ...(leaving && { leaving }),
  };
}

/** The lower comes first. */
function ranks({ space, spare, meets }: Fitting, wish: Wish): Readonly<Record<Exclude<Criterion, 'id'>, number>> {
  const unmet = (one: Fitting['meets'][number]): number => (meets.includes(one) ? 0 : 1);
  return {
    'wished-space': unmet('wished-space'),
    'wished-site': unmet('wished-site'),
    'wished-floor': unmet('wished-floor'),
    'spare-desks': spare,
    'kept-accessible': space.accessible && !wish.needsAccess ? 1 : 0,
  };
}

/** By what two spaces differ first, and which of them comes first by it. */
function differ(a: Fitting, b: Fitting, wish: Wish): { readonly by: Criterion; readonly order: number } | undefined {
  const [one, other] = [ranks(a, wish), ranks(b, wish)];
  for (const by of criteria) {
    if (by === 'id') continue;
    if (one[by] !== other[by]) return { by, order: one[by] - other[by] };
  }
  if (a.space.id === b.space.id) return undefined;
  return { by: 'id', order: a.space.id < b.space.id ? -1 : 1 };
}
