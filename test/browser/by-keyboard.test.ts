import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { codeTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { expectFocusOn, openContext, widths } from '../support/pages/open-page.ts';

let at: TestCloud;
let round: Round;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  context = await openContext(await testBrowser(), widths.desktop);
  page = await context.newPage();
});
afterAll(() => context.close());

/** Presses Tab until the control that fits has the focus, as somebody does who looks at where the focus is. */
async function tabTo(selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key does not get to ${selector} on ${page.url()}`);
}

async function type(selector: string, text: string): Promise<void> {
  await tabTo(selector);
  await page.keyboard.type(text);
}

async function tick(selector: string): Promise<void> {
  await tabTo(selector);
  await page.keyboard.press('Space');
}

/** Sends the page's form with the Enter key on its main button, and waits for the page that follows. */
async function enter(selector: string, path: string): Promise<void> {
  await tabTo(selector);
  await Promise.all([page.waitForURL(`**${path}`), page.keyboard.press('Enter')]);
}

const main = 'main .btn.primary';

it('goes from the start page to a sent application by the keyboard alone, the language switched on the way', async () => {
  const email = `keyboard-${Date.now()}@example.com`;
  await page.goto(`${at.baseUrl}/rounds/${round.id}?lang=ko`);
  await enter('#start a', '/address?begin=yes');
  await type('#email', email);
  await enter(main, '/code');
  await type('#code', await codeTo(at, email));
  await enter(main, '/apply/consents');

  await tick('#consent-personal-data');
  await enter(main, '/apply/about-you');

  await type('#name', '김키보드');
  await type('#birthDate', '1995');
  await type('#birthDate-month', '3');
  await type('#birthDate-day', '2');
  await type('#mobile', '01098765432');
  await tabTo('#district');
  await page.keyboard.press('ArrowDown');
  // Enter in a text field sends the form, and not by way of the language switch.
  await tabTo('#mobile', 'Shift+Tab');
  await Promise.all([page.waitForURL('**/apply/background'), page.keyboard.press('Enter')]);

  await tick('#seoulTies');
  await tick('#education');
  await tick('#employment');
  await tick('#field');
  await type('#years', '４');
  await enter(main, '/apply/why');

  const essay =
    '핀테크 서비스를 직접 만들어 보고 싶어 지원합니다. 결제와 송금 서비스를 기획하고 개발한 경험을 더 쌓겠습니다.';
  await type('#motivation', essay);
  await tabTo('button[name="switch"][value="en"]', 'Shift+Tab');
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.keyboard.press('Enter'),
  ]);
  await page.waitForSelector('html[lang="en"]');
  expect(await page.locator('h1').innerText()).toContain('Why you apply');
  expect(await page.locator('#motivation').inputValue()).toBe(essay);
  expect(await page.locator('.summary').count()).toBe(0);
  await type('#plan', essay);
  await enter(main, '/apply/attendance');

  await tick('#canAttend');
  await tick('#finishedEarlier');
  await enter(main, '/apply/check');
  await enter(main, '/application/sent');
  expect(await page.locator('.panel').innerText()).toContain('Your application has been sent');
  const mail = await mailTo(at, email, 'We have received your application');
  expect(mail.text).toContain('김키보드');
});

it('skips to the main content with the first press of Tab', async () => {
  await page.goto(`${at.baseUrl}/rounds/${round.id}?lang=en`);
  await page.keyboard.press('Tab');
  await expectFocusOn(page, '.skip');
  await page.keyboard.press('Enter');
  await expectFocusOn(page, '#main');
});

it('prints everything that is to be kept, and nothing to click', async () => {
  await page.goto(`${at.baseUrl}/application/answers?lang=ko`);
  const shown = await page.locator('main').innerText();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main').innerText()).toBe(shown);
  await page.goto(`${at.baseUrl}/application?lang=ko`);
  expect(await page.locator('main').innerText()).toContain(await page.locator('.panel-reference strong').innerText());
  expect(await page.locator('.lang').isVisible()).toBe(false);
  expect(await page.locator('.actions').isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
});
