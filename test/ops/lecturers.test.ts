import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { minutesBeforeUse } from '../../functions/lecturers/account.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { accountOf, checkLink, csvOfLecturers, linkTo, someLecturer } from '../support/lecturers/lecturers.ts';
import { ops } from '../support/ops.ts';
import { ruleFile, rulesLink } from '../support/rule-files/rules.ts';
import { decideProved } from '../support/second-factor/proved.ts';
import { visitor } from '../support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'sfa-lecturers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

it('a lecturer who is loaded enters an account, which finance confirms, and another one, which finance refuses', async () => {
  const row = someLecturer();
  const path = join(folder, 'lecturers.csv');
  writeFileSync(path, csvOfLecturers([row]));
  const loaded = await ops(at, 'lecturers', 'load', path, '--yes');
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining('Loaded: 1 new')]);

  const browser = visitor(at.baseUrl, { lang: 'ko' });
  expect((await browser.post(await linkTo(at, row.email), accountOf())).text).toContain('••••-•••-••6789');
  const confirmed = await decideProved(at, browser, await checkLink(at, row.id), { outcome: 'CONFIRM' });
  expect(confirmed.text).toContain('결정되었습니다: 맞는 계좌로 확인');
  expect(await at.lecturers.usableAccount(row.id, at.now())).toBeUndefined();
  const later = addMinutes(at.now(), minutesBeforeUse);
  expect(await at.lecturers.usableAccount(row.id, later)).toMatchObject({ account: '0110-123-456789' });

  expect((await ops(at, 'lecturers', 'ask', row.id, '--yes')).out).toContain('The email leaves');
  await browser.post(await linkTo(at, row.email, 1), accountOf({ account: '200-200-202222', holder: '이솔' }));
  await mailTo(at, row.email, '계좌가 바뀌었습니다');
  const refusal = { outcome: 'REFUSE', reason: '본인 계좌를 알려 주십시오.' };
  await decideProved(at, browser, await checkLink(at, row.id), refusal);
  expect((await browser.get(await linkTo(at, row.email, 2))).text).toContain('본인 계좌를 알려 주십시오.');
  expect(await at.lecturers.usableAccount(row.id, later)).toMatchObject({ number: 1 });
});

it('a budget that an operator loads is in force once somebody of finance has confirmed it', async () => {
  const path = join(folder, 'budget.yaml');
  writeFileSync(path, ruleFile('budget/2027.yaml', ['year: 2027', 'year: 2998']));
  const loaded = await ops(at, 'budget', 'load', path, '--yes');
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining('Version 1 of budget-2998 is proposed')]);
  const [browser, link] = [visitor(at.baseUrl, { lang: 'en' }), await rulesLink(at, 'budget-2998')];
  expect((await browser.get(`${link}/hand-over`)).status).toBe(200);
  expect(await at.budgets.linesOf(2998)).toEqual([]);
  expect((await decideProved(at, browser, link, { outcome: 'CONFIRM' })).text).toContain(
    'Decided: the rules are confirmed',
  );
  expect((await at.budgets.linesOf(2998)).map(({ line }) => line)).toEqual(['lecturers', 'travel']);
});
