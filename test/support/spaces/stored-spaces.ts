import { addDays, type LocalDate, seoulDateOf, seoulTime } from '../../../functions/shared/time.ts';
import { allotSpace, decideAndStore } from '../../../functions/spaces/decide-space.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import type { SpaceRow } from '../../../functions/spaces/read-spaces.ts';
import type { Academy } from '../academy.ts';
import { residency, rowOf } from './made-up.ts';

export const labManager = 'dahye.kwon@lab.example.kr';

const by = 'operator:test';
let made = 0;

/** What a file says that leaves the spaces as they are, those of other tests too. */
export const presentRows = async ({ spaces }: Pick<Academy, 'spaces'>): Promise<SpaceRow[]> =>
  (await spaces.all()).map(({ id, site, floor, name, desks, accessible, from, until }) => ({
    id,
    site,
    floor,
    name,
    desks,
    accessible,
    from,
    until,
  }));

/**
 * Spaces as a manager finds them: one whose holder stays two days past the end, one that is held, and two that are free;
 * with the names of the first of them, no two of one test run alike.
 */
export async function storedSpaces(at: Pick<Academy, 'spaces' | 'commit' | 'now'>) {
  made += 1;
  const prefix = `s${process.pid}-${made}`;
  const ids = {
    staying: `${prefix}-301`,
    held: `${prefix}-302`,
    free: `${prefix}-303`,
    large: `${prefix}-304`,
  } as const;
  const today = seoulDateOf(at.now());
  const yearAgo = addDays(today, -367);
  const rows = [
    ...(await presentRows(at)),
    rowOf(ids.staying, { from: yearAgo }),
    rowOf(ids.held, { from: yearAgo, accessible: true }),
    rowOf(ids.free, { from: yearAgo }),
    rowOf(ids.large, { from: yearAgo, desks: 8 }),
  ];
  await loadSpaces(at, { rows, by }, at.now());
  const allot = (space: string, holder: string, from: LocalDate, to: LocalDate) =>
    decideAndStore(at, () =>
      allotSpace(at.spaces, { space, holder: residency(holder), from, to, by }, seoulTime(from, '12:00')),
    );
  const holders = { staying: `${prefix}-gaon`, held: `${prefix}-nuri` } as const;
  await allot(ids.staying, holders.staying, addDays(today, -366), addDays(today, -2));
  await allot(ids.held, holders.held, addDays(today, -30), addDays(today, 335));
  return { ids, holders, today };
}
