import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stylesheetPath } from '../../functions/assets/addresses.ts';
import { stylesheet } from '../../functions/assets/stylesheet.ts';
import { langs } from '../../functions/shared/i18n.ts';
import { instantSchema } from '../../functions/shared/time.ts';
import { statusHtml } from '../support/applications/status-html.tsx';
import { committeeHtml } from '../support/committee/committee-html.tsx';
import { testBrowser } from '../support/pages/browser.ts';
import { openContext, widths } from '../support/pages/open-page.ts';
import { largeSnapshot } from '../support/selection/large-ranking.ts';

/* Pages as a browser lays them out. They are rendered here, with their style sheet: no cloud is needed for that. */

const origin = 'http://laid-out.test';

async function laidOut(width: number, html: string): Promise<Page> {
  const page = await (await openContext(await testBrowser(), width)).newPage();
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    if (pathname === stylesheetPath) return route.fulfill({ contentType: 'text/css', body: stylesheet });
    return route.fulfill({ status: 404 });
  });
  await page.goto(`${origin}/`);
  return page;
}

/** Scrolls the table within itself, and tells which heading or cell is seen in the middle of each of the first columns. */
const seen = (page: Page, by: { readonly left: number; readonly top: number }) =>
  page.evaluate((scroll) => {
    const table = document.querySelector('.ranking');
    if (!table) throw new Error('there is no ranking');
    table.scrollIntoView({ behavior: 'instant' });
    table.scrollTo(scroll);
    const box = table.getBoundingClientRect();
    const columns = Array.from(table.querySelectorAll('thead th')).slice(0, 3);
    const lowest = box.top + table.clientHeight - 10;
    const at = (left: number, top: number) => {
      const cell = document.elementFromPoint(left, top)?.closest('th, td');
      const row = cell?.parentElement;
      const line = { heading: row?.parentElement?.tagName === 'THEAD', cut: row?.classList.contains('cut') ?? true };
      return { column: row ? Array.from(row.children).indexOf(cell) : -1, ...line };
    };
    const middles = columns.map((column) => {
      const { left, right } = column.getBoundingClientRect();
      return { middle: (left + right) / 2, within: left >= box.left - 1 && right <= box.right + 1 };
    });
    return {
      scrolled: [table.scrollLeft > 0, table.scrollTop > 0],
      page: document.documentElement.scrollWidth,
      headings: middles.map(({ middle }) => at(middle, box.top + 15)),
      cells: middles.map(({ middle }) => at(middle, lowest)),
      within: middles.map(({ within }) => within),
    };
  }, by);

describe.each(langs)('the ranking that a committee of 60 applications decides, in %s', (lang) => {
  const html = committeeHtml(largeSnapshot(60), lang);
  const headings = (columns: readonly number[]) => columns.map((column) => ({ column, heading: true, cut: false }));

  it('shows rank, result and score on a telephone, and nothing makes the page itself wider', async () => {
    const page = await laidOut(widths.phone, html);
    const first = await seen(page, { left: 0, top: 0 });
    expect(first).toMatchObject({ within: [true, true, true], page: widths.phone });
    expect(first.headings).toEqual(headings([0, 1, 2]));
    await page.context().close();
  });

  it.each(Object.entries(widths))(
    'keeps header, rank and result in sight when it is scrolled: %s',
    async (_name, width) => {
      const page = await laidOut(width, html);
      const end = await seen(page, { left: 10_000, top: 700 });
      expect(end.scrolled).toEqual([true, true]);
      expect(end.headings.slice(0, 2)).toEqual(headings([0, 1]));
      expect(end.cells.slice(0, 2).map(({ column, heading }) => [column, heading])).toEqual([
        [0, false],
        [1, false],
      ]);
      // The score goes with the others.
      expect(end.headings[2]?.column).not.toBe(2);
      await page.context().close();
    },
  );
});

it('the present step of an application is the largest and boldest of its timeline, and alone in a box', async () => {
  const page = await laidOut(widths.phone, statusHtml(instantSchema.parse('2027-02-01T03:00:00Z')));
  const steps = await page.locator('.timeline li').evaluateAll((items) =>
    items.map((item) => {
      const title = getComputedStyle(item.querySelector('.timeline-title') ?? item);
      return {
        now: item.classList.contains('now'),
        size: Number.parseFloat(title.fontSize),
        weight: Number(title.fontWeight),
        boxed: getComputedStyle(item).backgroundColor !== 'rgba(0, 0, 0, 0)',
      };
    }),
  );
  const [present, ...more] = steps.filter(({ now }) => now);
  const others = steps.filter(({ now }) => !now);
  expect([present?.boxed, more, others.length > 3]).toEqual([true, [], true]);
  for (const { size, weight, boxed } of others) {
    expect(present?.size).toBeGreaterThan(size);
    expect(present?.weight).toBeGreaterThan(weight);
    expect(boxed).toBe(false);
  }
  await page.context().close();
});
