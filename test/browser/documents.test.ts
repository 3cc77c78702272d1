import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCloud } from '../support/cloud.ts';
import { documentsOnCloud } from '../support/documents/documents-on-cloud.ts';
import { pdf } from '../support/documents/sample-files.ts';
import { testBrowser } from '../support/pages/browser.ts';

let documents: Awaited<ReturnType<typeof documentsOnCloud>>;
beforeAll(async () => {
  documents = await documentsOnCloud(await testCloud());
});
afterAll(() => documents.close());

it('a file goes from a page without a script straight to the bucket, back to us, and comes as a download', async () => {
  const firm = `browser-${process.pid}`;
  const context = await (await testBrowser()).newContext({ javaScriptEnabled: false, locale: 'ko-KR' });
  await context.addCookies([{ name: 'firm', value: firm, url: documents.baseUrl }]);
  const page = await context.newPage();
  await page.goto(`${documents.baseUrl}/documents/firm/${firm}/plan`);
  await page.click('main .btn.primary');
  await page.waitForURL(/\/plan\/[0-9a-f]{32}$/u);
  const content = await pdf('browser');
  const name = '사업 계획서 "최종".pdf'.normalize('NFD');
  await page.setInputFiles('#file', { name, mimeType: 'application/pdf', buffer: content });
  await page.click('main .btn.primary');
  await page.waitForURL(/\/sent\?/u);
  const [, id = ''] = /\/([0-9a-f]{32})\/sent/u.exec(page.url()) ?? [];
  const file = await documents.untilState(firm, id, 'CLEAN');
  expect(file.name).toBe('사업 계획서 _최종_.pdf');
  await page.goto(`${documents.baseUrl}/documents/firm/${firm}/plan`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="/download"]')]);
  expect(download.suggestedFilename()).toBe(file.name);
  await context.close();
});
