import { wire } from '../../../functions/app/wiring.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import { type LocalDate, seoulTime } from '../../../functions/shared/time.ts';
import {
  allotSpace,
  confirmReturn,
  decideAndStore,
  endContract,
  extendContract,
  moveHolder,
  recordOverstayTold,
  releaseSpace,
} from '../../../functions/spaces/decide-space.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import type { SpaceRow } from '../../../functions/spaces/read-spaces.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import { day, residency } from './made-up.ts';

const by = 'person:manager';

/** Spaces of their own in memory, with all that is decided about them, at noon of a day. */
export function openSpaces({ db = memoryDatabase().db }: { readonly db?: Database } = {}) {
  const deps = wire(memoryTables, db);
  const { spaces } = deps;
  const noon = (date: LocalDate) => seoulTime(date, '12:00');
  return {
    db,
    deps,
    load: (rows: readonly SpaceRow[], today = day('2027-04-01')) => loadSpaces(deps, { rows, by }, noon(today)),
    allot: (space: string, holder: string, from: LocalDate, to: LocalDate, today: LocalDate) =>
      decideAndStore(deps, () => allotSpace(spaces, { space, holder: residency(holder), from, to, by }, noon(today))),
    extend: (space: string, number: number, to: LocalDate, today: LocalDate) =>
      decideAndStore(deps, () => extendContract(spaces, { space, number, to, by }, noon(today))),
    end: (space: string, number: number, to: LocalDate, today: LocalDate) =>
      decideAndStore(deps, () => endContract(spaces, { space, number, to, by }, noon(today))),
    release: (space: string, number: number, today: LocalDate) =>
      decideAndStore(deps, () => releaseSpace(spaces, { space, number, by }, noon(today))),
    giveBack: (space: string, number: number, on: LocalDate, today: LocalDate) =>
      decideAndStore(deps, () => confirmReturn(deps, { space, number, on, by }, noon(today))),
    move: (space: string, number: number, to: string, on: LocalDate, today: LocalDate) =>
      decideAndStore(deps, () => moveHolder(spaces, { space, number, to, on, by }, noon(today))),
    told: (space: string, number: number, past: number, today: LocalDate) =>
      decideAndStore(deps, () =>
        recordOverstayTold(spaces, { space, number, day: past, by: 'system:clock' }, noon(today)),
      ),
  };
}
