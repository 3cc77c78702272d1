import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lang, langs } from '../../functions/shared/i18n.ts';
import { serviceName } from '../../functions/shared/pages/layout.tsx';
import { testBrowser } from '../support/browser.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { everyPage } from '../support/every-page.ts';
import { open, openContext, widths } from '../support/open-page.ts';
import type { Visit } from '../support/visits.ts';

let at: TestCloud;
let visits: readonly Visit[];
let undo: () => Promise<void>;
const windows = new Map<number, { context: BrowserContext; page: Page; session: CDPSession }>();

beforeAll(async () => {
  const browser = await testBrowser();
  at = await testCloud();
  for (const width of Object.values(widths)) {
    const context = await openContext(browser, width);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setScriptExecutionDisabled', { value: true });
    windows.set(width, { context, page, session });
  }
  ({ visits, undo } = await everyPage(at, 'en'));
});
afterAll(async () => {
  await undo();
  for (const { context } of windows.values()) await context.close();
});

const windowOf = (width: number) => {
  const found = windows.get(width);
  if (!found) throw new Error('there is no such window');
  return found;
};

/** Pages have no JavaScript; axe has to have it, after the page is there. */
async function violations({ page, session }: { page: Page; session: CDPSession }): Promise<string[]> {
  await session.send('Emulation.setScriptExecutionDisabled', { value: false });
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
      preload: false,
    })
    .analyze();
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** What is wider than the window, or made the page wider. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const staff = /김민지|이준호|박소라/gu;

/** Words of ours in the other language. What people type on these pages is English, and so are all addresses. */
function foreignWords(text: string, lang: Lang): string[] {
  if (lang === 'en')
    return (
      text
        .replace('한국어', '')
        .replace(staff, '')
        .match(/\p{Script=Hangul}+/gu) ?? []
    );
  return text.split('\n').filter((line) => /(?:\b[A-Za-z]{2,}\b\W+){3}/u.test(line) && !typedByPeople.test(line));
}
const typedByPeople =
  /I have built payment|A seat near the front|I mistyped|Please check that the date|You will not be 19/u;

async function problemsOf(visit: Visit, width: number, lang: Lang): Promise<string[]> {
  const window = windowOf(width);
  const { page } = window;
  const response = await open(page, visit, at.baseUrl, lang);
  const title = await page.title();
  const heading = await page.locator('h1').innerText();
  const begins = visit.status === 422 ? { ko: '오류: ', en: 'Error: ' }[lang] : '';
  const problems = [
    response.status() === visit.status ? '' : `status ${response.status()}`,
    (await page.locator('html').getAttribute('lang')) === lang ? '' : 'language',
    heading.includes(visit.heading[lang]) ? '' : `heading ${heading}`,
    title.startsWith(`${begins}${visit.heading[lang]}`) && title.endsWith(serviceName[lang]) ? '' : `title ${title}`,
    ...foreignWords(await page.locator('body').innerText(), lang).map((words) => `in the other language: ${words}`),
    ...(await violations(window)),
    (await sideways(page)) > 0 ? 'scrolls sideways' : '',
  ];
  if (width === widths.phone) {
    await page.setViewportSize({ width: 320, height: 640 });
    if ((await sideways(page)) > 0) problems.push('scrolls sideways at 320 px');
    await page.setViewportSize({ width, height: 844 });
  }
  return problems.filter(Boolean).map((problem) => `${visit.name} at ${width}: ${problem}`);
}

describe('every page, on a phone and on a desktop, without JavaScript', () => {
  it.each(langs)('is right in %s: status, language, title, words, accessibility, width', async (lang) => {
    const found = await Promise.all(
      Object.values(widths).map(async (width) => {
        const problems: string[] = [];
        for (const visit of visits) problems.push(...(await problemsOf(visit, width, lang)));
        return problems;
      }),
    );
    expect(found.flat()).toEqual([]);
    console.log(`${visits.length} pages in ${lang} at 390 and 1280 px without JavaScript: 0 axe violations`);
  });
});

describe('errors', () => {
  it('take the focus to the summary, whose links lead to the fields', async () => {
    const { page } = windowOf(widths.phone);
    const pages = visits.filter(({ post, status, name }) => post && status === 422 && name !== 'later-errors');
    expect(pages.length).toBeGreaterThan(8);
    for (const visit of pages) {
      await open(page, visit, at.baseUrl, 'en');
      expect(await focused(page), visit.name).toBe('summary');
      const links = page.locator('.summary a');
      for (let index = 0; index < (await links.count()); index += 1) {
        const target = (await links.nth(index).getAttribute('href')) ?? '';
        const field = page.locator(target);
        expect(await field.count(), `${visit.name} ${target}`).toBe(1);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        expect(await page.evaluate(() => `#${document.activeElement?.id}`), visit.name).toBe(target);
        await page.locator('.summary').focus();
        for (let back = 0; back <= index; back += 1) await page.keyboard.press('Tab');
      }
    }
  });
});

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');

describe('large type and paper', () => {
  it('fits at 200 % in a window of 1280 px', async () => {
    const { page } = windowOf(widths.desktop);
    const clipped: string[] = [];
    for (const visit of visits) {
      await open(page, visit, at.baseUrl, 'en');
      // What a browser's zoom does: half as many CSS pixels.
      await page.setViewportSize({ width: 640, height: 450 });
      if ((await sideways(page)) > 0) clipped.push(`${visit.name} zoomed`);
      await page.setViewportSize({ width: 1280, height: 900 });
      // What larger type alone does.
      await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => undefined);
      if ((await sideways(page)) > 0) clipped.push(`${visit.name} in large type`);
    }
    expect(clipped).toEqual([]);
  });
});
