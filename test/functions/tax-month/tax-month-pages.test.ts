import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthBefore } from '../../../functions/claim-rules/pay-day.ts';
import { localDateSchema, seoulDateOf } from '../../../functions/shared/time.ts';
import { taxMonthPaths as paths } from '../../../functions/tax-month/pages/tax-month-paths.ts';
import { finance } from '../../support/claims/claims.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { putTaxDates } from '../../support/payments/put-bank-profile.ts';
import { askedDue, dueLink, paidBatch } from '../../support/tax-month/paid-batch.ts';
import { hiddenIn, visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
let month: string;
beforeAll(async () => {
  at = await memoryAcademy();
  month = monthBefore(seoulDateOf(at.now()).slice(0, 7));
  await putTaxDates(at, at.now());
  await paidBatch(at, localDateSchema.parse(`${month}-20`));
});
afterAll(() => at.close());

describe('what finance is asked about a tax month', () => {
  it('shows the figures, takes the number of the receipt in two acts, and keeps what was typed', async () => {
    const request = await askedDue(at, { month, due: 'income-tax' }, at.now());
    const path = await dueLink(at, request);
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    const page = await browser.get(path);
    for (const text of ['200,000원', '16,000원', '1,600원', '기타소득', '예시']) expect(page.text).toContain(text);
    const shown = hiddenIn(page.html);
    expect((await browser.postStale(path, { ...shown, evidence: [''] })).text).toContain('접수 번호를 적어 주십시오');
    const wrong = await browser.postStale(path, { ...shown, evidence: ['<b>1</b>'] });
    expect(wrong.html).toContain('&lt;b>1&lt;/b>');
    expect(wrong.text).toContain('글자와 숫자로 적어 주십시오');
    expect((await at.requests.get(request.id))?.state).toBe('OPEN');
    const forged = await browser.postStale(path, { shown: ['1.1.1'], evidence: ['110-1'], confirm: ['yes'] });
    expect([forged.status, forged.text]).toEqual([409, expect.stringContaining('금액이 바뀌었습니다')]);
    expect(forged.html).toContain('value="110-1"');

    const sure = await browser.postStale(path, { ...shown, evidence: ['110-2027-5'] });
    expect(sure.text).toContain('이렇게 기록하시겠습니까?');
    expect((await at.requests.get(request.id))?.state).toBe('OPEN');
    const done = await browser.postStale(path, hiddenIn(sure.html));
    expect(done.text).toContain('110-2027-5');
    expect(await at.requests.get(request.id)).toMatchObject({ state: 'SETTLED', outcome: 'DONE' });
    expect((await browser.get(path)).text).toContain('110-2027-5');

    const { browser: desk } = await signIn(at, finance);
    expect((await desk.get(paths.month(month))).text).toContain('완료: 110-2027-5');
    expect((await desk.get(paths.month('2027-13'))).status).toBe(404);
  });

  it('is in English for who reads English, and can be handed over', async () => {
    const request = await askedDue(at, { month, due: 'local-tax' }, at.now());
    const path = await dueLink(at, request);
    const browser = visitor(at.baseUrl, { lang: 'en' });
    expect((await browser.get(path)).text).toContain('Number of the receipt');
    expect((await browser.get(`${path}/hand-over`)).status).toBe(200);
  });
});
