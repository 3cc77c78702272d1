import { writeFile } from 'node:fs/promises';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfFonts } from '../../../functions/shared/pdf/document.ts';
import { addDays } from '../../../functions/shared/time.ts';
import { statementLines } from '../../../functions/statements/statement-lines.ts';
import { type StatementContent, statementPdf } from '../../../functions/statements/statement-pdf.ts';
import type { ExplainedLine } from '../../../functions/wages/explain.ts';
import { at, basisWith, claimWith, day, lessonOf, otherIncome } from '../../support/claims/made-up.ts';
import { fontsInPackages } from '../../support/fonts.ts';

let fonts: PdfFonts;
beforeAll(async () => {
  fonts = await fontsInPackages();
});

const capped = () =>
  claimWith([lessonOf('L01')], {
    basis: basisWith({
      timetable: [lessonOf('L01')],
      lecturer: otherIncome('kim-haon', {
        grade: 'special-2',
        cap: { class: 'class-40', confirmedBy: 'test', confirmedAt: at('2027-01-04 09:00') },
      }),
    }),
  });

const statement = (lines: readonly ExplainedLine[], change: Partial<StatementContent> = {}) =>
  statementPdf(
    {
      claim: 'W-2703-7K3Q-9MX4',
      name: '김하온',
      month: '2027-03',
      paidOn: day('2027-04-20'),
      account: '국민은행 •••-••-•7890',
      lines,
      issuedAt: at('2027-04-20 18:00'),
      ...change,
    },
    fonts,
  );

const wordsOf = async (pdf: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/gu, ' ');
};

describe('the statement of a payment', () => {
  it('says in Korean who was paid what for which lessons: gross, cap, deductions and net', async () => {
    const pdf = await statement(statementLines(capped()));
    if (process.env.SFA_STATEMENT) await writeFile(process.env.SFA_STATEMENT, pdf);
    const words = await wordsOf(pdf);
    for (const part of [
      '강사료 지급 명세서',
      '김하온',
      '2027년 3월',
      '2027년 4월 20일(화)',
      'W-2703-7K3Q-9MX4',
      '국민은행 •••-••-•7890',
      '강의료 상한 초과분',
      '-100,000',
      '지급 총액(세전) 600,000',
      '소득세(기타소득)',
      '-48,000',
      '-4,800',
      '실지급액 547,200',
      '예시 단가와 예시 세율',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('prints lines that add up to each printed sum, corrections of earlier claims too', async () => {
    const correction = {
      id: 'k1',
      of: 'W-2702-AAAA-BBBB',
      reason: '시간 정정',
      by: 'ryu-hana',
      at: at('2027-04-01 09:00'),
      gross: 120_000,
      incomeTax: 9_600,
      localTax: 960,
      paid: 109_440,
      parts: [],
      caughtUp: [],
    };
    const lines = statementLines({ ...capped(), corrections: [correction] });
    let sum = 0;
    for (const line of lines) {
      if (line.kind === 'item') sum += line.amount;
      if (line.kind === 'sum') expect(line.amount, line.text.ko).toBe(sum);
    }
    expect(sum).toBe(547_200 + 109_440);
    const words = await wordsOf(await statement(lines));
    expect(words).toContain('청구 W-2702-AAAA-BBBB 정정분 109,440');
    expect(words).toContain('정정 후 실지급액 656,640');
    const printed = [...words.matchAll(/(?<![\d,–:])-?\d{1,3}(?:,\d{3})+(?!원|\d)/gu)].map(([won]) =>
      Number(won.replaceAll(',', '')),
    );
    expect(printed).toEqual(lines.flatMap((line) => (line.kind === 'note' ? [] : [line.amount])));
  });

  it('goes on over pages, with every line once, and is tagged with its title and language', async () => {
    const lessons = Array.from({ length: 60 }, (_, index) =>
      lessonOf(`L${index}`, { date: addDays(day('2027-03-01'), index % 28), start: '09:00', end: '10:00' }),
    );
    const lines = statementLines(claimWith(lessons));
    const pdf = await statement(lines);
    const document = await getDocumentProxy(new Uint8Array(pdf));
    expect(document.numPages).toBeGreaterThan(2);
    expect((await wordsOf(pdf)).match(/09:00부터/gu)).toHaveLength(60);
    const { info } = await getMeta(document);
    expect(info).toMatchObject({ Title: '강사료 지급 명세서 · W-2703-7K3Q-9MX4', Language: 'ko-KR' });
    const tree = JSON.stringify(await (await document.getPage(1)).getStructTree());
    for (const role of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(tree).toContain(`"${role}"`);
  });

  it('is the same to the byte for the same payment, whatever script the name is in', async () => {
    const lines = statementLines(capped());
    expect(await statement(lines)).toEqual(await statement(lines));
    expect(await wordsOf(await statement(lines, { name: 'Nguyễn Thị Ánh 李素' }))).toContain('李素');
  });
});
