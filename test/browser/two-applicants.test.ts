import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { codeTo, type FilledForm, mailsTo, mailTo, referenceOn } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { fillAndSend, follow, openContext, openMail, widths } from '../support/pages/open-page.ts';
import { typing, young } from '../support/pages/visits.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

/** From the list of rounds to the page that says it is sent; ends with the reference. */
async function applyIn(page: Page, form: FilledForm, lang: string): Promise<string> {
  await page.goto(`${at.baseUrl}/?lang=${lang}`);
  await follow(page, page.locator(`.cards a[href="/rounds/${round.id}"]`));
  await follow(page, page.locator('#start button'));
  const email = String(form['about-you'].email);
  await fillAndSend(page, { email });
  await fillAndSend(page, { code: await codeTo(at, email) });
  for (const id of ['about-you', 'background', 'why', 'attendance'] as const) await fillAndSend(page, form[id]);
  await fillAndSend(page, { 'consent-personal-data': 'yes' });
  await follow(page, page.locator('main .btn.primary'));
  const text = await page.locator('main').innerText();
  return referenceOn({ status: 200, url: page.url(), html: '', headers: new Headers(), text, title: '' });
}

it('a clean application in Korean from a phone is accepted, and its mail leads back to it', async () => {
  const context = await openContext(await testBrowser(), widths.phone);
  const page = await context.newPage();
  const form = typing.ko.person();
  const reference = await applyIn(page, form, 'ko');
  await at.untilState(reference, 'ACCEPTED');

  const answer = await mailTo(at, String(form['about-you'].email), '지원 자격 확인을 마쳤습니다');
  await context.clearCookies();
  await openMail(page, answer, at.baseUrl);
  expect(await page.locator('body').innerText()).toContain(reference);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);
  await follow(page, page.getByRole('link', { name: '지원 현황 보기' }));
  expect(await page.locator('.panel-title').innerText()).toBe('선발 심사 대상으로 확정되었습니다');
  expect(await page.locator('.panel').innerText()).toContain(reference);
  await context.close();
});

it('one in English from a desktop goes to the officer, who refuses it from the mail, and the applicant reads why', async () => {
  const context = await openContext(await testBrowser(), widths.desktop);
  const page = await context.newPage();
  const form = young(typing.en.person());
  const reference = await applyIn(page, form, 'en');
  await at.untilState(reference, 'WITH_OFFICER');

  const office = await openContext(await testBrowser(), widths.phone);
  const desk = await office.newPage();
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
  expect(await desk.locator('h1').innerText()).toContain('이렇게 결정하시겠습니까?');
  expect(await desk.locator('main').innerText()).toContain(typing.en.reason);
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);
  await follow(desk, desk.locator('main .btn.primary'));
  expect(await desk.locator('h1').innerText()).toBe('결정되었습니다: 받아들이지 않음');
  await office.close();

  const answer = await mailTo(at, String(form['about-you'].email), 'The result of your application');
  await openMail(page, answer, at.baseUrl);
  expect(await page.locator('blockquote').innerText()).toBe(typing.en.reason);
  await follow(page, page.getByRole('link', { name: 'See your application' }));
  expect(await page.locator('main').innerText()).toContain(typing.en.reason);
  await context.close();
});
