import { readFile, writeFile } from 'node:fs/promises';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { letterPdf } from '../../../functions/letters/letter-pdf.ts';
import { issuedLetter } from '../../../functions/seats/verification-code.ts';
import type { PdfFonts } from '../../../functions/shared/pdf/document.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../rounds/academy.ts';

const folder = new URL('../../../node_modules/pretendard-gov/dist/public/static/alternative/', import.meta.url);
const round = academyRound();
const letter = issuedLetter(
  { reference: 'A-27H1-7K3Q-9MX4', roundId: round.id, now: instantSchema.parse('2027-02-22T10:00+09:00') },
  (count) => Uint8Array.from({ length: count }, (_, index) => index * 7),
);
const verifyAt = 'https://academy.example.kr/verify';

let fonts: PdfFonts;
const made = (name: string, change: Partial<typeof round> = {}) =>
  letterPdf({ letter, name, round: { ...round, ...change }, verifyAt }, fonts);
const wordsOf = async (pdf: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/gu, ' ');
};

beforeAll(async () => {
  const [regular, bold] = await Promise.all(
    ['Regular', 'Bold'].map((weight) => readFile(new URL(`PretendardGOV-${weight}.ttf`, folder))),
  );
  if (!regular || !bold) throw new Error('the fonts are missing');
  fonts = { regular, bold };
});

describe('the confirmation letter', () => {
  it('says in Korean who was selected for what, when it was issued, and how it is checked', async () => {
    const pdf = await made('김지원');
    if (process.env.SFA_LETTER) await writeFile(process.env.SFA_LETTER, pdf);
    const words = await wordsOf(pdf);
    for (const part of [
      '교육생 선발 확인서',
      '김지원',
      round.title.ko,
      '2027년 3월 8일(월)부터 2027년 7월 7일(수)까지 (18주)',
      '교육생으로 선발되었음을 확인합니다',
      round.sites.ko,
      'A-27H1-7K3Q-9MX4',
      '2027년 2월 22일',
      letter.code,
      verifyAt,
      round.contact.phone,
    ]) {
      expect(words).toContain(part);
    }
  });

  it('is one tagged page with its language and title, for screen readers', async () => {
    const pdf = await made('김지원');
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect(document.numPages).toBe(1);
    const { info } = await getMeta(document);
    expect(info).toMatchObject({ Title: `교육생 선발 확인서 · ${round.title.ko}`, Language: 'ko-KR' });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD', 'P', 'H2']) expect(tree).toContain(`"${role}"`);
  });

  it('is the same file each time, small enough to be mailed on', async () => {
    const [one, two] = await Promise.all([made('김지원'), made('김지원')]);
    expect(one.equals(two)).toBe(true);
    expect(one.length).toBeLessThan(200_000);
  });

  it.each([
    '남궁민수연',
    'Aleksandra Wiśniewska-Brzęczyszczykiewicz of the Very Long Name'.repeat(3),
    '김 🎉',
    '李知垣',
  ])('stays on one page for %s', async (name) => {
    const document = await getDocumentProxy(new Uint8Array(await made(name)));
    expect(document.numPages).toBe(1);
  });

  it('stays on one page, with its code, however long everything is', async () => {
    const long = { ko: '아주 긴 말이 여기에 들어갑니다 '.repeat(12), en: '' };
    const pdf = await made('긴 이름 '.repeat(40), {
      title: long,
      sites: long,
      schedule: { ...round.schedule, days: long },
    });
    expect((await getDocumentProxy(new Uint8Array(pdf))).numPages).toBe(1);
    expect(await wordsOf(pdf)).toContain(letter.code);
    if (process.env.SFA_LETTER) await writeFile(`${process.env.SFA_LETTER}.long.pdf`, pdf);
  });
});
