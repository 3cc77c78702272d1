import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import {
  answers,
  codeTo,
  consentsTo,
  emailOf,
  type FilledForm,
  mailsTo,
  mailTo,
  referenceOn,
} from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { testBrowser } from '../support/pages/browser.ts';
import {
  fillAndSend,
  fillIn,
  follow,
  openContext,
  openMail,
  openScripted,
  widths,
} from '../support/pages/open-page.ts';
import { typing, young } from '../support/pages/visits.ts';

let at: TestCloud;
let round: Round;
let phone: BrowserContext;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  phone = await openScripted(await testBrowser(), widths.phone);
});
afterAll(() => phone.close());

const main = 'main .btn.primary';
const offered = (page: Page) => page.locator('.notice:has(#typed-earlier)');
const copies = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('typed:')));
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** Opens a page in another tab of the phone. */
async function tabAt(path: string): Promise<Page> {
  const page = await phone.newPage();
  await page.goto(`${at.baseUrl}${path}`);
  return page;
}

/** From the list of rounds to the page that says it is sent; ends with the reference. */
async function applyIn(page: Page, form: FilledForm, lang: string): Promise<string> {
  await page.goto(`${at.baseUrl}/?lang=${lang}`);
  await follow(page, page.locator(`.cards a[href="/rounds/${round.id}"]`));
  await follow(page, page.locator('#start a'));
  const email = String(form['about-you'].email);
  await fillAndSend(page, { email });
  await fillAndSend(page, { code: await codeTo(at, email) });
  await fillAndSend(page, { 'consent-personal-data': 'yes' });
  for (const id of ['about-you', 'background', 'why', 'attendance'] as const) await fillAndSend(page, form[id]);
  await follow(page, page.locator('main .btn.primary'));
  const text = await page.locator('main').innerText();
  return referenceOn({ status: 200, url: page.url(), html: '', headers: new Headers(), text, title: '' });
}

it('an applicant on a phone with a typo in the address, two tabs and a lost network arrives with every word and is accepted', async () => {
  const name = `tab-${Date.now()}`;
  const form = answers({ 'about-you': { email: `${name}@gmail.com` } });
  const { motivation, plan } = { motivation: String(form.why.motivation), plan: String(form.why.plan) };

  let page = await tabAt(`/rounds/${round.id}?lang=ko`);
  await follow(page, page.locator('#start a'));
  await fillAndSend(page, { email: `${name}@gmial.com` });
  await follow(page, page.getByRole('button', { name: `${name}@gmail.com` }));
  await fillAndSend(page, { code: await codeTo(at, emailOf(form)) });
  await fillAndSend(page, consentsTo(round));
  await fillAndSend(page, form['about-you']);
  await fillAndSend(page, form.background);

  // The network is lost while the longest page is filled in, and then the tab.
  await fillIn(page, { motivation });
  expect(await page.locator('#motivation-count').innerText()).toBe(
    `50자 이상, 최대 1,000자 · ${1000 - motivation.trim().length}자 더 쓸 수 있습니다`,
  );
  await phone.setOffline(true);
  await page.locator(main).click();
  expect(await page.getByRole('alert').innerText()).toContain('인터넷에 연결되어 있지 않아');
  expect(await page.locator('#motivation').inputValue()).toBe(motivation);
  await page.close();
  await phone.setOffline(false);

  // Opened again, it shows what the server has, and gives the words back when they are asked for.
  page = await tabAt('/apply');
  expect(await page.locator('#motivation').inputValue()).toBe('');
  expect(await offered(page).innerText()).toContain(motivation.trim());
  await offered(page).getByRole('button', { name: '불러오기' }).click();
  expect(await page.locator('#motivation').inputValue()).toBe(motivation);
  expect(await offered(page).count()).toBe(0);

  // In a second tab the other half of the page is written and saved.
  const second = await tabAt('/apply/why');
  await offered(second).getByRole('button', { name: '지우기' }).click();
  await fillIn(second, { plan });
  await follow(second, second.getByRole('button', { name: '이전' }));
  expect(await heading(second)).toContain('학력');
  await second.close();

  // The first tab still has its own words, asks before it is closed, and what it sends goes over nothing.
  const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await follow(page, page.locator(main));
  expect(await page.locator('main').innerText()).toContain(plan.trim());
  await page.locator('[name="keep-motivation"][value="mine"]').check();
  await page.locator('[name="keep-plan"][value="newer"]').check();
  await follow(page, page.locator(main));

  await fillAndSend(page, form.attendance);
  await follow(page, page.locator(main));
  expect(new URL(page.url()).pathname).toBe('/application/sent');
  expect(await copies(page)).toEqual([]);
  const received = await mailTo(at, emailOf(form), '접수했습니다');
  for (const words of [motivation, plan]) expect(received.text.replace(/\s+/gu, ' ')).toContain(words.trim());

  // It is accepted, and its mail leads back to it.
  const reference = await page.locator('.panel-reference strong').innerText();
  await at.untilState(reference, 'ACCEPTED');
  await phone.clearCookies();
  await openMail(page, await mailTo(at, emailOf(form), '지원 자격이 확인되었습니다'), at.baseUrl);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);
  await follow(page, page.getByRole('link', { name: '지원 현황 보기' }));
  expect(await page.locator('.panel-title').innerText()).toBe('지원 자격이 확인되어 선발 심사 대상에 포함되었습니다');
  expect(await page.locator('.panel').innerText()).toContain(reference);
});

it('whoever closes the application in a browser leaves no words in it, in no tab', async () => {
  const page = await tabAt('/apply/why?lang=ko');
  await fillIn(page, { motivation: '그 사이에 더 적은 말' });
  await expect.poll(() => copies(page)).toHaveLength(1);
  const other = await tabAt('/application');
  await follow(other, other.locator('#leave button'));
  expect(await copies(other)).toEqual([]);
  await fillIn(page, { motivation: '그 사이에 더 적은 말과 또 다른 말' });
  await page.close({ runBeforeUnload: false });
  expect(await copies(other)).toEqual([]);
  await other.close();
});

it('one in English without a script goes to the officer, who loses the tab, refuses it all the same, and the applicant reads why', async () => {
  const context = await openContext(await testBrowser(), widths.desktop);
  const page = await context.newPage();
  const form = young(typing.en.person());
  const reference = await applyIn(page, form, 'en');
  await at.untilState(reference, 'WITH_OFFICER');

  const office = await openScripted(await testBrowser(), widths.phone);
  let desk = await office.newPage();
  const asked = await eventually('the mail to the officer', async () =>
    (await mailsTo(at, 'minji.kim@academy.example.kr')).findLast(({ text }) => text.includes(reference)),
  );
  await openMail(desk, asked, at.baseUrl);
  await follow(desk, desk.getByRole('link', { name: '열어서 결정하기' }));
  expect(await desk.locator('.notice').innerText()).toContain('첫 수업일에 만 19세 이상');
  expect(await desk.locator('#reason').isVisible()).toBe(false);
  await desk.locator('#outcome-REFUSE').check();
  expect(await desk.locator('#question').isVisible()).toBe(false);
  await fillAndSend(desk, { reason: typing.en.reason });
  // The tab is closed on the page that asks whether it is meant: nothing of the decision is stored.
  const link = desk.url();
  await desk.close();
  desk = await office.newPage();
  await desk.goto(link);
  await offered(desk).getByRole('button', { name: '불러오기' }).click();
  expect(await desk.locator('#outcome-REFUSE').isChecked()).toBe(true);
  await follow(desk, desk.locator(main));
  expect(await desk.locator('h1').innerText()).toContain('이렇게 결정하시겠습니까?');
  expect(await desk.locator('main').innerText()).toContain(typing.en.reason);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);
  await follow(desk, desk.locator('main .btn.primary'));
  expect(await desk.locator('h1').innerText()).toBe('결정되었습니다: 심사 대상에서 제외');
  expect(await copies(desk)).toEqual([]);
  await office.close();

  const answer = await mailTo(at, String(form['about-you'].email), 'The result of your eligibility check');
  await openMail(page, answer, at.baseUrl);
  expect(await page.locator('blockquote').innerText()).toBe(typing.en.reason);
  await follow(page, page.getByRole('link', { name: 'See your application' }));
  expect(await page.locator('main').innerText()).toContain(typing.en.reason);
  await context.close();
});
