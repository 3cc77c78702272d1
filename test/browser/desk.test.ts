import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { requestOf } from '../support/desk/desk-requests.ts';
import { deskCode, deskMails } from '../support/desk/sign-in.ts';
import { applyWithHelp, helpWords, officeMailOf } from '../support/intake/help.ts';
import { officer, withOfficer } from '../support/intake/intake.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { fillAndSend, follow, openContext, widths } from '../support/pages/open-page.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const link = (page: Page, path: string) => page.locator(`a[href="${path}"]`).first();
const pathOf = (page: Page): string => new URL(page.url()).pathname;

it('an officer applies at the desk for somebody who cannot use mail, and their mails go to the office', async () => {
  const round = await at.round();
  const { reference, browser } = await applyWithHelp(at, round);
  await at.untilState(reference, 'ACCEPTED');
  expect((await mailTo(at, officeMailOf(round, reference))).text).toContain(helpWords.reach);
  // Functions of others know as well whether the desk is open.
  expect((await browser.get('/application/calendar')).url).toBe('/application');
  expect((await browser.get(`/letter/${round.id}.pdf`)).status).toBe(404);
  const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
  expect(events.map(({ type, by }) => `${type} by ${by}`)).toEqual(
    expect.arrayContaining([
      'ApplicationStartedWithHelp by person:kim-minji',
      'ApplicationSubmitted by person:kim-minji',
    ]),
  );
});

it('an officer opens the desk by a code, decides what waits there one after the other, and leaves', async () => {
  const round = await at.round();
  const [first, second] = await Promise.all([withOfficer(at, round), withOfficer(at, round)]);
  // A review that no screening knows: named, and not opened.
  const review = await requestOf(at, { person: 'kim-minji', context: round.id, days: 0, kind: 'review' });
  const context = await openContext(await testBrowser(), widths.phone);
  const page = await context.newPage();

  await page.goto(`${at.baseUrl}/desk?lang=ko`);
  expect([pathOf(page), await heading(page)]).toEqual(['/desk/address', expect.stringContaining('업무함 열기')]);
  const before = (await deskMails(at, officer)).length;
  await fillAndSend(page, { email: officer });
  await fillAndSend(page, { code: await deskCode(at, officer, before) });
  expect([pathOf(page), await heading(page)]).toEqual(['/desk', expect.stringContaining('받은 요청')]);
  const list = await page.locator('main').innerText();
  for (const { reference } of [first, second]) expect(list).toContain(`지원서 확인 · ${reference}`);
  expect(list).toContain('심사');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);
  const unknown = await page.goto(`${at.baseUrl}/desk/requests/${review.id}`);
  expect(unknown?.status()).toBe(404);
  await follow(page, link(page, '/desk'));

  await follow(page, link(page, `/desk/requests/${second.request.id}`));
  expect(pathOf(page)).toBe(second.link);
  await page.locator('input[value="ACCEPT"]').check();
  await follow(page, page.locator('main .btn.primary'));
  await follow(page, page.locator('main .btn.primary'));
  expect([pathOf(page), await heading(page)]).toEqual([`${second.link}/decided`, '결정되었습니다: 심사 대상에 포함']);
  await follow(page, link(page, '/desk/next'));
  expect(pathOf(page)).toBe(first.link);

  await page.goto(`${at.baseUrl}/desk`);
  const after = await page.locator('main').innerText();
  expect(after.indexOf(second.reference)).toBeGreaterThan(after.indexOf('최근 처리한 요청'));
  await follow(page, link(page, '/desk/away'));
  const days = { 'from.year': '2031', 'from.month': '2', 'from.day': '3', 'to.year': '2031', 'to.month': '2' };
  await fillAndSend(page, { ...days, 'to.day': '7' });
  expect(await page.locator('.desk-list').innerText()).toContain('2031년 2월 3일(월)부터');
  await follow(page, page.locator('.desk-list button'));
  expect(await page.locator('.desk-list').count()).toBe(0);

  await follow(page, link(page, '/desk'));
  await follow(page, page.locator('#elsewhere button'));
  expect(pathOf(page)).toBe('/desk');
  await follow(page, page.locator('#sign-out button'));
  expect(await heading(page)).toContain('업무함에서 나왔습니다');
  await page.goto(`${at.baseUrl}/desk/next`);
  expect(pathOf(page)).toBe('/desk/address');
  await context.close();
});
