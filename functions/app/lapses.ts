import type { Lapses } from '../requests/lapse.ts';
import type { Dependencies } from './dependencies.ts';
import * as brought from './ports-brought.ts';

/** What a lapse means, for every kind of request that lapses. */
export function lapsesOf(deps: Dependencies): Lapses {
  const lapses = Object.values(brought).flatMap((ports) => ('lapses' in ports ? [ports.lapses(deps)] : []));
  return Object.fromEntries(lapses.flatMap((some) => Object.entries(some)));
}
