import { mkdirSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { decoded } from '../support/applicants.ts';
import { testBrowser } from '../support/browser.ts';
import { testCloud } from '../support/cloud.ts';
import { everyPage } from '../support/every-page.ts';
import { open, openContext } from '../support/open-page.ts';

it('shots', async () => {
  const at = await testCloud();
  const browser = await testBrowser();
  const only = process.env.ONLY ? new RegExp(process.env.ONLY) : /./;
  for (const lang of (process.env.LANGS ?? 'ko').split(',') as ('ko' | 'en')[]) {
    let t = Date.now();
    const { visits, undo } = await everyPage(at, lang);
    console.log('built', visits.length, Date.now() - t);
    t = Date.now();
    for (const width of [390, 1280]) {
      const dir = `/tmp/t3/${lang}-${width}`;
      mkdirSync(dir, { recursive: true });
      const context = await openContext(browser, width);
      const page = await context.newPage();
      for (const visit of visits) {
        if (!only.test(visit.name)) continue;
        const response = await open(page, visit, at.baseUrl, lang).catch((e) => {
          console.log(visit.name, e);
          return undefined;
        });
        if (!response) continue;
        if (response.status() !== visit.status) console.log(visit.name, response.status(), visit.status);
        await page.screenshot({ path: `${dir}/${visit.name}.png`, fullPage: true });
      }
      await context.close();
    }
    console.log('shot', Date.now() - t);
    await undo();
  }
  const mails = await at.cloud.messages();
  const seen = new Set<string>();
  mkdirSync('/tmp/t3/mails', { recursive: true });
  for (const width of [390, 700]) {
    const context = await openContext(browser, width);
    const page = await context.newPage();
    seen.clear();
    for (const mail of mails) {
      const subject = decoded(mail.subject).replace(/[A-Z]-27H1-\S+/, '');
      const key = subject.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
      if (seen.has(key)) continue;
      seen.add(key);
      writeFileSync(`/tmp/t3/mails/${key}.html`, mail.html);
      writeFileSync(`/tmp/t3/mails/${key}.txt`, mail.text);
      await page.goto(`file:///tmp/t3/mails/${encodeURIComponent(key)}.html`);
      await page.screenshot({ path: `/tmp/t3/mails/${key}-${width}.png`, fullPage: true });
    }
    await context.close();
  }
}, 300_000);
