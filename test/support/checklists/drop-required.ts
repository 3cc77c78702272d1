import { decideItem } from '../../../functions/checklists/decide-item.ts';
import { isSettled } from '../../../functions/checklists/item.ts';
import type { Academy } from '../academy.ts';
import { eventually } from '../eventually.ts';

type Reach = Parameters<typeof decideItem>[0] & Pick<Academy, 'checklists' | 'now'>;
type Owner = Parameters<Academy['checklists']['list']>[0];

interface Dropping {
  /** How many items at most. */
  readonly most?: number;
  /** Whether what is not required is dropped too. */
  readonly all?: boolean;
  /** An item that stays. */
  readonly but?: string | undefined;
}

/** The manager drops what is required of a list and open. */
export async function dropRequired(
  at: Reach,
  owner: Owner,
  name: string,
  { most = 99, all = false, but }: Dropping = {},
): Promise<void> {
  for (let left = most; left > 0; left -= 1) {
    const list = await at.checklists.list(owner, name);
    const open = list?.items.find((item) => (all || item.required) && item.id !== but && !isSettled(item));
    if (!list || !open) return;
    const decision = { outcome: 'DROP', words: '필요하지 않습니다.' } as const;
    const given = { list: list.id, item: open.id, turn: open.turn, by: 'han-sejin', decision };
    const decided = await decideItem(at, given, at.now());
    if (decided !== 'decided') throw new Error(`${open.id}: ${decided}`);
  }
}

/** The same, as soon as a run has made the list. */
export async function dropOnceListed(at: Reach, owner: Owner, name: string, how?: Dropping): Promise<void> {
  await eventually(`the list ${name} of ${owner}`, () => at.checklists.list(owner, name));
  await dropRequired(at, owner, name, how);
}
