import { beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import {
  answers,
  apply,
  codeIn,
  emailOf,
  fill,
  linkIn,
  mailTo,
  proveOther,
  sendVersion,
} from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { changeRound } from '../support/rounds/change-round.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

describe('a draft’s link that was mailed to a wrong address', () => {
  it('opens nothing any more once the address is put right, and the browser that did it goes on', async () => {
    const form = answers();
    const wrong = `typo-${emailOf(form)}`;
    const { browser } = await fill(at, round, answers({ 'about-you': { email: wrong } }));
    await browser.post('/apply/later', {});
    const path = linkIn(await mailTo(at, wrong, '작성 중인 지원서'), at.baseUrl);
    expect((await visitor(at.baseUrl).get(path)).status).toBe(200);
    await proveOther(at, browser.cookies.get('application')?.split('.')[1] ?? '', emailOf(form));
    const check = await browser.get('/apply/check');
    expect(check.text).toContain(emailOf(form));
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(sent.status).toBe(200);
    expect((await visitor(at.baseUrl).get(path)).status).toBe(404);
  });

  it('lets the browser that came by it correct the address without being locked out', async () => {
    const form = answers();
    const { browser } = await fill(at, round, form);
    await browser.post('/apply/later', {});
    const path = linkIn(await mailTo(at, emailOf(form), '작성 중인 지원서'), at.baseUrl);
    const phone = visitor(at.baseUrl);
    await phone.get(path);
    const other = `new-${emailOf(form)}`;
    await phone.post('/apply/address', { email: other });
    const code = codeIn(await mailTo(at, other, '인증 번호'));
    expect((await phone.post('/apply/code', { code })).url).toBe('/apply/check');
    const check = await phone.get('/apply/check');
    expect((await phone.post('/apply/send', { version: sendVersion(check) })).status).toBe(200);
    expect((await phone.get('/application')).status).toBe(200);
  });
});

describe('a consent', () => {
  it('is asked for again if its words have changed since it was given', async () => {
    const own = await at.round();
    const { browser, check } = await fill(at, own, answers());
    const [consent, ...others] = own.consents;
    if (!consent) throw new Error('the round has consents');
    const items = { ko: '이름, 연락처, 그리고 새로 더해진 항목', en: 'Name, contact and one more item' };
    await changeRound(at, own, { consents: [{ ...consent, items }, ...others] });
    const refused = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(consent.title.ko);
    expect((await browser.get('/apply')).url).toBe('/apply/consents');
    await browser.post('/apply/consents', { [`consent-${consent.id}`]: 'yes' });
    const again = await browser.get('/apply/check');
    expect((await browser.post('/apply/send', { version: sendVersion(again) })).status).toBe(200);
  });
});

describe('one person twice at the same moment', () => {
  it('is not accepted twice without an officer', async () => {
    const own = await at.round();
    const first = answers();
    const mobile = first['about-you'].mobile ?? '';
    const forms = [first, answers({ 'about-you': { mobile } }), answers({ 'about-you': { mobile } })];
    const sent = await Promise.all(forms.map((form) => apply(at, own, form)));
    const settled = await Promise.all(
      sent.map(({ reference }) => at.untilState(reference, 'ACCEPTED', 'WITH_OFFICER')),
    );
    expect(settled.filter(({ state }) => state === 'ACCEPTED').length).toBeLessThanOrEqual(1);
  });
});
