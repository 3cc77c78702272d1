import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseLecturer } from '../../../functions/lecturers/erase-lecturer.ts';
import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import { formatWon } from '../../../functions/shared/text/won.ts';
import { formatDate, seoulDateOf } from '../../../functions/shared/time.ts';
import { mailStatementsAnew } from '../../../functions/statements/mail-statements-anew.ts';
import { statementLines } from '../../../functions/statements/statement-lines.ts';
import { statementLink } from '../../../functions/statements/statement-link.ts';
import { decoded, mailsTo } from '../../support/applicants.ts';
import { lecturerRow } from '../../support/lecturers/lecturers.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { approvedClaim } from '../../support/payments/approved-claim.ts';
import { madeBatch } from '../../support/payments/pay-claims.ts';
import { putAccount } from '../../support/payments/put-account.ts';
import { statementPath } from '../../support/statements/statement-path.ts';
import { visitor } from '../../support/visitor.ts';

const sign = memorySigner();
let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy({ sign });
});
afterAll(() => at.close());

const capped = { grade: 'special-2', cap: 'class-40', taxClass: 'other-income' } as const;

const paidClaim = async (change: Parameters<typeof approvedClaim>[1] = {}) => {
  const approved = await approvedClaim(at, change);
  const batch = await madeBatch(at, [approved.id], at.now());
  expect(await batch.confirm()).toBe('confirmed');
  return { ...approved, batch, path: await statementPath(at, approved.id, approved.email) };
};

const claimOf = async (id: string) => {
  const claim = await at.claims.get(id);
  if (!claim) throw new Error(`no claim ${id}`);
  return claim;
};

const rowOf = async (id: string) => {
  const found = await at.lecturers.get(id);
  if (!found) throw new Error(`no lecturer ${id}`);
  return { id, name: found.name, grade: found.grade };
};

/** What the outbox has for a lecturer, of the statements. */
const entriesTo = (lecturer: string) =>
  at
    .plain('outbox')
    .filter((item) => JSON.stringify(item).includes('wage-statement') && JSON.stringify(item).includes(lecturer));

const get = (path: string, lang: 'ko' | 'en' = 'ko') => visitor(at.baseUrl, { lang }).get(path);

describe('the statement of a payment', () => {
  it('is mailed once a claim is paid, in the lecturer’s language, without an amount or an account', async () => {
    for (const lang of ['ko', 'en'] as const) {
      const { id, email } = await paidClaim({ ...capped, lang });
      const mails = (await mailsTo(at, email)).filter(({ text }) => text.includes('/statement/'));
      expect(mails).toHaveLength(1);
      const [mail] = mails;
      const today = formatDate(seoulDateOf(at.now()), lang);
      expect(decoded(mail?.subject ?? '')).toContain({ ko: '강사료 지급 명세서', en: 'Your pay statement' }[lang]);
      expect(mail?.text).toContain(today);
      expect(mail?.text).toContain(`${id}`);
      expect(mail?.text).toContain(`/privacy`);
      expect(mail?.text).not.toMatch(/547|600,000|7890|원(?![가-힣])|KRW/u);
    }
  });

  it('shows the claim line by line, the lessons, the day and the masked account, in both languages', async () => {
    const { id, path } = await paidClaim(capped);
    const claim = await claimOf(id);
    for (const lang of ['ko', 'en'] as const) {
      const page = await get(path, lang);
      expect(page.status).toBe(200);
      for (const line of statementLines(claim)) {
        expect(page.text).toContain(line.text[lang]);
        if (line.kind !== 'note') expect(page.text).toContain(formatWon(line.amount)[lang]);
      }
      const [lesson] = claim.lessons;
      expect(page.text).toContain(lesson?.id);
      expect(page.text).toContain(formatDate(claim.paidOn ?? seoulDateOf(at.now()), lang));
      expect(page.text).toContain('••••-••-••7890');
      expect(page.text).not.toContain('567890');
    }
  });

  it('is saved as a PDF of the same lines, the same to the byte each time', async () => {
    const { id, path } = await paidClaim(capped);
    const fetched = async () => {
      const response = await visitor(at.baseUrl, { lang: 'en' }).once('GET', `${path}/statement.pdf`);
      return { response, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const { response, bytes } = await fetched();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}.pdf"`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect((await fetched()).bytes).toEqual(bytes);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    for (const words of ['강사료 지급 명세서', '김하온', '••••-••-••7890', '547,200', id])
      expect(text).toContain(words);
    expect(text).not.toContain('567890');
  });

  it('opens by that lecturer’s link alone: another’s, for another claim or purpose, shows the unknown-link page', async () => {
    const [one, other] = [await paidClaim(), await paidClaim()];
    const mac = other.path.split('/').at(-1);
    const forOther = await sign(statementLink({ id: one.id, lecturer: other.lecturer }, {}));
    const forRequest = await sign({ ...statementLink(await claimOf(one.id), {}), purpose: 'request' });
    for (const wrong of [mac, forOther, forRequest, 'x']) {
      for (const below of ['', '/statement.pdf']) {
        const page = await get(`/statement/${one.id}/${wrong}${below}`);
        expect([page.status, page.text.includes('이 링크로는 열 수 없습니다')]).toEqual([404, true]);
        expect(page.text).not.toContain('김하온');
      }
    }
    expect((await get(`/statement/W-0000-AAAA-AAAA/${mac}`)).status).toBe(404);
    expect((await get(`/statement/lecturer/${mac}`)).status).toBe(404);
  });

  it('is there from the payment on, for as long as its lecturer is not erased', async () => {
    const { id, lecturer, email } = await approvedClaim(at);
    const path = `/statement/${id}/${await sign(statementLink(await claimOf(id), {}))}`;
    const batch = await madeBatch(at, [id], at.now());
    expect((await get(path)).status).toBe(404);
    await batch.confirm();
    expect(await statementPath(at, id, email)).toBe(path);
    expect((await get(path)).status).toBe(200);
    await eraseLecturer(at, { lecturer, by: 'operator:test', reason: 'asked' }, at.now());
    expect((await get(path)).status).toBe(404);
  });

  it('is not shown to a mailbox of before: the present one is mailed another link, once', async () => {
    const { id, lecturer, path } = await paidClaim();
    const row = lecturerRow({ ...(await rowOf(lecturer)), email: `moved-${lecturer}@gaon.example` });
    expect(await loadLecturer(at, row, 'operator:test', at.now())).toBe('changed');
    const given = { lecturer, by: 'operator:test' };
    const both = await Promise.all([mailStatementsAnew(at, given, at.now()), mailStatementsAnew(at, given, at.now())]);
    expect(both.toSorted()).toEqual([0, 1]);
    for (const below of ['', '/statement.pdf']) {
      const page = await get(`${path}${below}`);
      expect([page.status, page.text.includes('새 링크를 이메일로 보내 드렸습니다')]).toEqual([410, true]);
      expect(page.text).not.toMatch(/김하온|7890/u);
    }
    const renewed = await statementPath(at, id, row.email);
    expect(renewed).not.toBe(path);
    expect((await get(renewed)).status).toBe(200);
    expect(await mailStatementsAnew(at, given, at.now())).toBe(0);
  });

  it('is of the account that was paid to, whatever account came after', async () => {
    const { path, lecturer } = await paidClaim();
    await putAccount(at, lecturer, '999-9999-1111', at.now());
    expect((await get(path)).text).toContain('••••-••-••7890');
  });

  it('is mailed once, however often the payment is confirmed, by two at once too', async () => {
    const { id, lecturer } = await approvedClaim(at);
    const { confirm } = await madeBatch(at, [id], at.now());
    const both = await Promise.all([confirm(), confirm()]);
    expect(both.toSorted()).toEqual(['confirmed', 'was-confirmed']);
    expect(await confirm()).toBe('was-confirmed');
    expect(entriesTo(lecturer)).toHaveLength(1);
  });

  it('is mailed of no row that the bank returned, but once the next batch has paid it', async () => {
    const { id, lecturer, email } = await approvedClaim(at);
    await (await madeBatch(at, [id], at.now())).confirm([1]);
    expect((await claimOf(id)).state).toBe('APPROVED');
    expect(entriesTo(lecturer)).toEqual([]);
    await putAccount(at, lecturer, '777-7777-2222', at.now());
    await (await madeBatch(at, [id], at.now())).confirm();
    expect(entriesTo(lecturer)).toHaveLength(1);
    expect((await get(await statementPath(at, id, email))).text).toContain('•••-••••-2222');
  });
});
