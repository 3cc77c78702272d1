import { mayHold } from '../requests/kind.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Checklist, listIn, recipientOf } from './checklist.ts';
import { checkKind, workKind } from './follow-requests.ts';
import { type Beginning, doersWithout, listFrom } from './list-from-template.ts';
import { listEvent, type StoreReach, storeList } from './store-list.ts';
import type { StoredTemplate } from './template.ts';

export type StartOutcome =
  | { readonly kind: 'started' | 'there-already'; readonly list: Checklist }
  | { readonly kind: 'no-template' | 'no-owner' }
  /** Doers for whom nobody is named who may do it, or of whom nobody knows how they are reached. */
  | { readonly kind: 'nobody-for'; readonly doers: readonly string[] }
  /** Whoever should manage it is not loaded with the role for it. */
  | { readonly kind: 'no-manager' };

/**
 * Begins the list of an owner by the newest version of a template, and asks everybody who has something to do. Done again
 * it begins nothing twice.
 */
export async function startChecklist(
  deps: StoreReach,
  given: Beginning & { readonly template: string; readonly by: string },
  now: Instant,
): Promise<StartOutcome> {
  return decideAgainOnConflict(async () => {
    const stored = await deps.checklists.template(given.template);
    if (!stored) return { kind: 'no-template' };
    const present = await deps.checklists.list(given.owner, stored.id);
    if (present) return { kind: 'there-already', list: present };
    const list = listFrom(stored, given, now);
    const owner = listIn(list.id);
    const port = owner && deps.checklistOwners[owner.kind];
    if (!port || !(await port.told(owner.of, now))) return { kind: 'no-owner' };
    if (!(await mayBe(deps, checkKind, given.manager))) return { kind: 'no-manager' };
    const doers = [...doersWithout(stored, given.people), ...(await unreached(deps, list, stored))];
    if (doers.length > 0) return { kind: 'nobody-for', doers: [...new Set(doers)] };
    const { version } = stored;
    const event = listEvent(list, {
      type: 'ChecklistStarted',
      by: given.by,
      at: now,
      data: { template: stored.id, version, items: list.items.length },
    });
    return { kind: 'started', list: await storeList(deps, undefined, list, event, { by: given.by, now }) };
  }, tries.contested);
}

const mayBe = async ({ people, kinds }: Pick<StoreReach, 'people' | 'kinds'>, kind: string, id: string) => {
  const person = await people.get(id);
  return person !== undefined && mayHold(kinds, kind, person);
};

async function unreached(deps: StoreReach, list: Checklist, { template }: StoredTemplate): Promise<string[]> {
  const owner = listIn(list.id);
  const found = await Promise.all(
    Object.keys(template.doers).map(async (doer): Promise<string[]> => {
      const { person } = recipientOf(list, doer);
      const isReached =
        person === undefined
          ? owner && (await deps.checklistOwners[owner.kind]?.party(owner.of, doer))
          : await mayBe(deps, workKind, person);
      return isReached ? [] : [doer];
    }),
  );
  return found.flat();
}
