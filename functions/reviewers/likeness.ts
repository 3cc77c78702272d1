import type { Organisation } from './organisations.ts';

/**
 * What two names of organisations are to each other: one organisation, perhaps one or of one house, or strangers.
 * In doubt it is `maybe` (docs/adr/0026).
 */
export type Likeness = 'same' | 'maybe' | 'no';

/** What a round says of how organisations are compared. */
export interface Comparing {
  /** Whether two departments of one university are two houses, if both are named and are not the same. */
  readonly departmentsApart?: boolean;
}

/** The closest likeness among the organisations of two people. */
export const likeness = (
  some: readonly Organisation[],
  others: readonly Organisation[],
  comparing: Comparing = {},
): Likeness => closest(some, others, comparing)?.likeness ?? 'no';

/** The two that are most like each other; nothing if none are. */
export function closest(
  some: readonly Organisation[],
  others: readonly Organisation[],
  comparing: Comparing = {},
):
  | { readonly likeness: Exclude<Likeness, 'no'>; readonly one: Organisation; readonly other: Organisation }
  | undefined {
  let doubtful: ReturnType<typeof closest>;
  for (const one of some) {
    for (const other of others) {
      const found = likenessOf(one, other, comparing);
      if (found === 'same') return { likeness: found, one, other };
      if (found === 'maybe') doubtful ??= { likeness: found, one, other };
    }
  }
  return doubtful;
}

function likenessOf(one: Organisation, other: Organisation, { departmentsApart }: Comparing): Likeness {
  if (one.key === other.key) {
    const doubtful = (one.kind === undefined && one.generic) || (departmentsApart && otherDepartment(one, other));
    return doubtful ? 'maybe' : 'same';
  }
  if (one.stem === other.stem && one.kind !== other.kind && !one.generic) return 'maybe';
  if (one.group !== undefined && one.group === other.group) return 'maybe';
  if (one.within.includes(other.key) || other.within.includes(one.key)) return 'maybe';
  return begins(one, other) || begins(other, one) ? 'maybe' : 'no';
}

/** Words at the end of a department, of which several stand for the same: 경영학과, 경영학부, 경영대학. */
const departmentKind = /(?:전문대학원|대학원|단과대학|대학|대|학과|학부|전공|계열|과|부)$/u;

/** Whether both name a department of their university, and not the same one. Who names none, or a campus, may be of any. */
function otherDepartment(one: Organisation, other: Organisation): boolean {
  if (one.kind !== '대학교') return false;
  const [some, others] = [one.part, other.part].map((part = '') =>
    departmentKind.test(part) ? part.replace(departmentKind, '') : '',
  );
  return Boolean(some && others) && !some?.startsWith(others ?? '') && !others?.startsWith(some ?? '');
}

/**
 * Whether a name, or what is left of it without its kind, begins another: 카카오 and 카카오엔터프라이즈, 신한은행 and 신한DS.
 * What is short or says nothing begins too many, and so does what a university is called by.
 */
function begins({ key, stem, kind, generic }: Organisation, other: Organisation): boolean {
  if (generic || !other.key.startsWith(stem)) return false;
  return kind === undefined || kind === '대학교' ? key.length >= 3 && other.key.startsWith(key) : stem.length >= 2;
}
