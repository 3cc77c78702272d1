import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressesTable, addressKey } from '../../../functions/outbox/addresses-table.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { answers, apply, begin, emailOf, mailsTo } from '../../support/applicants.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { hiddenIn, wordsOf } from '../../support/visitor.ts';

const memory = memoryDatabase();
const addresses = addressesTable(memory.db, memoryTables.ADDRESSES_TABLE);
let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy({ memory });
  round = await at.round();
});
afterAll(() => at.close());

const bounces = (email: string) =>
  at.commit({
    changes: [addresses.mark({ pk: addressKey(email), problem: 'bounced', at: at.now() })],
    events: [{ subject: `address#${addressKey(email)}`, type: 'AddressBounced', by: 'system:ses', at: at.now() }],
  });
const times = (text: string, words: string): number => text.split(words).length - 1;

it('an applicant whose address bounces is told so once on the status page, with the address and how to change it', async () => {
  const form = answers();
  const email = emailOf(form);
  const { browser } = await apply(at, round, form);
  expect((await browser.get('/application')).text).not.toContain('반송되었습니다');
  expect((await browser.get('/application/sent')).text).toContain('이메일로 보내 드립니다');
  await bounces(email);
  for (const path of ['/application', '/application/sent']) {
    const page = await browser.get(path);
    expect(times(page.text, '반송되었습니다')).toBe(1);
    expect(page.text).toContain(email);
    expect(page.html).toContain('href="/apply/address"');
    expect(page.text).not.toContain('이메일로 보내 드립니다');
  }
});

it('a draft’s link is not announced to an address that bounces, nor mailed there', async () => {
  const email = emailOf(answers());
  const browser = await begin(at, round, email);
  const before = await browser.get('/apply/later');
  const form = 'action="/apply/later"';
  expect(before.html).toContain(form);
  await bounces(email);
  const page = await browser.get('/apply/later');
  expect(times(wordsOf(page.html), '반송되었습니다')).toBe(1);
  expect(page.text).toContain(email);
  expect(page.html).not.toContain(form);
  const mails = (await mailsTo(at, email)).length;
  await browser.post('/apply/later', hiddenIn(before.html));
  expect(await mailsTo(at, email)).toHaveLength(mails);
});
