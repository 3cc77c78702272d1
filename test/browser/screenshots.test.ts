import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { langs } from '../../functions/shared/i18n.ts';
import { root } from '../../local/paths.ts';
import { testCloud } from '../support/cloud.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { everyPage } from '../support/pages/every-page.ts';
import { open, openContext, widths } from '../support/pages/open-page.ts';

/*
 * Makes the README's pictures anew:
 *   SCREENSHOTS=1 npx vitest run --project cloud test/browser/screenshots.test.ts
 * Makes pictures of every page, in both languages on a phone and on a desktop, to look at:
 *   EVERY_PAGE=/some/folder npx vitest run --project cloud test/browser/screenshots.test.ts
 */
/** So much of a long page as makes its point, in pixels. */
const tallest = { [widths.phone]: 1500, [widths.desktop]: 1200 } as const;

const folder = join(root, 'docs/images');
const pictures = [
  { page: 'start-open', file: 'start', width: widths.phone, lang: 'ko' },
  { page: 'form-about-you-errors', file: 'form-with-errors', width: widths.phone, lang: 'ko' },
  { page: 'decision-duplicate', file: 'decision', width: widths.desktop, lang: 'ko' },
  { page: 'review-open', file: 'review', width: widths.desktop, lang: 'ko' },
  { page: 'committee-ranking', file: 'committee', width: widths.desktop, lang: 'ko' },
  { page: 'offer', file: 'offer', width: widths.phone, lang: 'ko' },
  { page: 'desk', file: 'desk', width: widths.phone, lang: 'ko' },
  { page: 'casework-round', file: 'round', width: widths.desktop, lang: 'ko' },
  { page: 'casework-case', file: 'case', width: widths.desktop, lang: 'ko' },
  { page: 'wage-manager', file: 'claim', width: widths.desktop, lang: 'ko' },
  { page: 'payments-batch-proved', file: 'batch', width: widths.desktop, lang: 'ko' },
  { page: 'statement', file: 'statement', width: widths.phone, lang: 'ko' },
  { page: 'agreement', file: 'agreement', width: widths.phone, lang: 'ko' },
  { page: 'own-resident', file: 'residency', width: widths.phone, lang: 'ko' },
  { page: 'residency-resident', file: 'startup', width: widths.desktop, lang: 'ko' },
] as const;

it.runIf(process.env.SCREENSHOTS)('the README’s pictures are made', { timeout: 400_000 }, async () => {
  mkdirSync(folder, { recursive: true });
  const at = await testCloud();
  const browser = await testBrowser();
  const { visits, beside } = await everyPage(at, 'ko');
  await beside.close();
  const files: string[] = [];
  for (const { page: name, file, width, lang } of pictures) {
    const context = await openContext(browser, width);
    const page = await context.newPage();
    const visit = visits.find((one) => one.name === name);
    if (!visit) throw new Error(`there is no page ${name}`);
    await open(page, visit, at.baseUrl, lang);
    files.push(join(folder, `${file}-${width}.png`));
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(tall, tallest[width]) };
    await page.screenshot({ path: files.at(-1), fullPage: true, clip });
    await context.close();
  }
  for (const file of files) expect(statSync(file).size, file).toBeLessThan(180_000);
});

it.runIf(process.env.EVERY_PAGE)('pictures of every page are made', { timeout: 900_000 }, async () => {
  const into = process.env.EVERY_PAGE ?? '';
  mkdirSync(into, { recursive: true });
  const at = await testCloud();
  const browser = await testBrowser();
  const { visits, beside } = await everyPage(at, 'ko');
  await beside.close();
  for (const width of Object.values(widths)) {
    const context = await openContext(browser, width);
    const page = await context.newPage();
    for (const lang of langs) {
      for (const visit of visits.filter((one) => (one.lang ?? lang) === lang)) {
        await open(page, visit, at.baseUrl, lang);
        await page.screenshot({ path: join(into, `${visit.name}-${lang}-${width}.png`), fullPage: true });
      }
    }
    await context.close();
  }
});
