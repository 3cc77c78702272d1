import type { Person } from '../people/person.ts';
import { appliesIn } from '../reviewers/round-reviewers.ts';
import { keptFrom } from '../screening/kept-from.ts';
import type { Dependencies } from './dependencies.ts';
import type { Residency } from './residency.ts';

/** References of those of some residencies that somebody does not see: an interest, or an application of their own. */
export async function hiddenFrom(
  deps: Pick<Dependencies, 'applications' | 'rounds' | 'screenings'>,
  person: Person,
  residencies: readonly Residency[],
): Promise<ReadonlySet<string>> {
  const hidden = await Promise.all(
    [...Map.groupBy(residencies, ({ roundId }) => roundId)].map(async ([id, some]) => {
      const references = some.map((residency) => residency.id);
      const round = await deps.rounds.current(id);
      if (!round || (await appliesIn(deps, id, person.email))) return references;
      return [...(await keptFrom(deps, person, round, await deps.applications.many(references)))];
    }),
  );
  return new Set(hidden.flat());
}

/** Whether somebody does not see a residency. */
export const isHiddenFrom = async (
  deps: Parameters<typeof hiddenFrom>[0],
  person: Person,
  residency: Residency,
): Promise<boolean> => (await hiddenFrom(deps, person, [residency])).size > 0;
