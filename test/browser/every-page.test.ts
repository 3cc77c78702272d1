import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Lang, langs } from '../../functions/shared/i18n.ts';
import { serviceName } from '../../functions/shared/pages/layout.tsx';
import { startRunsPage } from '../../local/console.ts';
import { freePort } from '../../local/ports.ts';
import { apply } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { type AxeWindow, openForAxe, sidewaysScript } from '../support/pages/axe.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { everyPage } from '../support/pages/every-page.ts';
import { expectFocusOn, fetchPage, open, openContext, widths } from '../support/pages/open-page.ts';
import type { Visit } from '../support/pages/visits.ts';

let at: TestCloud;
let visits: readonly Visit[];
let beside: Awaited<ReturnType<typeof everyPage>>['beside'];
/** One for each language, so that both are gone through at once. */
const windows: Partial<Record<Lang, { context: BrowserContext; page: Page; axe: AxeWindow }>> = {};

beforeAll(async () => {
  const browser = await testBrowser();
  at = await testCloud();
  for (const lang of langs) {
    const context = await openContext(browser, widths.desktop);
    const page = await context.newPage();
    windows[lang] = { context, page, axe: await openForAxe(browser, at.baseUrl) };
  }
  ({ visits, beside } = await everyPage(at, 'en'));
}, 400_000);
afterAll(async () => {
  await beside.close();
  for (const lang of langs) {
    await windows[lang]?.context.close();
    await windows[lang]?.axe.close();
  }
});

const windowOf = (lang: Lang) => {
  const found = windows[lang];
  if (!found) throw new Error('the window is not open');
  return found;
};

/** Names of people and of startups, which are told as they are written. */
const names =
  /김민지|이준호|박소라|정하늘|강지호|윤아름|류하나|문태호|권다혜|한지윤|김하온|가온은행|새봄페이|김새봄|한결핀랩|모아지갑|두레보험기술/gu;
const typedByPeople =
  /I have built payment|We have built payment|plan\.pdf PDF|A seat near the front|I mistyped|Please check that the date|You will not be 19|We opened the payment service|Trials with two banks/u;

/** Where files of rules name their sources, which they do in one language. */
const sources =
  /Example: (?:to be decided|no fee)|Decree of the Improper Solicitation|Income Tax Act|Local Tax Act|청탁금지법 시행령|소득세법|지방세법|국세기본법|지방세기본법/gu;

/** Words of ours in the other language. What people type on these pages is English. */
function foreignWords(text: string, lang: Lang): string[] {
  if (lang === 'en')
    return (
      text
        .replace('한국어', '')
        .replace(names, '')
        .replace(sources, '')
        .match(/\p{Script=Hangul}+/gu) ?? []
    );
  return text
    .replaceAll(/[\w.+-]+@[\w.-]+/gu, '')
    .split('\n')
    .filter(
      (line) =>
        /(?:\b[A-Za-z]{2,}[ ,.:]+){2}[A-Za-z]{2,}/u.test(line) && !typedByPeople.test(line) && line.search(sources) < 0,
    );
}

const ruleOf = (violation: string): string => violation.split(' ')[0] ?? '';

const narrowest = 320;
/** 640 px are a window of 1280 px at 200 %. One way and then the other, so that no width is laid out twice. */
const narrowFirst = [widths.phone, 640, widths.desktop] as const;
const wideFirst = narrowFirst.toReversed();
/** Where all rules are tried: between the two languages, at both widths of every page. */
const allRulesAt: Readonly<Record<Lang, number>> = { ko: widths.phone, en: widths.desktop };

/** A page as a browser without JavaScript loads it from the cloud. */
async function loaded(visit: Visit, lang: Lang) {
  const { page, axe } = windowOf(lang);
  const response = await open(page, visit, at.baseUrl, lang);
  const seen = seenSchema.parse(await page.evaluate(seenScript));
  if (hasErrors(visit)) await leadsToErrors(page, visit);
  await axe.show(seen.html);
  return { ...seen, status: response.status() };
}

const hasErrors = ({ status }: Visit): boolean => status === 422;

/** Whose errors took the focus to their summary, and led from there to each field. */
const withFocus = new Set<string>();

async function leadsToErrors(page: Page, { name }: Visit): Promise<void> {
  await expectFocusOn(page, '.summary', name);
  for (const link of await page.locator('.summary a').all()) {
    const target = (await link.getAttribute('href')) ?? '';
    await link.focus();
    await page.keyboard.press('Enter');
    await expectFocusOn(page, `[id="${target.slice(1)}"]`, name);
  }
  withFocus.add(name);
}

/** A page as it is answered in this process, by the same code on the same items, written into the window of axe. */
async function written(visit: Visit, lang: Lang) {
  const { axe } = windowOf(lang);
  const { status, html } = await fetchPage(visit, beside.baseUrl, lang);
  await axe.show(html);
  await axe.resize(narrowest);
  return { ...seenSchema.parse(await axe.evaluate(seenScript)), status };
}

async function problemsOf(visit: Visit, lang: Lang, order: readonly number[]): Promise<string[]> {
  const { axe } = windowOf(lang);
  // In one language a browser loads it from the cloud, and its text is looked at in both.
  const inKorean = !hasErrors(visit) && visits.indexOf(visit) % 2 === 0;
  const fromCloud = visit.lang !== undefined || inKorean === (lang === 'ko');
  const { title, heading, text, ...is } = await (fromCloud ? loaded : written)(visit, lang);
  const begins = hasErrors(visit) ? { ko: '오류: ', en: 'Error: ' }[lang] : '';
  const problems = [
    is.status === visit.status ? '' : `status ${is.status}`,
    is.lang === lang ? '' : 'language',
    heading.includes(visit.heading[lang]) ? '' : `heading ${heading}`,
    title.startsWith(`${begins}${visit.heading[lang]}`) && title.endsWith(serviceName[lang]) ? '' : `title ${title}`,
    ...foreignWords(text, lang).map((words) => `in the other language: ${words}`),
    is.sideways > 0 ? `scrolls sideways at ${narrowest} px` : '',
  ];
  for (const width of order) {
    await axe.resize(width);
    if ((await axe.sideways()) > 0) problems.push(`scrolls sideways at ${width} px`);
    if (width === widths.desktop || width === widths.phone) {
      const found = await axe.violations(width === allRulesAt[lang] ? 'all' : 'of the layout');
      problems.push(...found.map((violation) => `${violation} at ${width} px`));
    }
  }
  return problems.filter(Boolean).map((problem) => `${visit.name} in ${lang}: ${problem}`);
}

/** What is looked at of a page, whoever has loaded it. */
const seenSchema = z.object({
  lang: z.string(),
  title: z.string(),
  heading: z.string(),
  text: z.string(),
  html: z.string(),
  sideways: z.number(),
});
const seenScript = `(() => {
  const { documentElement: html, body, title } = document;
  return {
    lang: html.lang,
    title,
    heading: document.querySelector('h1')?.innerText ?? '',
    text: body.innerText,
    html: html.outerHTML,
    sideways: ${sidewaysScript},
  };
})()`;

describe('every page, without JavaScript', () => {
  it('is looked at by an axe that finds what is wrong, by all rules and by those of the layout', async () => {
    const { axe } = windowOf('en');
    await axe.show(
      '<html><body><img src="data:,"><p style="color: #eee">not pale, for the policy refuses the style</p></body></html>',
    );
    await axe.resize(widths.phone);
    const [all, ofTheLayout] = [await axe.violations('all'), await axe.violations('of the layout')];
    expect(all.map(ruleOf)).toEqual(expect.arrayContaining(['document-title', 'html-has-lang', 'image-alt']));
    expect(ofTheLayout).toEqual([]);
    await axe.show('<html><body><font color="#eeeeee">pale</font></body></html>');
    expect((await axe.violations('of the layout')).map(ruleOf)).toEqual(['color-contrast']);
  });

  it('is right in both languages, on a phone and on a desktop: words, accessibility, width', {
    timeout: 1_200_000,
  }, async () => {
    const found = await Promise.all(
      langs.map(async (lang) => {
        const problems: string[] = [];
        await windowOf(lang).page.setViewportSize({ width: narrowest, height: 844 });
        const here = visits.filter((visit) => (visit.lang ?? lang) === lang);
        for (const [index, visit] of here.entries()) {
          problems.push(...(await problemsOf(visit, lang, index % 2 === 0 ? narrowFirst : wideFirst)));
        }
        return problems;
      }),
    );
    expect(found.flat()).toEqual([]);
    console.log(`${visits.length} pages in ko and en at 390 and 1280 px without JavaScript: 0 axe violations`);
  });

  it('with errors took the focus to their summary, whose links led to the fields', () => {
    const pages = visits.filter(hasErrors);
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.filter(({ name }) => !withFocus.has(name))).toEqual([]);
  });
});

describe('the pages of runs', () => {
  it('are without a violation at every width, and as wide as the window', async () => {
    const door = await startRunsPage({ port: await freePort(), cloud: at.cloud, stage: 'test' });
    try {
      const { reference } = await apply(at, await at.round());
      await at.untilState(reference, 'ACCEPTED');
      const list = await (await fetch(`${door.url}/?q=${reference}`)).text();
      const [, run = ''] = /href="(\/run[^"]+)"/u.exec(list) ?? [];
      for (const path of ['/?still=1', '/search', `${run}&still=1`]) {
        const axe = await openForAxe(await testBrowser(), `${door.url}${path}`);
        for (const width of [widths.phone, widths.desktop]) {
          await axe.resize(width);
          expect([path, width, await axe.sideways()]).toEqual([path, width, 0]);
          expect(await axe.violations('all'), `${path} at ${width} px`).toEqual([]);
        }
        await axe.close();
      }
    } finally {
      await door.stop();
    }
  });
});
