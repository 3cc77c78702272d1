import { beforeAll, expect, it } from 'vitest';
import { loadTemplate } from '../../functions/checklists/load-template.ts';
import { reportItem } from '../../functions/checklists/report-item.ts';
import { startChecklist } from '../../functions/checklists/start-checklist.ts';
import { beginDesk } from '../../functions/desk/open-desk.ts';
import { staffPath } from '../../functions/requests/request-link.ts';
import { linkSigner } from '../../functions/shared/links.ts';
import { firms } from '../support/checklists/checklist-owner.ts';
import { firstDay, people, templateFrom } from '../support/checklists/checklist-world.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { linkKeyId } from '../support/link-key.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

/*
 * What may become of items is tried in the process: test/functions/checklists/; a list of the Lab that fills by its pages,
 * in onboarding.test.ts. What the pages do for an owner whom no capability brings is tried here, on their own grants.
 */

const of = `cloud-${process.pid}`;

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
  await loadTemplate(at, { template: templateFrom('lab-services'), by: 'operator:test' }, at.now());
});

async function atDesk(person: string): Promise<Visitor> {
  const found = await at.people.get(person);
  if (!found) throw new Error(`there is no ${person}`);
  const cookie = await beginDesk({ sessions: at.sessions, secure: false, random: at.random }, found, at.now());
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  browser.cookies.set('desk', /^desk=([^;]+)/u.exec(cookie)?.[1] ?? '');
  return browser;
}

it('a list is begun and reported about; its links open, and nothing that is forged or of nobody does', async () => {
  const deps = { ...at, checklistOwners: firms() };
  const given = {
    owner: `firm#${of}`,
    template: 'services',
    day: firstDay,
    manager: 'han-sejin',
    people,
    by: 'operator:test',
  };
  const started = await startChecklist(deps, given, at.now());
  if (started.kind !== 'started') throw new Error(started.kind);
  const { list } = started;
  const request = await at.requests.get(list.doers.network?.request ?? '');
  const person = await at.people.get('bae-jiwon');
  if (!request || !person) throw new Error('nobody was asked');

  const sign = linkSigner(await linkKeyId(at));
  const path = await staffPath({ sign, kinds: at.kinds }, request, person);
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  // Its owner is none of this app: there is nothing to do for nobody.
  const open = await browser.get(path);
  expect([open.status, open.text]).toEqual([410, expect.stringContaining('하실 일이 없습니다')]);
  expect((await browser.get(path.replace(/[\w-]{43}$/u, 'A'.repeat(43)))).status).toBe(404);

  const { generation, id } = request;
  const report = { outcome: 'DONE', words: 'on' } as const;
  expect(await reportItem(deps, { item: 'network', turn: 1, request: id, generation, report }, at.now())).toBe(
    'reported',
  );
  const closed = await browser.get(path);
  expect([closed.status, closed.text]).toEqual([200, expect.stringContaining('모든 항목을 알려 주셨습니다')]);

  // Mails for whom nobody answers are dropped, and say why.
  await eventually('the mail to the provider is dropped', async () => {
    const mails = await at.outbox.mailsTo('person#bae-jiwon', 50);
    return mails.some(
      ({ state, errand }) => state === 'DROPPED' && errand.kind === 'mail' && errand.ids.request === id,
    );
  });

  const provider = await atDesk('lim-seojun');
  expect((await provider.get('/desk')).text).toContain(`${of} 입주 준비`);
  const manager = await atDesk('han-sejin');
  expect((await manager.get('/desk/checklists/all')).text).toContain('진행 중인 목록이 없습니다.');
  expect((await manager.get(`/desk/checklists/${list.id}`)).status).toBe(404);
  expect((await browser.get(`/checklists/${list.id}`)).status).toBe(404);
});
