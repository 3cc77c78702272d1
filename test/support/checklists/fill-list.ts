import { expect } from 'vitest';
import type { Checklist } from '../../../functions/checklists/checklist.ts';
import { type Item, isSettled } from '../../../functions/checklists/item.ts';
import type { Academy } from '../academy.ts';
import { signIn } from '../desk/sign-in.ts';
import { eventually } from '../eventually.ts';
import { requestLink } from '../requests/asked-by-mail.ts';
import { type Visitor, visitor } from '../visitor.ts';

type At = Pick<Academy, 'baseUrl' | 'cloud' | 'checklists' | 'people'>;

interface Filled {
  readonly owner: string;
  readonly name: string;
  /** Of the party that the list is for. */
  readonly email: string;
  /** Of whoever decides about its items. */
  readonly manager: string;
  /** Sends a document of an item from the browser that has just been led to its page. */
  readonly send: (browser: Visitor, owner: string, slot: string) => Promise<unknown>;
  readonly only?: (item: Item) => boolean;
}

/** Each item is reported by whoever does it, behind the link of their mail, and accepted at the manager's desk. */
export async function fillList(
  at: At,
  { owner, name, email, manager, send, only = () => true }: Filled,
): Promise<void> {
  const list = () => eventually(`the list ${name} of ${owner}`, () => at.checklists.list(owner, name));
  const begun = await list();
  const { browser: desk } = await signIn(at, manager);
  for (const { id, doer, evidence } of begun.items.filter((item) => !isSettled(item) && only(item))) {
    const path = await linkOf(at, begun, doer, email);
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const shown = { item: id, turn: String(begun.items.find((item) => item.id === id)?.turn) };
    if (evidence === 'document') {
      await browser.post(`${path}/documents`, shown);
      await send(browser, `checklist/${begun.id}--${doer}`, id);
    }
    const reported = await browser.post(`${path}/report`, { ...shown, outcome: 'DONE', words: `${id} 완료했습니다.` });
    expect(reported.status, `${id}: ${reported.text}`).toBe(200);
    expect((await list()).items.find((item) => item.id === id)?.state, reported.text).toBe('DONE');
    const item = `/desk/checklists/${begun.id}/${id}`;
    await desk.get(item);
    const accepted = await desk.post(item, { ...desk.forms.get(item), outcome: 'ACCEPT' });
    expect(accepted.url, `${id}: ${accepted.text}`).toBe(`/desk/checklists/${begun.id}`);
    expect((await list()).items.find((one) => one.id === id)?.state).toBe('ACCEPTED');
  }
}

async function linkOf(at: At, { doers }: Checklist, name: string, email: string): Promise<string> {
  const { person, request = '' } = doers[name] ?? {};
  const found = person === undefined ? undefined : await at.people.get(person);
  return requestLink(at, request, found?.email ?? email);
}
