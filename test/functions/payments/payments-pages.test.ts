import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmResult } from '../../../functions/payments/confirm-result.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { makeBankFile } from '../../../functions/payments/make-bank-file.ts';
import { paymentsPaths as paths } from '../../../functions/payments/pages/payments-paths.ts';
import { presentBatch } from '../../../functions/payments/payments-table.ts';
import { startBatch } from '../../../functions/payments/start-batch.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { seoulDateOf } from '../../../functions/shared/time.ts';
import { taxMonthPaths as taxPaths } from '../../../functions/tax-month/pages/tax-month-paths.ts';
import { finance, manager } from '../../support/claims/claims.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import {
  approvedClaim,
  payerAtDesk,
  postResult,
  resultFields,
  takeFile,
  uploadResult,
} from '../../support/payments/approved-claim.ts';
import { putBankProfile, putTaxDates } from '../../support/payments/put-bank-profile.ts';
import { resultOf } from '../../support/payments/results.ts';
import { storedBatch } from '../../support/payments/stored-batch.ts';
import { untilAsked, untilBatch } from '../../support/payments/until-batch.ts';
import { addPasskeyAt, asked, carried } from '../../support/second-factor/passkeys.ts';
import { almost, provingAt, putProof } from '../../support/second-factor/proved.ts';
import { visitor } from '../../support/visitor.ts';

const signCode = memorySigner();
let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy({ signCode });
});
afterAll(() => at.close());

const officer = async () => (await signIn(at, finance)).browser;

const today = () => seoulDateOf(at.now());

describe('payments at the desk', () => {
  it('are for officers of finance, and for nobody else', async () => {
    const { id } = await storedBatch(at);
    const browser = await officer();
    expect((await browser.get('/desk')).text).toContain('강사료 지급');
    expect((await browser.get(paths.list)).text).toContain(id);
    const other = (await signIn(at, manager)).browser;
    for (const path of [paths.list, paths.batch(id), taxPaths.month('2027-04'), taxPaths.csv('2027-04')]) {
      expect((await other.get(path)).status).toBe(403);
    }
    expect((await other.once('POST', paths.file(id), { body: new URLSearchParams() })).status).toBe(403);
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    expect((await nobody.get(paths.batch(id))).url).toContain('/desk/address');
    for (const path of [paths.batch('pay-9912-1'), paths.batch('nothing'), taxPaths.month('2027-13')]) {
      expect((await browser.get(path)).status).toBe(404);
    }
  });

  it('tell of each row what the bank has done with it, and why', async () => {
    const { id } = await approvedClaim(at);
    await putBankProfile(at, 'example-csv', at.now());
    const given = { payOn: today(), bank: 'example-csv', only: [id], by: 'operator:test' };
    const started = await startBatch(at, given, at.now());
    if (started.kind !== 'started') throw new Error(started.kind);
    const batch = started.batch.id;
    await untilBatch(at, batch, 'FROZEN');
    const payer = { id: batch, acting: { person: 'payer-other' }, by: 'person:payer-other' };
    expect((await makeBankFile(at, payer, at.now())).kind).toBe('made');
    const browser = await officer();
    expect((await browser.get(paths.batch(batch))).text).not.toContain('반송');
    const bytes = resultOf((await readFrozen(at, await presentBatch(at, batch))).transfers, new Set([1]));
    expect((await confirmResult(at, { ...payer, bytes, paidOn: today() }, at.now())).kind).toBe('confirmed');
    const { text } = await browser.get(paths.batch(batch));
    expect(text).toContain('반송: 계좌 없음');
    expect(text).not.toContain('이체됨');
  });

  it('lead from the frozen batch over its file and the uploaded result to the tax month', async () => {
    const { id } = await approvedClaim(at);
    await putBankProfile(at, 'example-csv', at.now());
    const started = await startBatch(
      at,
      { payOn: today(), bank: 'example-csv', only: [id], by: 'operator:test' },
      at.now(),
    );
    if (started.kind !== 'started') throw new Error(started.kind);
    const batch = started.batch.id;
    await untilBatch(at, batch, 'FROZEN');
    await untilAsked(at, batch, 'payment-file');

    const approver = await officer();
    expect((await approver.get(paths.batch(batch))).text).toContain('다른 담당자가 처리해야 합니다');
    const denied = await approver.once('POST', paths.file(batch), { body: new URLSearchParams() });
    expect(denied.status).toBe(422);

    const payer = await payerAtDesk(at);
    expect((await payer.get(paths.batch(batch))).text).toContain('473,830원');
    const unproved = await payer.once('POST', paths.file(batch), { body: new URLSearchParams() });
    const { decision, back } = provingAt(unproved.headers.get('location')) ?? {};
    expect(decision).toMatchObject({ person: 'payer-other', subject: batch, outcome: 'FILE', amount: 473_830 });
    if (!decision) throw new Error('nothing is to be proved');
    // The file raises the revision: the proof of a later one would be that of taking it again.
    for (const [what, near] of almost(decision).filter(([one]) => one !== 'a later revision')) {
      await putProof(at, near, at.now());
      const refused = await payer.once('POST', paths.file(batch), { body: new URLSearchParams() });
      expect(refused.status, what).toBe(303);
    }
    expect(await at.payments.batch(batch)).toMatchObject({ state: 'FROZEN' });

    const { device } = await addPasskeyAt(at, signCode, { browser: payer, person: 'payer-other' });
    const proves = async (location: string | null) => {
      const page = await payer.get(location ?? '');
      return payer.postStale(page.url, { ...carried(page), credential: device.sign(asked(page)) });
    };
    const proved = await proves(unproved.headers.get('location'));
    expect([proved.url, back]).toEqual([paths.batch(batch), paths.batch(batch)]);
    expect(proved.text).toContain('본인 확인을 마치셨습니다');
    const made = await payer.once('POST', paths.file(batch), { body: new URLSearchParams() });
    expect([made.status, made.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="${batch}.csv"`,
    ]);
    const bytes = Buffer.from(await made.arrayBuffer());
    await untilAsked(at, batch, 'payment-result');
    const once = await payer.once('POST', paths.file(batch), { body: new URLSearchParams() });
    expect(provingAt(once.headers.get('location'))?.decision.outcome).toBe('FILE');
    const again = await takeFile(at, payer, batch);
    expect(Buffer.from(await again.arrayBuffer())).toEqual(bytes);

    const present = await at.payments.batch(batch);
    if (!present) throw new Error('no batch');
    const { transfers } = await readFrozen(at, present);
    const right = resultOf(transfers, new Set());
    const fields = resultFields(today());
    const empty = await uploadResult(at, payer, batch, {});
    expect(empty.status).toBe(422);
    for (const words of ['결과 파일을 선택해', '건수와 금액을 비교하신']) expect(empty.text).toContain(words);
    const row = transfers[0]?.row ?? '';
    const wrong = await uploadResult(at, payer, batch, fields, resultOf([{ row: '1', amount: 1 }], new Set()));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('2번째 줄 · 1: 이 묶음에 없는 거래입니다');
    expect(wrong.text).toContain(`${row}: 결과 파일에 없습니다`);
    expect((await uploadResult(at, payer, batch, fields, Buffer.alloc(1_000_001, 'x'))).text).toContain(
      '1MB보다 큽니다',
    );
    expect((await uploadResult(at, approver, batch, fields, right)).status).toBe(422);
    expect((await at.claims.get(id))?.state).toBe('IN_BATCH');
    const first = await payer.get(paths.batch(batch));
    expect(first.html).not.toContain('type="file"');
    const [, address = ''] = /href="(\/desk\/prove\/[^"]+)"/u.exec(first.html) ?? [];
    expect((await postResult(payer, batch, fields, right)).headers.get('location')).toBe(address);
    expect((await at.claims.get(id))?.state).toBe('IN_BATCH');
    expect((await proves(address)).html).toContain('type="file"');
    const other = await uploadResult(at, payer, batch, { ...fields, 'paidOn.day': '32' }, right);
    expect([other.status, other.html]).toEqual([422, expect.stringMatching(/name="paidOn.day"[^>]*value="32"/u)]);
    expect(other.html).toMatch(/name="sure"[^>]*checked/u);
    expect((await postResult(payer, batch, fields, right)).headers.get('location')).toBe(paths.batch(batch));
    await untilBatch(at, batch, 'SETTLED');
    expect((await at.claims.get(id))?.state).toBe('PAID');
    const settled = (await payer.get(paths.batch(batch))).text;
    for (const text of ['지급 완료', '이체됨']) expect(settled).toContain(text);

    const month = today().slice(0, 7);
    expect((await payer.get(taxPaths.month(month))).text).toContain('확인한 기한이 아직 없습니다');
    await putTaxDates(at, at.now());
    const taxMonth = (await payer.get(taxPaths.month(month))).text;
    for (const text of ['사업소득', '지방소득세 특별징수분 신고와 납부']) expect(taxMonth).toContain(text);
    const csv = await payer.once('GET', taxPaths.csv(month));
    expect(await csv.text()).toContain('"합계"');
    const types = (await eventsOf(at.db, at.tables.AUDIT_TABLE, batch)).map(({ type, by }) => `${type} ${by}`);
    expect(types).toContain('BankFileMade person:payer-other');
    expect(types).toContain('BankFileDownloaded person:payer-other');
  });

  it('take a form with files where a page asks for one, and nowhere else', async () => {
    const browser = await officer();
    const body = new FormData();
    body.set('file', new Blob(['x']), 'x');
    expect((await browser.once('POST', paths.file('pay-2701-1'), { body })).status).toBe(415);
    const { id } = await storedBatch(at);
    const headers = { 'content-type': 'multipart/form-data; boundary=none' };
    expect((await browser.once('POST', paths.result(id), { body: 'not a form', headers })).status).toBe(422);
  });
});
