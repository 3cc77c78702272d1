import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveAddress } from '../../../functions/applications/prove-address.ts';
import { caseworkPaths } from '../../../functions/casework/pages/casework-paths.ts';
import { eraseApplication } from '../../../functions/retention/erase-application.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { auditEventSchema, eventsOf } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { helpRows } from '../../../ops/commands/find.ts';
import {
  apply,
  beginByCode,
  codeTo,
  consentsTo,
  fillPages,
  linkIn,
  mailTo,
  sendVersion,
} from '../../support/applicants.ts';
import { deskCode, deskMails, signIn } from '../../support/desk/sign-in.ts';
import {
  applyWithHelp,
  beginWithHelp,
  helpWords,
  officeMailOf,
  referenceIn,
  withOfficeMail,
} from '../../support/intake/help.ts';
import { officer, openRequest, tooYoung } from '../../support/intake/intake.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { requestLink } from '../../support/requests/asked-by-mail.ts';
import { changeRound } from '../../support/rounds/change-round.ts';
import { visitor } from '../../support/visitor.ts';

const junho = 'junho.lee@academy.example.kr';

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  const contact = { phone: '02-0000-2701', hours: { ko: '평일', en: 'On weekdays' } };
  round = await at.round({ contact: { ...contact, email: 'help@academy.example.kr' } });
});
afterAll(() => at.close());

const told = async (reference: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, reference)).map(({ type, by }) => `${type} by ${by}`);
const helped = () => at.plain('applications').filter(({ sk, help }) => sk === 'application' && help !== undefined);

describe('an application with help', () => {
  it('is filled in and sent by the officer at the desk, and the audit says who did', async () => {
    const { browser, reference, check, sent } = await applyWithHelp(at, round);
    const email = officeMailOf(round, reference);
    for (const page of [check, sent]) {
      expect(page.text).toContain(email);
      expect(page.text).toContain(helpWords.reach);
    }
    await at.untilState(reference, 'ACCEPTED');
    const events = await told(reference);
    expect(events[0]).toBe('ApplicationStartedWithHelp by person:kim-minji');
    expect(events).toContain('ApplicationSubmitted by person:kim-minji');
    expect(events.some((event) => event.endsWith('by applicant'))).toBe(false);
    const mail = await mailTo(at, email);
    expect(mail.text).toContain(helpWords.reach);
    expect(mail.text).not.toContain(helpWords.reason);
    expect((await browser.get('/application')).text).toContain(reference);
    const stored = await at.application(reference);
    expect(stored.help).toMatchObject({ by: 'kim-minji', reason: helpWords.reason, reach: helpWords.reach });
    expect(stored.help?.consent).toEqual({
      to: expect.stringContaining('동의했습니다'),
      words: helpWords.consentWords,
    });
    expect(helpRows(stored)).toEqual([['help', `applied with help of kim-minji, because ${helpWords.reason}`]]);
  });

  it('says nothing of the applicant in the audit', async () => {
    const { reference } = await beginWithHelp(at, round);
    const events = at.plain('audit').map((item) => auditEventSchema.parse(item));
    const own = JSON.stringify(events.filter(({ about, subject }) => [about, subject].join().includes(reference)));
    expect(own).toContain('"proof":"office"');
    for (const words of [helpWords.reason, helpWords.reach, helpWords.consentWords, '@']) {
      expect(own).not.toContain(words);
    }
  });

  it.each([
    ['reason', '돕는 이유를 적어 주십시오'],
    ['consent', '지원자의 동의 없이는'],
    ['consentWords', '누가 어떻게 동의했는지'],
    ['reach', '연락하는 방법을 적어 주십시오'],
  ] as const)('is not begun without %s, and keeps what was typed', async (field, error) => {
    const before = helped().length;
    const { [field]: _, ...words } = helpWords;
    const { page, reference } = await beginWithHelp(at, round, { words });
    expect([page.status, reference]).toEqual([422, '']);
    expect(page.text).toContain(error);
    expect(page.html).toContain(field === 'reach' ? helpWords.reason : helpWords.reach);
    expect(helped()).toHaveLength(before);
  });

  it('is begun by nobody without the role, nor by an officer of another round', async () => {
    const other = await at.round({ intake: { ...round.intake, officer: 'lee-junho', deputy: 'lee-junho' } });
    const before = helped().length;
    for (const email of ['gyuri.nam@academy.example.kr', 'sora.park@academy.example.kr']) {
      const { page, browser } = await beginWithHelp(at, round, { by: email });
      expect(page.status).toBe(403);
      expect((await browser.get('/desk')).html).not.toContain('/desk/help');
    }
    const { page, browser } = await beginWithHelp(at, other);
    expect(page.status).toBe(403);
    expect((await browser.get('/desk/help')).html).not.toContain(other.id);
    expect((await visitor(at.baseUrl).get(`/desk/help/${round.id}`)).url).toBe('/desk/address');
    expect(helped()).toHaveLength(before);
  });

  it('is begun in an open round only', async () => {
    const closing = await at.round();
    const { browser } = await signIn(at, officer);
    await browser.get(`/desk/help/${closing.id}`);
    await changeRound(at, closing, { closesAt: addMinutes(at.now(), -1) });
    const { page } = await beginWithHelp(at, closing, { browser });
    expect(page.status).toBe(409);
    expect(page.text).toContain('지금은 접수 기간이 아닙니다');
  });

  it('is one for a form that is sent twice, and another for each of two officers at once', async () => {
    const path = `/desk/help/${round.id}`;
    const { browser } = await signIn(at, officer);
    const { browser: colleague } = await signIn(at, junho);
    await browser.get(path);
    await colleague.get(path);
    const before = helped().length;
    const twin = browser.twin();
    await Promise.all(
      [browser, twin, colleague].map((one) => one.post(path, { ...one.forms.get(path), ...helpWords })),
    );
    expect(referenceIn(browser)).toBe(referenceIn(twin));
    expect(referenceIn(colleague)).not.toBe(referenceIn(browser));
    expect(helped()).toHaveLength(before + 2);
  });

  it('tells the officer, and then whoever decides, that the same person has applied already', async () => {
    const first = await apply(at, round);
    const { email: _, ...about } = first.form['about-you'];
    const { reference, check } = await applyWithHelp(at, round, { 'about-you': about });
    expect(check.text).toContain('같은 사람이 이미 지원한 것으로 보입니다');
    expect(check.text).toContain(first.reference);
    await openRequest(at, reference);
    expect((await at.application(reference)).flags?.duplicates).toEqual([first.reference]);
  });

  it('is decided by another officer than who helped, who sees why and by whom', async () => {
    const { reference } = await applyWithHelp(at, round, tooYoung);
    const request = await openRequest(at, reference);
    expect(request).toMatchObject({ assignee: { person: 'lee-junho' }, held: [{ why: 'conflict' }] });
    const link = await requestLink(at, request.id, junho);
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get(link);
    expect(page.text).toContain('김민지 담당자의 도움으로 지원했습니다');
    expect(page.text).toContain(helpWords.reason);
    const { browser: manager } = await signIn(at, 'sora.park@academy.example.kr');
    const file = await manager.get(caseworkPaths.case(round.id, reference));
    expect(file.text).toContain(`김민지 ${helpWords.reason}`);
    expect(file.text).toContain('지원을 도운 담당자');
    const handing = await visitor(at.baseUrl, { lang: 'ko' }).get(`${link}/hand-over`);
    expect(handing.text).not.toContain('김민지');
  });
});

describe('the form of an application with help', () => {
  it('closes with the desk, shows what was typed, and opens again from the desk', async () => {
    const { browser, reference } = await beginWithHelp(at, round);
    const form = withOfficeMail(round, reference);
    await browser.post('/apply/consents', consentsTo(round));
    await browser.post('/apply/about-you', form['about-you']);
    const shown = browser.forms.get('/apply/background') ?? {};
    await browser.post('/desk/sign-out', {});
    const late = await browser.postStale('/apply/background', { ...shown, ...form.background });
    expect(late.status).toBe(403);
    expect((await at.applications.draft(reference)).typed.background).toBeUndefined();
    expect((await browser.get('/apply')).url).toBe('/desk/address');
    expect(referenceIn(browser)).toBe('');
    const before = (await deskMails(at, officer)).length;
    await browser.post('/desk/address', { email: officer });
    const list = await browser.post('/desk/code', { code: await deskCode(at, officer, before) });
    expect(list.url).toBe('/desk/help');
    const page = await browser.post(`/desk/help/${round.id}/open`, { reference });
    expect(page.url).toBe('/apply/background');
    expect((await told(reference)).at(-1)).toBe('PersonalDataRead by person:kim-minji');
  });

  it('ends when the desk does, however much it is used, and at once for whoever loses the role', async () => {
    const { browser, reference } = await beginWithHelp(at, round);
    const sessions = () => at.plain('sessions').filter(({ begunBy }) => begunBy !== 'link');
    const untilOf = (of: string) => sessions().flatMap((one) => (one.of === of ? [one.until] : []));
    expect(untilOf('person#kim-minji')).toEqual(expect.arrayContaining(untilOf(reference)));
    const [until] = untilOf(reference);
    await browser.post('/apply/about-you', withOfficeMail(round, reference)['about-you']);
    expect(untilOf(reference)).toEqual([until]);
    await loadDemoPeople(at, at.now(), { 'kim-minji': { roles: ['academy-manager'] } });
    expect((await browser.get('/apply')).url).toBe('/desk/address');
    await loadDemoPeople(at, at.now());
  });

  it('ends at once for whom the round does not name as its officer any more', async () => {
    const named = await at.round({ contact: round.contact });
    const { browser, reference } = await beginWithHelp(at, named);
    expect((await browser.get('/apply')).text).toContain(reference.slice(-9));
    const others = { ...named.intake, officer: 'lee-junho', deputy: 'lee-junho', escalation: 'park-sora' };
    await changeRound(at, named, { intake: others });
    expect((await browser.get('/apply')).url).toBe('/desk/help');
    expect((await browser.post(`/desk/help/${named.id}/open`, { reference })).status).toBe(403);
  });

  it('opens by the form that began it as from the desk: the reading is kept, and never once it is the applicant’s', async () => {
    const path = `/desk/help/${round.id}`;
    const { browser } = await signIn(at, officer);
    await browser.get(path);
    const form = { ...browser.forms.get(path), ...helpWords };
    await browser.post(path, form);
    const reference = referenceIn(browser);
    const readings = async () => (await told(reference)).filter((event) => event.startsWith('PersonalDataRead'));
    expect(await readings()).toEqual([]);
    expect((await browser.postStale(path, form)).url).toBe('/apply/consents');
    expect(await readings()).toEqual(['PersonalDataRead by person:kim-minji']);
    const was = await at.application(reference);
    await proveAddress(at, round, was, 'hana.choi@example.com', at.now(), 'applicant');
    expect((await browser.postStale(path, form)).url).toBe('/desk/help');
    expect(await readings()).toHaveLength(1);
  });

  it('opens from no other desk', async () => {
    const { reference } = await beginWithHelp(at, round);
    const { browser } = await signIn(at, junho);
    expect((await browser.post(`/desk/help/${round.id}/open`, { reference })).url).toBe('/desk/help');
    expect(referenceIn(browser)).toBe('');
  });

  it('opens by a code from the office’s mailbox only at the desk of an officer, in whose name it is then sent', async () => {
    const other = await beginWithHelp(at, round);
    const anybody = visitor(at.baseUrl, { lang: 'ko' });
    const shut = await beginByCode(at, round, officeMailOf(round, other.reference), anybody);
    expect([shut.url, shut.html.includes(helpWords.reach)]).toEqual(['/desk/address', false]);
    const { reference } = await beginWithHelp(at, round);
    const { browser } = await signIn(at, junho);
    const page = await beginByCode(at, round, officeMailOf(round, reference), browser);
    expect(referenceIn(browser)).toBe(reference);
    expect(page.text).toContain(helpWords.reach);
    expect((await browser.get('/desk/help')).text).toContain(`지원서 열기: ${reference}`);
    const check = await fillPages(browser, round, withOfficeMail(round, reference));
    await browser.post('/apply/send', { version: sendVersion(check) });
    expect(await told(reference)).toContain('ApplicationSubmitted by person:lee-junho');
  });

  it.each([
    ['a code', '/apply'],
    ['a link', '/application'],
  ])('that was opened by %s from the office’s mailbox ends with the role, on each of its pages', async (by, first) => {
    const sent = by === 'a link';
    const { reference } = sent ? await applyWithHelp(at, round) : await beginWithHelp(at, round);
    const { browser } = await signIn(at, junho);
    const mailbox = officeMailOf(round, reference);
    if (sent) await browser.get(linkIn(await mailTo(at, mailbox), at.baseUrl));
    else await beginByCode(at, round, mailbox, browser);
    const pages = sent
      ? [first, '/apply/about-you', '/application/withdraw']
      : [first, '/apply/about-you', '/apply/check'];
    for (const page of pages) expect((await browser.get(page)).html).toContain(reference.slice(-9));
    const shown = browser.forms.get('/apply/about-you') ?? {};
    const before = await at.applications.draft(reference);
    await loadDemoPeople(at, at.now(), { 'lee-junho': { roles: ['academy-manager'] } });
    for (const page of pages) expect((await browser.get(page)).url).toBe('/desk/address');
    expect((await browser.postStale('/apply/about-you', { ...shown, name: '다른 이름' })).status).toBe(403);
    expect(await at.applications.draft(reference)).toEqual(before);
    await loadDemoPeople(at, at.now());
    // The desk that was open is closed for good; so is what hung on it, until it is opened anew.
    expect((await browser.get(first)).url).toBe('/desk/address');
  });

  it('is withdrawn in the officer’s name', async () => {
    const { browser, reference } = await applyWithHelp(at, round);
    const page = await browser.post('/application/withdraw', {});
    expect(page.text).not.toContain('담당 기관에서');
    expect(await told(reference)).toContain('ApplicationWithdrawn by person:kim-minji');
  });
});

describe('an own address in place of the office’s', () => {
  const prove = async (browser: ReturnType<typeof visitor>, email: string) => {
    await browser.post('/apply/address', { email });
    const mail = await mailTo(at, email);
    return browser.post('/apply/code', { code: /\b\d{6}\b/u.exec(mail.text)?.[0] ?? '' });
  };

  it('makes a draft an ordinary one, which only the applicant opens', async () => {
    const { browser, reference } = await beginWithHelp(at, round);
    const office = visitor(at.baseUrl, { lang: 'ko' });
    await beginByCode(at, round, officeMailOf(round, reference), office);
    const email = 'own-draft@example.com';
    const page = await prove(browser, email);
    expect(page.url).toBe('/desk/help');
    expect(page.text).toContain('지원자만 열 수 있습니다');
    expect((await office.get('/apply')).status).toBe(403);
    const own = visitor(at.baseUrl, { lang: 'ko' });
    const begun = await beginByCode(at, round, email, own);
    expect(referenceIn(own)).toBe(reference);
    expect(begun.text).not.toContain(helpWords.reach);
    expect(await told(reference)).toContain('AddressProved by person:kim-minji');
  });

  it('takes its place in what was sent with the next version, and ends what the desk had open', async () => {
    const { browser, reference, form } = await applyWithHelp(at, round);
    const email = 'own-sent@example.com';
    const link = linkIn(await mailTo(at, officeMailOf(round, reference)), at.baseUrl);
    await prove(browser, email);
    const check = await fillPages(browser, round, { ...form, 'about-you': { ...form['about-you'], email } });
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(sent.url).toBe('/desk/help');
    expect((await at.application(reference)).email).toBe(email);
    expect((await visitor(at.baseUrl).get(link)).status).toBe(404);
    const own = visitor(at.baseUrl, { lang: 'ko' });
    await own.post(`/rounds/${round.id}/address`, { email });
    await own.post(`/rounds/${round.id}/code`, { code: await codeTo(at, email) });
    expect((await own.get('/application')).text).toContain(reference);
  });

  it('goes with the officer’s words when the person is erased', async () => {
    const { browser, reference } = await applyWithHelp(at, round);
    await browser.post('/application/withdraw', {});
    await eraseApplication(at, reference, { by: 'operator:test', reason: 'asked to' }, at.now());
    const kept = JSON.stringify(at.plain('applications').filter((item) => JSON.stringify(item).includes(reference)));
    for (const words of [helpWords.reason, helpWords.reach, helpWords.consentWords, round.contact.email]) {
      expect(kept).not.toContain(words);
    }
    expect((await at.application(reference)).help).toMatchObject({ by: 'kim-minji' });
    expect(await at.applications.helpedBy(round.id, 'kim-minji')).not.toContain(reference);
  });
});
