import { beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '../../functions/shared/time.ts';
import { answers, apply, fill, sendVersion } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { changeRound } from '../support/rounds/change-round.ts';
import { visitor } from '../support/visitor.ts';
import { writtenIn } from '../support/written.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

describe('a round that is not open', () => {
  it('says before it opens from when one may apply, and begins no application', async () => {
    const round = await at.round({ opensAt: addMinutes(at.now(), 60), closesAt: addMinutes(at.now(), 600) });
    const korean = visitor(at.baseUrl, { lang: 'ko' });
    const page = await korean.get(`/rounds/${round.id}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('아직 접수를 시작하지 않았습니다');
    expect(page.text).toMatch(/\d{4}년 \d+월 \d+일\(.\) \d\d:\d\d부터/u);
    expect(page.html).not.toContain('지원서 작성 시작하기');
    const english = await visitor(at.baseUrl, { lang: 'en' }).get(`/rounds/${round.id}`);
    expect(english.text).toContain('Applications are not open yet');
    expect(english.text).toMatch(/from .*day, .* KST/u);
    const pushed = await korean.get(`/rounds/${round.id}/address?begin=yes`);
    expect(pushed.url).toBe(`/rounds/${round.id}`);
    expect(korean.cookies.has('application')).toBe(false);
    expect((await writtenIn(at, 'APPLICATIONS_TABLE')).filter((item) => item.roundId === round.id)).toEqual([]);
  });

  it('says after it closed since when, and begins no application', async () => {
    const round = await at.round({ closesAt: addMinutes(at.now(), -5) });
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const page = await browser.get(`/rounds/${round.id}`);
    expect(page.text).toContain('접수가 마감되었습니다');
    expect(page.html).not.toContain('지원서 작성 시작하기');
    const english = await visitor(at.baseUrl, { lang: 'en' }).get(`/rounds/${round.id}`);
    expect(english.text).toContain('Applications have closed');
    const pushed = await browser.get(`/rounds/${round.id}/address?begin=yes`);
    expect(pushed.text).toContain('접수가 마감되었습니다');
    expect(browser.cookies.has('application')).toBe(false);
  });
});

describe('a round that closes in the middle of a session', () => {
  it('takes neither a page nor the sending any more, says so, and shows what was saved', async () => {
    const round = await at.round();
    const form = answers();
    const { browser, check } = await fill(at, round, form);
    await changeRound(at, round, { closesAt: addMinutes(at.now(), 1 / 60) });
    await eventually('the round has closed', async () =>
      (await visitor(at.baseUrl).get(`/rounds/${round.id}`)).text.includes('접수가 마감되었습니다'),
    );
    for (const post of [
      () => browser.post('/apply/about-you', { ...form['about-you'], name: '늦은이름' }),
      () => browser.post('/apply/send', { version: sendVersion(check) }),
      () => browser.post('/apply/later', {}),
    ]) {
      const page = await post();
      expect(page.status).toBe(409);
      expect(page.title).toContain('접수가 마감되었습니다');
      expect(page.text).toContain('작성하시는 동안 접수가 마감되어 지원서가 제출되지 않았습니다.');
      expect(page.html).toContain('/application/answers');
    }
    expect((await browser.get('/apply/check')).status).toBe(409);
    const english = await browser.get('/apply/why?lang=en');
    expect(english.text).toContain('Applications closed while you were filling in the form');
    const saved = await browser.get('/application/answers?lang=ko');
    expect(saved.status).toBe(200);
    expect(saved.text).toContain('이 내용은 제출되지 않았습니다.');
    expect(saved.text).toContain(String(form['about-you'].name));
    expect(saved.text).not.toContain('늦은이름');
    const stored = (await writtenIn(at, 'APPLICATIONS_TABLE')).filter((item) => item.roundId === round.id);
    expect(stored.map((item) => [item.state, item.version])).toEqual([['DRAFT', 0]]);
  });

  it('leaves an application that was sent before as it is, for reading only', async () => {
    const round = await at.round();
    const { browser, reference, form } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    expect((await browser.get('/application')).html).toContain('href="/apply/check"');
    await changeRound(at, round, { closesAt: at.now() });
    const late = await browser.post('/apply/about-you', { ...form['about-you'], name: '늦은이름' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('이미 제출하신 지원서는 그대로 접수되어 있으며');
    const resent = await browser.post('/apply/send', { version: '2' });
    expect(resent.status).toBe(409);
    const status = await browser.get('/application');
    expect(status.html).not.toContain('href="/apply/check"');
    expect((await browser.get('/application/answers')).text).toContain(String(form['about-you'].name));
    expect((await at.application(reference)).version).toBe(1);
    const again = await browser.post('/apply/send', { version: '1' });
    expect(again.status).toBe(200);
    expect(again.text).toContain(reference);
  });
});
