import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../../functions/forms/round-form.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { answers, begin, codeTo, consentsTo, emailOf, fillPages, linkIn, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

describe('whoever begins', () => {
  it('proves the address by the code of a mail, which refuses a wrong one, and fills in the form', async () => {
    const [browser, form] = [visitor(at.baseUrl, { lang: 'ko' }), answers()];
    await browser.post(`/rounds/${round.id}/address`, { email: emailOf(form) });
    const code = await codeTo(at, emailOf(form));
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await browser.post(`/rounds/${round.id}/code`, { code: other })).status).toBe(422);
    const begun = await browser.post(`/rounds/${round.id}/code`, { code });
    expect(begun.url).toBe('/apply/consents');
    expect((await browser.get('/apply/about-you')).html).toContain(`value="${emailOf(form)}"`);
    expect((await fillPages(browser, round, form)).url).toBe('/apply/check');
  });

  it('goes on by the link of that mail on another device, once', async () => {
    const email = emailOf(answers());
    await visitor(at.baseUrl).post(`/rounds/${round.id}/address`, { email });
    const link = /\/continue\/[\w/-]+/u.exec((await mailTo(at, email)).text)?.[0] ?? '';
    const phone = visitor(at.baseUrl, { lang: 'ko' });
    expect((await phone.get(link)).html).toContain('id="continue"');
    expect((await phone.post(link, {})).url).toBe('/apply/consents');
    expect((await visitor(at.baseUrl).post(link, {})).status).toBe(410);
  });
});

describe('a draft', () => {
  it('goes on by the mailed link on another device, with everything that was typed, right or wrong', async () => {
    const form = answers();
    const browser = await begin(at, round, emailOf(form));
    await browser.post('/apply/consents', consentsTo(round));
    await browser.post('/apply/about-you', form['about-you']);
    const kept = await browser.post('/apply/background', { ...form.background, years: 'viele', action: 'later' });
    expect(kept.url).toBe('/apply/later');
    expect(kept.text).toContain(emailOf(form));
    const sent = await browser.post('/apply/later', {});
    expect(sent.text).toContain('이메일을 확인해 주십시오');
    const mail = await mailTo(at, emailOf(form), '작성 중인 지원서를 여는 링크');
    expect(mail.text).toContain('아직 제출되지 않았습니다');

    const device = visitor(at.baseUrl, { lang: 'ko' });
    const opened = await device.get(linkIn(mail, at.baseUrl));
    expect(opened.url).toBe('/apply/background');
    expect(opened.html).toContain('value="viele"');
    expect((await device.get('/apply/about-you')).html).toContain(`value="${form['about-you'].name}"`);
    await device.post('/apply/background', form.background);
    expect((await browser.get('/apply')).url).toBe('/apply/why');
  });

  it('keeps what was typed on every page when the language is switched, unchecked', async () => {
    const browser = await begin(at, round, emailOf(answers()));
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
    for (const path of ['/apply/address', `/rounds/${round.id}/address`]) {
      const address = await browser.post(path, { email: 'halb@', switch: 'en' });
      expect(address.status).toBe(200);
      expect(address.html).toContain('value="halb@"');
      expect(address.html).toContain('<html lang="en"');
    }
  });

  it('is begun once, however often the start is pressed', async () => {
    const browser = await begin(at, round, emailOf(answers()));
    const mine = browser.cookies.get('application');
    await browser.post(`/rounds/${round.id}/start`, {});
    expect(browser.cookies.get('application')).toBe(mine);
    expect((await browser.get(`/rounds/${round.id}`)).text).toContain('작성 중인 지원서 이어서 작성하기');
    expect((await browser.post(`/rounds/${round.id}/start`, { anew: 'yes' })).url).toBe(`/rounds/${round.id}/address`);
  });

  it('is closed to a browser that has left, and to one that never had it', async () => {
    const email = emailOf(answers());
    const [browser, other] = [await begin(at, round, email), await begin(at, round, email)];
    const twin = browser.twin();
    await browser.post('/application/leave', {});
    expect(browser.cookies.has('application')).toBe(false);
    for (const path of ['/apply', '/apply/check', '/apply/about-you', '/application', '/application/answers']) {
      const page = await browser.get(path);
      expect(page.status).toBe(403);
      expect(page.text).toContain('이 브라우저에서 열려 있는 지원서가 없습니다');
      expect(page.html).toContain(`/rounds/${round.id}/address`);
    }
    expect((await browser.post('/apply/why', { motivation: 'x' })).status).toBe(403);
    expect((await browser.post('/application/withdraw', {})).status).toBe(403);
    expect((await twin.get('/apply/about-you')).status).toBe(403);
    expect((await other.get('/apply/about-you')).status).toBe(200);
    const third = await begin(at, round, email);
    const application = third.cookies.get('application')?.split('.')[1] ?? '';
    await third.postStale('/application/sign-out-elsewhere', { application });
    expect((await other.get('/apply/about-you')).status).toBe(403);
    expect((await third.get('/apply/about-you')).status).toBe(200);
  });
});

describe('the page for the address', () => {
  it('is where the pages and mails of before lead that sent a link again', async () => {
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    expect((await browser.get(`/rounds/${round.id}/link`)).url).toBe(`/rounds/${round.id}/address`);
    const posted = await browser.post(`/rounds/${round.id}/link`, { email: emailOf(answers()) });
    expect(posted.url).toBe(`/rounds/${round.id}/code`);
  });

  it('does not take what is no address', async () => {
    for (const email of ['', 'x', 'a@b', '한글@example.com']) {
      const page = await visitor(at.baseUrl, { lang: 'en' }).post(`/rounds/${round.id}/address`, { email });
      expect(page.status).toBe(422);
      expect(page.title).toMatch(/^Error: /u);
    }
  });
});
