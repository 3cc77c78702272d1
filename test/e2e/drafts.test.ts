import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../functions/forms/round-form.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { answers, apply, emailOf, fill, linkIn, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { allMailsTo } from '../support/intake/intake.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const begin = async (lang = 'ko') => {
  const browser = visitor(at.baseUrl, { lang });
  await browser.post(`/rounds/${round.id}/start`, {});
  return browser;
};

/** Makes it so that the five minutes between two links have passed. */
async function later(reference: string) {
  const was = await at.application(reference);
  const next = { ...was, revision: was.revision + 1, linkMailedAt: addMinutes(at.now(), -6) };
  await at.commit({
    changes: [at.applications.save(next, was)],
    events: [{ subject: reference, type: 'TestMovedTheClock', by: 'operator:test', at: at.now() }],
  });
}

describe('a draft', () => {
  it('goes on by the mailed link on another device, with everything that was typed, right or wrong', async () => {
    const form = answers();
    const browser = await begin();
    await browser.post('/apply/about-you', form['about-you']);
    const kept = await browser.post('/apply/background', { ...form.background, years: 'viele', action: 'later' });
    expect(kept.url).toBe('/apply/later');
    expect(kept.html).toContain(`value="${emailOf(form)}"`);
    const wrong = await browser.post('/apply/later', { email: 'kein@' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="kein@"');
    const sent = await browser.post('/apply/later', { email: emailOf(form) });
    expect(sent.text).toContain('메일함을 확인해 주십시오');
    const mail = await mailTo(at, emailOf(form), '작성하던 지원서의 링크');
    expect(mail.text).toContain('아직 제출되지 않았습니다');

    const device = visitor(at.baseUrl, { lang: 'ko' });
    const opened = await device.get(linkIn(mail, at.baseUrl));
    expect(opened.url).toBe('/apply/background');
    expect(opened.html).toContain('value="viele"');
    expect((await device.get('/apply/about-you')).html).toContain(`value="${form['about-you'].name}"`);
    await device.post('/apply/background', form.background);
    expect((await browser.get('/apply')).url).toBe('/apply/why');
  });

  it('mails its link to one address once within five minutes, and again after them', async () => {
    const form = answers();
    const browser = await begin();
    for (let time = 0; time < 4; time += 1) await browser.post('/apply/later', { email: emailOf(form) });
    const mail = await mailTo(at, emailOf(form));
    const reference = /\/a\/([^/]+)\//u.exec(linkIn(mail, at.baseUrl))?.[1] ?? '';
    expect(await allMailsTo(at, emailOf(form), reference)).toHaveLength(1);
    await later(reference);
    await browser.post('/apply/later', { email: emailOf(form) });
    await eventually('a second mail', async () => (await mailsTo(at, emailOf(form))).length === 2);
  });

  it('keeps what was typed on every page when the language is switched, unchecked', async () => {
    const browser = await begin();
    const form = { ...answers(), consents: { 'consent-news': 'yes' } };
    for (const page of pagesOf(round)) {
      const fields = Object.entries(form).find(([id]) => id === page.id)?.[1] ?? {};
      const typed = page.id === 'about-you' ? { ...fields, email: 'halb' } : fields;
      const english = await browser.post(`/apply/${page.id}`, { ...typed, switch: 'en' });
      expect(english.status).toBe(200);
      expect(english.html).toContain('<html lang="en"');
      expect(english.title).toContain(page.title.en);
      expect(english.html).not.toContain('class="err"');
      const stored = await browser.get(`/apply/${page.id}`);
      expect(stored.html).toContain('<html lang="en"');
      const korean = await browser.post(`/apply/${page.id}`, { ...typed, switch: 'ko' });
      for (const value of Object.values(typed).flat()) {
        expect(english.html).toContain(value);
        expect(korean.html).toContain(value);
      }
      expect(korean.title).toContain(page.title.ko);
    }
    const later = await browser.post('/apply/later', { email: 'halb@', switch: 'en' });
    expect(later.status).toBe(200);
    expect(later.html).toContain('value="halb@"');
    const again = await browser.post(`/rounds/${round.id}/link`, { email: 'halb@', switch: 'ko' });
    expect(again.html).toContain('value="halb@"');
    expect(again.html).toContain('<html lang="ko"');
  });

  it('is begun once, however often the start is pressed, and anew only on purpose', async () => {
    const browser = await begin();
    const mine = browser.cookies.get('application');
    await browser.post(`/rounds/${round.id}/start`, {});
    expect(browser.cookies.get('application')).toBe(mine);
    expect((await browser.get(`/rounds/${round.id}`)).text).toContain('작성하던 지원서 이어 쓰기');
    await browser.post(`/rounds/${round.id}/start`, { anew: 'yes' });
    expect(browser.cookies.get('application')).not.toBe(mine);
  });

  it('is closed to a browser that has left, and to one that never had it', async () => {
    const browser = await begin();
    const twin = browser.twin();
    await browser.post('/application/leave', {});
    expect(browser.cookies.has('application')).toBe(false);
    for (const path of ['/apply', '/apply/check', '/apply/about-you', '/application', '/application/answers']) {
      const page = await browser.get(path);
      expect(page.status).toBe(403);
      expect(page.text).toContain('이 브라우저에서 열려 있는 지원서가 없습니다');
      expect(page.html).toContain(`/rounds/${round.id}/link`);
    }
    expect((await browser.post('/apply/why', { motivation: 'x' })).status).toBe(403);
    expect((await browser.post('/application/withdraw', {})).status).toBe(403);
    expect((await twin.get('/apply/about-you')).status).toBe(200);
  });
});

describe('send me my link again', () => {
  it('answers byte for byte the same whether or not the address is known, and mails once in five minutes', async () => {
    const { email, reference } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const before = (await allMailsTo(at, email, reference)).length;
    const ask = async (address: string) => {
      const browser = visitor(at.baseUrl, { lang: 'ko' });
      const first = await browser.once('POST', `/rounds/${round.id}/link`, {
        body: new URLSearchParams({ email: address }),
      });
      const page = await browser.get(first.headers.get('location') ?? '');
      const headers = [...first.headers].filter(([name]) => !/date|request-?id|trace/iu.test(name));
      return JSON.stringify([first.status, headers, await first.text(), page.status, page.url, page.html]);
    };
    const known = await ask(email);
    const unknown = await ask('nobody-at-all@example.com');
    expect(known).toBe(unknown);
    expect(known).toContain('메일함을 확인해 주십시오');
    const mail = await mailTo(at, email, '링크를 다시 보내');
    for (let time = 0; time < 3; time += 1) expect(await ask(email.toUpperCase())).toBe(known);
    const opened = await visitor(at.baseUrl).get(linkIn(mail, at.baseUrl));
    expect(opened.url).toBe('/application');
    expect(opened.text).toContain(reference);
    await later(reference);
    await ask(email);
    expect(await allMailsTo(at, email, reference)).toHaveLength(before + 2);
    expect((await mailsTo(at, 'nobody-at-all@example.com')).length).toBe(0);
  });

  it('finds a draft too, by the address that was typed in the form', async () => {
    const { browser, email } = await fill(at, round, answers()).then(async ({ browser: filling }) => {
      const typed = answers();
      await filling.post('/apply/about-you', typed['about-you']);
      return { browser: filling, email: emailOf(typed) };
    });
    await visitor(at.baseUrl).post(`/rounds/${round.id}/link`, { email });
    const mail = await mailTo(at, email, '작성하던 지원서의 링크');
    const device = visitor(at.baseUrl);
    expect((await device.get(linkIn(mail, at.baseUrl))).url).toBe('/apply/check');
    expect((await browser.get('/apply/check')).status).toBe(200);
  });

  it('does not take what is no address', async () => {
    for (const email of ['', 'x', 'a@b', '한글@example.com']) {
      const page = await visitor(at.baseUrl, { lang: 'en' }).post(`/rounds/${round.id}/link`, { email });
      expect(page.status).toBe(422);
      expect(page.title).toMatch(/^Error: /u);
    }
  });
});
