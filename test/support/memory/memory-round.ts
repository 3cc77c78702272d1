import { wire } from '../../../functions/app/wiring.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import type { Round, RoundDraft } from '../../../functions/rounds/round.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { academyRound } from '../../functions/rounds/academy.ts';
import { loadDemoPeople } from '../people/demo-people.ts';
import { memoryDatabase, memoryTables } from './memory-database.ts';

/** The demo's people and one round with an admission, in memory, behind the real repositories. */
export async function memoryRound(
  now: Instant,
  change: Partial<RoundDraft> = {},
  options: { readonly quick?: boolean } = {},
) {
  const memory = memoryDatabase(options);
  const deps = wire(memoryTables, memory.db);
  await loadDemoPeople(deps, now);
  await loadRound(
    deps,
    { ...academyRound(), ...change },
    { by: 'operator:test', force: { reason: 'test' }, requiredFieldsOf: () => [] },
    now,
  );
  const found = await deps.rounds.current('academy-2027h1');
  if (!found) throw new Error('the round was not loaded');
  const round: Round = found;
  return {
    memory,
    deps,
    round,
    admission: async () => {
      const admission = await deps.admissions.get(round.id);
      if (!admission) throw new Error('the admission is missing');
      return admission;
    },
    /** What a step of the round's present run is given. */
    step: async () => {
      const admission = await deps.admissions.get(round.id);
      return { reference: round.id, run: runNameOf(round.id, admission?.run ?? 1) };
    },
  };
}
export type MemoryRound = Awaited<ReturnType<typeof memoryRound>>;
