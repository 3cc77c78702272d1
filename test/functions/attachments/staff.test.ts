import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { fillIn, someone } from '../../support/attachments/lab-applicants.ts';
import { type LabInMemory, labInMemory } from '../../support/attachments/lab-in-memory.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import * as samples from '../../support/documents/sample-files.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import type { Visitor } from '../../support/visitor.ts';

const officer = 'junho.lee@academy.example.kr';
const manager = 'dahye.kwon@lab.example.kr';

let lab: LabInMemory;
let reference: string;
let draft: string;
let file: string;
const atDesk = async (email: string, lang = 'ko'): Promise<Visitor> => (await signIn(lab.at, email, { lang })).browser;
const list = () => `/desk/documents/application/${reference}`;

beforeAll(async () => {
  lab = await labInMemory();
  const round = await lab.round();
  const typed = someone('founder', {
    founder: { ...someone('founder').founder, employer: ['가온은행 강남지점'] },
  });
  const who = await lab.begun(round, typed);
  ({ reference } = who);
  await fillIn(who.browser, typed);
  await lab.send(who.browser, reference, 'business-plan', await samples.pdf('staff'), { name: '새봄페이 계획.pdf' });
  await who.browser.post('/apply/send', {});
  file = (await lab.stored(reference, 'business-plan'))[0]?.id ?? '';
  const other = await lab.begun(round, someone('founder'));
  draft = other.reference;
  await addPeople(lab.at, [
    { id: 'manager-of-gaon', email: 'gaon@lab.example.kr', roles: ['lab-manager'], affiliations: ['가온은행'] },
    { id: 'officer-elsewhere', email: 'elsewhere@academy.example.kr', roles: ['intake-officer'] },
    { id: 'judge', email: 'judge@academy.example.kr', roles: ['reviewer'] },
  ]);
});
afterAll(() => lab.at.close());

describe('the documents of an application at the desk', () => {
  it.each([
    ['the officer of its round', officer],
    ['a manager', manager],
  ])('are seen by %s, who decides nothing on them, and each download is in the audit', async (_, email) => {
    const browser = await atDesk(email);
    const page = await browser.get(`${list()}/business-plan`);
    expect(page.text).toContain('새봄페이 계획.pdf');
    expect(page.html).not.toContain('id="decision"');
    const taken = await browser.once('GET', `${list()}/business-plan/${file}/download`);
    expect(taken.status).toBe(303);
    expect(taken.headers.get('location')).toContain('response-content-disposition=attachment');
    const events = await eventsOf(lab.at.db, memoryTables.AUDIT_TABLE, reference);
    const [person] = (await lab.at.people.withRole('lab-manager')).filter((one) => one.email === email);
    const by = `person:${person?.id ?? 'lee-junho'}`;
    expect(events.filter(({ type, by: who }) => type === 'DocumentDownloaded' && who === by)).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('새봄');
    const decided = await browser.post(`${list()}/business-plan`, { outcome: 'ACCEPT', file });
    expect(decided.status).toBe(404);
    expect(await lab.stored(reference, 'business-plan')).toMatchObject([{ state: 'CLEAN' }]);
  });

  it.each([
    ['a manager with a conflict of interest', 'gaon@lab.example.kr'],
    ['a manager of the academy', 'sora.park@academy.example.kr'],
    ['an officer of other rounds', 'elsewhere@academy.example.kr'],
    ['a reviewer', 'judge@academy.example.kr'],
  ])('are not there for %s', async (_, email) => {
    const browser = await atDesk(email);
    for (const path of ['', '/business-plan', `/business-plan/${file}/download`]) {
      expect((await browser.get(`${list()}${path}`)).status, path).toBe(404);
    }
  });

  it('of a draft are nobody’s but the applicant’s', async () => {
    const browser = await atDesk(officer);
    expect((await browser.get(`/desk/documents/application/${draft}`)).status).toBe(404);
  });

  it('stand in the case, with the way to them and what happened', async () => {
    const browser = await atDesk(manager, 'en');
    const { roundId } = await lab.at.application(reference);
    const page = await browser.get(`/desk/rounds/${roundId}/applications/${reference}`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Documents Business plan Received · 새봄페이 계획\.pdf Deck Not sent/u);
    expect(page.html).toContain(`href="${list()}"`);
    expect(page.text).toContain('A document was checked and received');
  });
});
