import { capabilities } from '../capabilities.ts';
import type { Walked } from './chain-walk.ts';
import type { Entity } from './entities.ts';

/**
 * Before entities had chains of their own, an application, what reviewers found and its place shared one, by reference;
 * so did a round and its selection. Each revision came with an event of its own there, but the first of a place (told
 * with the application) and of a seat (told with the round). Kinds that are not here had no event for each revision.
 */
const untold: Readonly<Record<string, number>> = {
  application: 0,
  ...Object.fromEntries(capabilities.flatMap(({ revised }) => (revised?.sk === undefined ? [] : [[revised.sk, 0]]))),
  admission: 0,
  place: 1,
  seat: 1,
};

/** Chains of that time from which events are gone at the end: they have fewer than there were revisions. */
export function earlierFaults(all: readonly Entity[], chains: ReadonlyMap<string, Walked>): string[] {
  // A review that was amended after all were in raised the revision of the round and told nothing there.
  const amendments = [...chains.values()].reduce((sum, walked) => sum + walked.amendments, 0);
  const told = all.filter(({ audited }) => !audited).map((entity) => ({ ...entity, events: expectedOf(entity) }));
  return [...Map.groupBy(told, ({ earlierChain }) => earlierChain)]
    .filter(([chain, of]) => {
      const spared = of.some(({ kind }) => kind === 'admission') ? amendments : 0;
      const events = of.reduce((sum, entity) => sum + entity.events, 0);
      return (chains.get(chain)?.head.number ?? 0) < events - spared;
    })
    .map(([chain]) => `${chain}: events are missing at the end`);
}

const expectedOf = ({ kind, revision }: Entity): number => {
  const without = untold[kind];
  return without === undefined ? 0 : revision - without;
};
