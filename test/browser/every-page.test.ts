import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lang, langs } from '../../functions/shared/i18n.ts';
import { serviceName } from '../../functions/shared/pages/layout.tsx';
import { contentSecurityPolicy } from '../../functions/shared/pages/security-headers.ts';
import { startRunsPage } from '../../local/console.ts';
import { freePort } from '../../local/ports.ts';
import { apply } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { type AxeWindow, openForAxe, type Seen } from '../support/pages/axe.ts';
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

/** Where files of rules name their sources, and a bank its reason, which they do in one language. */
const sources =
  /Example: (?:to be decided|no fee)|Decree of the Improper Solicitation|Income Tax Act|Local Tax Act|청탁금지법 시행령|소득세법|지방세법|국세기본법|지방세기본법|계좌 없음/gu;

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
/** A window of 1280 px at 200 %. */
const zoomed = 640;
/** Where all rules are tried: between the two languages, at both widths of every page. */
const allRulesAt: Readonly<Record<Lang, number>> = { ko: widths.phone, en: widths.desktop };

/** A page as the cloud answers it; what has errors is loaded by a browser without JavaScript, which moves the focus. */
async function loaded(visit: Visit, lang: Lang) {
  if (!hasErrors(visit)) return fetchPage(visit, at.baseUrl, lang);
  const { page } = windowOf(lang);
  const response = await open(page, visit, at.baseUrl, lang);
  const html = await page.content();
  await leadsToErrors(page, visit);
  const policy = (await response.headerValue('content-security-policy')) ?? '';
  return { status: response.status(), html, policy };
}

/** A policy without where forms may be sent. The window has that of one page, and pages that send to S3 have their own. */
const shownBy = (policy: string): string => policy.replace(/form-action [^;]*/u, '');

/** The frame would run them. */
const withoutScripts = (html: string): string => html.replaceAll(/<script\b[^>]*><\/script>|<\/?noscript>/gu, '');

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

const sidewaysAt = ({ looks }: Seen): string[] =>
  looks.filter(({ sideways }) => sideways > 0).map(({ width }) => `scrolls sideways at ${width} px`);
const violationsAt = ({ looks }: Seen): string[] =>
  looks.flatMap(({ width, violations }) => violations.map((violation) => `${violation} at ${width} px`));

/**
 * In one language a page is loaded from the cloud and shown without its scripts; in the other it is answered in this
 * process, by the same code on the same items, and its scripts run. All rules of axe are held in both; at the other width
 * those of the layout in the first, and in the second those that depend on how long words are.
 */
async function problemsOf(visit: Visit, lang: Lang): Promise<string[]> {
  const inKorean = !hasErrors(visit) && visits.indexOf(visit) % 2 === 0;
  const fromCloud = visit.lang !== undefined || inKorean === (lang === 'ko');
  const { status, html, policy } = await (fromCloud ? loaded(visit, lang) : fetchPage(visit, beside.baseUrl, lang));
  const rulesAt = (width: number) => (width === allRulesAt[lang] ? 'all' : fromCloud ? 'of the layout' : 'of words');
  const seen = await windowOf(lang).axe.look(fromCloud ? withoutScripts(html) : html, [
    { width: narrowest },
    { width: widths.phone, rules: rulesAt(widths.phone) },
    { width: zoomed },
    { width: widths.desktop, rules: rulesAt(widths.desktop) },
  ]);
  const begins = hasErrors(visit) ? { ko: '오류: ', en: 'Error: ' }[lang] : '';
  const problems = [
    status === visit.status ? '' : `status ${status}`,
    shownBy(policy) === shownBy(contentSecurityPolicy()) ? '' : `policy ${policy}`,
    seen.lang === lang ? '' : 'language',
    seen.heading.includes(visit.heading[lang]) ? '' : `heading ${seen.heading}`,
    seen.title.startsWith(`${begins}${visit.heading[lang]}`) && seen.title.endsWith(serviceName[lang])
      ? ''
      : `title ${seen.title}`,
    ...foreignWords(seen.text, lang).map((words) => `in the other language: ${words}`),
    ...sidewaysAt(seen),
    ...violationsAt(seen),
  ];
  return problems.filter(Boolean).map((problem) => `${visit.name} in ${lang}: ${problem}`);
}

describe('every page, without JavaScript', () => {
  it('is looked at by an axe that finds what is wrong, by all rules and by those of the layout', async () => {
    const { axe } = windowOf('en');
    const refused = '<p style="color: #eee">not pale, for the policy refuses the style</p>';
    const width = widths.phone;
    const seen = await axe.look(`<html><body><img src="data:,">${refused}</body></html>`, [
      { width, rules: 'all' },
      { width, rules: 'of the layout' },
      { width },
    ]);
    const [all = [], ofTheLayout, none] = seen.looks.map(({ violations }) => violations.map(ruleOf));
    expect(all).toEqual(expect.arrayContaining(['document-title', 'html-has-lang', 'image-alt']));
    expect([ofTheLayout, none]).toEqual([[], []]);
    const pale = await axe.look('<html><body><font color="#eeeeee">pale</font><p>wide<hr width="500">', [
      { width, rules: 'of the layout' },
      { width: widths.desktop, rules: 'of the layout' },
    ]);
    expect(pale.looks.map(({ violations }) => violations.map(ruleOf))).toEqual([
      ['color-contrast'],
      ['color-contrast'],
    ]);
    expect(pale.looks.map(({ sideways }) => sideways > 0)).toEqual([true, false]);
    const small = await axe.look('<html><body><a href="/a">.</a><a href="/b">.</a>', [{ width, rules: 'of words' }]);
    expect(small.looks[0]?.violations.map(ruleOf)).toEqual(['target-size', 'target-size']);
  });

  it('is right in both languages, on a phone and on a desktop: words, accessibility, width', {
    timeout: 1_200_000,
  }, async () => {
    const found = await Promise.all(
      langs.map(async (lang) => {
        const problems: string[] = [];
        const here = visits.filter((visit) => (visit.lang ?? lang) === lang);
        for (const visit of here) problems.push(...(await problemsOf(visit, lang)));
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
        const url = `${door.url}${path}`;
        const axe = await openForAxe(await testBrowser(), url);
        const seen = await axe.look(await (await fetch(url)).text(), [
          { width: widths.phone, rules: 'all' },
          { width: widths.desktop, rules: 'all' },
        ]);
        expect([...sidewaysAt(seen), ...violationsAt(seen)], path).toEqual([]);
        await axe.close();
      }
    } finally {
      await door.stop();
    }
  });
});
