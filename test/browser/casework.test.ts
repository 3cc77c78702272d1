import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { orderOf } from '../../functions/seats/place.ts';
import type { Admission } from '../../functions/selection/admission.ts';
import { apply } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { deskCode, deskMails } from '../support/desk/sign-in.ts';
import { withOfficer } from '../support/intake/intake.ts';
import { testBrowser } from '../support/pages/browser.ts';
import { fillAndSend, follow, openContext, widths } from '../support/pages/open-page.ts';

const manager = 'sora.park@academy.example.kr';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const main = (page: Page): Promise<string> => page.locator('main').innerText();
const pathOf = (page: Page): string => new URL(page.url()).pathname;
const link = (page: Page, path: string) => page.locator(`a[href^="${path}"]`).first();

/** Puts a round where it would be weeks later, as far as the clock counts it and a case shows it. */
async function becomes(round: Round, change: Partial<Admission>): Promise<void> {
  const was = await at.admissions.get(round.id);
  if (!was) throw new Error('the round has no admission');
  await at.store({ changes: [at.admissions.save({ ...was, ...change }, was)], outbox: [], at: at.now() });
}

it('a manager signs in on the way to the rounds, sees what the clock has counted, finds an applicant and reads the case', async () => {
  const round = await at.round({}, { admission: true });
  const [{ reference }, asked] = await Promise.all([apply(at, round), withOfficer(at, round)]);
  const { name = '', email = '' } = await at.untilState(reference, 'ACCEPTED');
  await becomes(round, { state: 'REVIEWING', progress: { after: '', done: 0, of: 1 } });
  await at.reconcile();
  const place = {
    reference,
    roundId: round.id,
    state: 'WAITING' as const,
    revision: 1,
    since: at.now(),
    rank: 1,
    snapshot: 1,
    order: orderOf(1),
    quotas: [],
    waitlistNumber: 1,
  };
  await at.store({
    changes: [at.seats.createPlace(place), ...at.seats.enterWaitlist(place)],
    outbox: [],
    at: at.now(),
  });
  await becomes(round, { state: 'SEATING', releasedAt: at.now(), roundVersion: round.version, snapshot: 1 });
  await at.reconcile();

  const context = await openContext(await testBrowser(), widths.phone);
  const page = await context.newPage();
  await page.goto(`${at.baseUrl}/desk/rounds?lang=ko`);
  expect(pathOf(page)).toBe('/desk/address');
  const before = (await deskMails(at, manager)).length;
  await fillAndSend(page, { email: manager });
  await fillAndSend(page, { code: await deskCode(at, manager, before) });
  expect(pathOf(page)).toBe('/desk/rounds');
  await follow(page, link(page, `/desk/rounds/${round.id}`));
  const numbers = await main(page);
  expect(numbers).toMatch(/집계했습니다/u);
  expect(numbers).toContain('김민지');
  expect(numbers).toMatch(/지원서 확인\s+1건/u);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.phone);

  const list = `/desk/rounds/${round.id}/applications`;
  await follow(page, link(page, list));
  await page.locator('#state').selectOption('WITH_OFFICER');
  await follow(page, page.locator('.choice button'));
  expect(await main(page)).toContain(asked.reference);
  expect(await main(page)).not.toContain(reference);
  for (const words of [email, name]) {
    await fillAndSend(page, { q: words });
    expect([pathOf(page), new URL(page.url()).search]).toEqual([`${list}/search`, '']);
    expect(await main(page)).toContain(reference);
  }
  await follow(page, link(page, `${list}/${reference}`));
  const read = await main(page);
  for (const words of ['지원서를 제출했습니다', '모든 자격을 갖추어', '대기 순번', '접수 및 지원 자격 확인 안내']) {
    expect(read).toContain(words);
  }
  await page.goto(`${at.baseUrl}${list}/${asked.reference}?order=reference`);
  expect(await main(page)).toContain('담당자 확인 중');
  const csv = page.waitForEvent('download');
  await page.goto(`${at.baseUrl}${list}`);
  await page.locator('#csv button').click();
  expect((await csv).suggestedFilename()).toBe(`${round.id}-applications-1.csv`);
  await context.close();
});
