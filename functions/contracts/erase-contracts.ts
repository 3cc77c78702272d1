import { isDeepStrictEqual } from 'node:util';
import { agreementsErasing } from '../agreements/erase-agreements.ts';
import { ownerKey } from '../agreements/owners.ts';
import type { Erasing } from '../applications/leaving.ts';
import { type Addendum, addendumSchema } from '../residencies/contract-change.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import { onlyKnown } from '../shared/database/stored.ts';
import { ownerKinds } from './agreement-owner.ts';
import type { Dependencies } from './dependencies.ts';

const by = 'system:retention';

/** That there was an addendum, and to how many desks; nothing of anybody. */
const erasedChange = ({ kind, desks }: Addendum): Addendum =>
  onlyKnown(addendumSchema, { for: 'addendum', ...(kind && { kind }), ...(desks !== undefined && { desks }) });

/**
 * The agreements of extensions and addenda, and what an addendum says: erased before the residency, since there may be more
 * of them than one transaction takes.
 */
export const contractsErasing = (
  deps: Pick<Dependencies, 'agreements' | 'documents' | 'requests' | 'residencies' | 'residencyEvents'>,
): Erasing => ({
  holds: async () => false,
  words: async (reference, now) => {
    const residency = await deps.residencies.get(reference);
    if (!residency || residency.erasedAt) return [];
    const events = (await deps.residencyEvents.of(reference)).filter(({ kind }) => kind === 'agreement');
    const changes = await Promise.all(
      events.map(async (was) => {
        const { change } = was;
        if (!change) return [];
        const owner = ownerKey(ownerKinds[change.for], was.id);
        return [
          ...(await agreementsErasing(deps, owner, by, now)),
          ...(change.for === 'addendum' && !isDeepStrictEqual(change, erasedChange(change))
            ? [deps.residencyEvents.save(changedResidencyEvent(was, now, { change: erasedChange(change) }), was)]
            : []),
        ];
      }),
    );
    return changes.flat();
  },
});
