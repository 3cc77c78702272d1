import { decideItem } from '../../../functions/checklists/decide-item.ts';
import { isSettled } from '../../../functions/checklists/item.ts';
import type { Academy } from '../academy.ts';
import { eventually } from '../eventually.ts';

/** The manager drops what is required of a list, as soon as it is there. */
export async function dropRequired(
  at: Academy,
  owner: Parameters<Academy['checklists']['list']>[0],
  name: string,
): Promise<void> {
  const list = () => at.checklists.list(owner, name);
  await eventually(`the list of ${name}`, list);
  for (;;) {
    const present = await list();
    const open = present?.items.find((item) => item.required && !isSettled(item));
    if (!present || !open) return;
    const decision = { outcome: 'DROP', words: '필요하지 않습니다.' } as const;
    await decideItem(at, { list: present.id, item: open.id, turn: open.turn, by: 'han-sejin', decision }, at.now());
  }
}
