import { writeFile } from 'node:fs/promises';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { letterPdf } from '../../../functions/letters/letter-pdf.ts';
import { issuedLetter } from '../../../functions/seats/verification-code.ts';
import type { PdfFonts } from '../../../functions/shared/pdf/document.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { fontsInPackages } from '../../support/fonts.ts';
import { toldAcademy } from '../rounds/academy.ts';

const round = toldAcademy();
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
  fonts = await fontsInPackages();
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

  it.each([
    '张伟',
    '김 张伟',
    'נועה כהן',
    'สมชาย ใจดี',
    'გიორგი მაისურაძე',
    'Արամ Խաչատրյան',
    'Nguyễn Thị Ánh',
    'Иван Петров',
  ])('shows %s, and a reader finds it there', async (name) => {
    const words = await wordsOf(await made(name));
    for (const word of name.split(' ')) expect(words.normalize('NFC')).toContain(word);
  });

  it.each(['محمد علي', 'नरेन्द्र शर्मा', 'សុខា ចន្ទ្រា', 'கோபால்', 'শ্রীমতী'])(
    'embeds the font of %s, and is the same file each time',
    async (name) => {
      const [one, two] = await Promise.all([made(name), made(name)]);
      expect(one.equals(two)).toBe(true);
      expect(one.length).toBeGreaterThan((await made('')).length);
    },
  );

  it.each([
    ['Hangul', '긴 이름을 가진 사람'],
    ['Hangul without a space', '가나다라마바사아자차'],
    ['wide letters', 'WWWWWWWWWWW MMMM'],
    ['Hanja of two fonts', '김张伟 李知垣'],
    ['Arabic', 'محمد علي حسن'],
  ])('shows the whole of a name of 150 characters in %s', async (_, part) => {
    const name = part.repeat(20).slice(0, 149).trim().concat('끝');
    const words = await wordsOf(await made(name));
    expect(words).not.toContain('…');
    expect(words).toContain('끝');
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
