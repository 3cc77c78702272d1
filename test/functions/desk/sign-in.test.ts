import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDeskPath } from '../../../functions/desk/desk.ts';
import { openDesk } from '../../../functions/desk/open-desk.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { answers, codeIn, emailOf, mailsTo, mailTo } from '../../support/applicants.ts';
import { deskCode, deskMails, signIn } from '../../support/desk/sign-in.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { untilQuiet } from '../../support/stored.ts';
import { type Visitor, visitor } from '../../support/visitor.ts';

const mailboxOf = (id: string) => `${id.split('-').reverse().join('.')}@academy.example.kr`;
const minji = mailboxOf('kim-minji');

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
});
afterAll(() => at.close());

const open = (): Visitor => visitor(at.baseUrl, { lang: 'ko' });
/** What a page says and is made of, but for the address that was typed. */
const without = (html: string, email: string): string =>
  html.replaceAll(email, 'ADDRESS').replace(/\d\d:\d\d/gu, 'TIME');
const isOpen = async (browser: Visitor): Promise<boolean> => (await browser.get('/desk')).url === '/desk';

describe('a desk', () => {
  it('opens by the code of a mail, and is closed by leaving', async () => {
    const { browser, page } = await signIn(at, minji);
    expect([page.status, page.url]).toEqual([200, '/desk']);
    expect(page.text).toContain('김민지');
    // On a shared computer nothing that was typed stays behind.
    expect(page.html).toMatch(/<form id="sign-out"[^>]* data-forget/u);
    const kept = browser.cookies.get('desk') ?? '';
    expect(browser.cookies.has('code-desk')).toBe(false);
    const left = await browser.post('/desk/sign-out', {});
    expect([left.status, browser.cookies.has('desk')]).toEqual([200, false]);
    browser.cookies.set('desk', kept);
    expect(await isOpen(browser)).toBe(false);
  });

  it('keeps its key from scripts and from what other sites post', async () => {
    const browser = open();
    const before = (await deskMails(at, minji)).length;
    await browser.post('/desk/address', { email: minji });
    const body = new URLSearchParams({ code: await deskCode(at, minji, before) });
    const answer = await browser.once('POST', '/desk/code', { body });
    const [cookie] = answer.headers.getSetCookie().filter((line) => line.startsWith('desk='));
    expect(cookie).toMatch(/; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/u);
    expect(JSON.stringify(at.plain('sessions'))).not.toContain(browser.cookies.get('desk')?.split('.')[1]);
  });

  it('is closed everywhere else by its person, and stays open here', async () => {
    const [here, there] = [await signIn(at, minji), await signIn(at, minji)];
    const sora = await signIn(at, mailboxOf('park-sora'));
    expect((await here.browser.post('/desk/sign-out-elsewhere', {})).url).toBe('/desk');
    expect([await isOpen(here.browser), await isOpen(there.browser), await isOpen(sora.browser)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is closed after eight hours, however much it was used', async () => {
    const { browser } = await signIn(at, minji);
    const begun = at.now();
    await browser.get('/desk');
    const cookies = Object.fromEntries(browser.cookies);
    const deps = { ...at, deskLinks: [], secure: false };
    expect(await openDesk(deps, { cookies }, addMinutes(begun, 8 * 60 - 1))).toMatchObject({
      person: { id: 'kim-minji' },
      session: { of: 'person#kim-minji', begunBy: 'code' },
    });
    expect(await openDesk(deps, { cookies }, addMinutes(begun, 8 * 60))).toBeUndefined();
  });

  it('shows whose links it is for, and no others', async () => {
    const { browser } = await signIn(at, minji);
    const link = { href: '/desk/rounds', label: { ko: '모집', en: 'Rounds' } };
    const cookies = Object.fromEntries(browser.cookies);
    const linksFor = async (role: 'intake-officer' | 'academy-manager') =>
      (await openDesk({ ...at, deskLinks: [{ ...link, roles: [role] }], secure: false }, { cookies }, at.now()))?.links;
    expect(await linksFor('intake-officer')).toHaveLength(1);
    expect(await linksFor('academy-manager')).toEqual([]);
  });

  it.each([
    ['has left', { roles: [] }],
    ['has another address', { email: 'junho.new@academy.example.kr' }],
    ['has lost one of two roles', { roles: ['intake-officer'] }],
  ])('is closed for somebody who %s', async (_, change) => {
    const two = { roles: ['intake-officer', 'operator'] };
    await loadDemoPeople(at, at.now(), { 'lee-junho': two });
    const { browser } = await signIn(at, mailboxOf('lee-junho'));
    expect(await isOpen(browser)).toBe(true);
    await loadDemoPeople(at, at.now(), { 'lee-junho': { ...two, ...change } });
    expect(await isOpen(browser)).toBe(false);
    expect((await browser.get('/desk/next')).url).toBe('/desk/address');
  });

  it('leads back to where somebody wanted to go, and nowhere else', async () => {
    const { page } = await signIn(at, minji, { to: '/desk/away' });
    expect(page.url).toBe('/desk/away');
    for (const path of ['https://evil.example/', '//evil.example/desk', '/desk/../apply', '/desk//evil', '/deskx']) {
      const browser = open();
      browser.cookies.set('desk-back', encodeURIComponent(path));
      await browser.post('/desk/address', { email: minji });
      expect(isDeskPath(path)).toBe(false);
    }
    const browser = open();
    browser.cookies.set('desk-back', encodeURIComponent('//evil.example/desk'));
    const sent = await signIn(at, mailboxOf('park-sora'), { browser, to: '/desk/address' });
    expect([sent.page.url, sent.page.status]).toEqual(['/desk', 200]);
    expect(['/desk', '/desk/rounds/academy-2027h1', '/desk/requests/0f'].every(isDeskPath)).toBe(true);
    expect(['/desk/.', '/desk/..', '/desk/a?b', '/desk/a#b', '/desk/\\evil', '/desk/%2e%2e'].some(isDeskPath)).toBe(
      false,
    );
  });
});

describe('whoever has no desk', () => {
  it('sees the same pages as who has one, and gets no mail', async () => {
    const strangers = [emailOf(answers()), 'nobody@academy.example.kr', 'minji.kim@academy.example.com'];
    const seen = new Set<string>();
    for (const email of [mailboxOf('choi-yuna'), ...strangers]) {
      const browser = open();
      const asked = await browser.post('/desk/address', { email });
      expect([asked.status, asked.url]).toEqual([200, '/desk/code']);
      seen.add(without(asked.html, email));
      const wrong = await browser.post('/desk/code', { code: '000000' });
      seen.add(without(wrong.html, email));
    }
    expect(seen.size).toBe(2);
    await deskCode(at, mailboxOf('choi-yuna'));
    await eventually('all that was to leave has left', async () => at.plain('outbox').every(({ due }) => !due));
    for (const email of strangers) expect(await mailsTo(at, email)).toEqual([]);
  });

  it('cannot open one by the code of an applicant, nor an application by the code of a desk', async () => {
    const email = mailboxOf('nam-gyuri');
    const [applying, atDesk] = [open(), open()];
    await applying.post(`/rounds/${round.id}/address`, { email });
    const ofApplicant = codeIn(await mailTo(at, email, '인증 번호'));
    await atDesk.post('/desk/address', { email });
    const ofDesk = await deskCode(at, email);
    expect(ofDesk).not.toBe(ofApplicant);
    expect((await atDesk.post('/desk/code', { code: ofApplicant })).status).toBe(422);
    expect((await applying.post(`/rounds/${round.id}/code`, { code: ofDesk })).status).toBe(422);
    // Nor does the challenge of one do for the other.
    const mixed = open();
    mixed.cookies.set('code-desk', applying.cookies.get('code') ?? '');
    expect((await mixed.post('/desk/code', { code: ofApplicant })).url).toBe('/desk/address');
    expect((await atDesk.post('/desk/code', { code: ofDesk })).url).toBe('/desk');
    expect((await applying.post(`/rounds/${round.id}/code`, { code: ofApplicant })).url).toBe('/apply/consents');
  });

  it('uses up nobody’s mails: neither an applicant’s by a desk, nor more than three an hour of the staff', async () => {
    const applicant = emailOf(answers());
    const sora = mailboxOf('jung-haneul');
    for (let time = 0; time < 7; time += 1) {
      await open().post('/desk/address', { email: applicant });
      await open().post('/desk/address', { email: sora });
    }
    await untilQuiet(at);
    expect(await deskMails(at, sora)).toHaveLength(3);
    await open().post(`/rounds/${round.id}/address`, { email: applicant });
    expect(codeIn(await mailTo(at, applicant, '인증 번호'))).toMatch(/^\d{6}$/u);
    const late = open();
    expect((await late.post('/desk/address', { email: sora })).text).toContain('새 이메일을 보내지 않았습니다');
    expect((await late.post('/desk/code', { code: await deskCode(at, sora) })).url).toBe('/desk');
  });

  it.each(['kim-minji.AAAAAAAAAAAAAAAAAAAAAA', 'kim-minji.', 'person#kim-minji.x', ''])(
    'has none by a forged cookie: %s',
    async (value) => {
      const forger = open();
      forger.cookies.set('desk', value);
      expect(await isOpen(forger)).toBe(false);
      for (const path of ['/desk/next', '/desk/away', `/desk/requests/${'0'.repeat(32)}`])
        expect((await forger.get(path)).url).toBe('/desk/address');
      expect((await forger.post('/desk/away', { 'from.year': '2030' })).url).toBe('/desk/address');
    },
  );

  it('is refused with somebody else’s session under another name', async () => {
    const { browser } = await signIn(at, mailboxOf('kang-jiho'));
    const secret = browser.cookies.get('desk')?.split('.')[1] ?? '';
    browser.cookies.set('desk', `kim-minji.${secret}`);
    expect(await isOpen(browser)).toBe(false);
  });

  it('cannot sign anybody out from another site, nor by a link', async () => {
    const { browser } = await signIn(at, 'areum.yoon@gaon-bank.example');
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    for (const path of ['/desk/sign-out', '/desk/sign-out-elsewhere', '/desk/away', '/desk/code', '/desk/address']) {
      const body = new URLSearchParams({ email: minji });
      expect([path, (await browser.once('POST', path, { body, headers })).status]).toEqual([path, 403]);
    }
    for (const path of ['/desk/sign-out', '/desk/sign-out-elsewhere', '/desk/away/remove'])
      expect([path, (await browser.get(path)).status]).toEqual([path, 405]);
    for (const path of ['/desk', '/desk/next']) expect((await browser.post(path, {})).status).toBe(405);
    expect(await isOpen(browser)).toBe(true);
  });
});
