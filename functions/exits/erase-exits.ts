import type { Erasing } from '../applications/leaving.ts';
import { checklistsErasing } from '../checklists/erase-checklists.ts';
import type { Dependencies } from './dependencies.ts';
import { exitOwner } from './exit-events.ts';

/** What people wrote on the lists of exits is erased before the startup is. */
export const exitsErasing = (
  deps: Pick<Dependencies, 'checklists' | 'documents' | 'requests' | 'residencyEvents'>,
): Erasing => ({
  words: async (reference, now) => {
    const exits = (await deps.residencyEvents.of(reference)).filter(({ kind }) => kind === 'exit');
    const erased = await Promise.all(
      exits.map(({ id }) => checklistsErasing(deps, { owner: exitOwner(id), by: 'system:retention' }, now)),
    );
    return erased.flatMap(({ changes }) => changes);
  },
});
