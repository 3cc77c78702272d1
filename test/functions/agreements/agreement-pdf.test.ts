import { beforeAll, describe, expect, it } from 'vitest';
import { type AgreementContent, agreementPdf } from '../../../functions/agreements/agreement-pdf.ts';
import { filled } from '../../../functions/agreements/template.ts';
import type { PdfFonts } from '../../../functions/shared/pdf/document.ts';
import { sha256Hex } from '../../../functions/shared/sha256.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { agreementData } from '../../support/agreements/agreement-owner.ts';
import { fontsInPackages } from '../../support/fonts.ts';

let fonts: PdfFonts;
beforeAll(async () => {
  fonts = await fontsInPackages();
});

const now = instantSchema.parse('2027-04-16T09:00:00+09:00');
const { template, values } = agreementData('park-sora', now);

function content(change: Partial<AgreementContent> = {}, company = '주식회사 하나결제'): AgreementContent {
  const text = filled(template, { ...values, company: { ko: company, en: company } });
  if ('missing' in text) throw new Error(text.missing.join());
  return {
    agreement: 'F-1-1',
    number: 1,
    title: template.title,
    signers: [
      { id: 'company', title: { ko: '대표자', en: 'Representative' }, party: company, name: '김하나', lang: 'ko' },
      { id: 'lab', title: { ko: '책임자', en: 'Director' }, party: '서울 핀테크랩', name: '박소라', lang: 'ko' },
    ],
    frozenAt: now,
    parts: text.parts,
    baseUrl: 'https://academy.example.kr',
    ...change,
  };
}

const signed = {
  sha256: 'a'.repeat(64),
  signatures: [
    { signer: 'company', name: '김하나', at: now, by: 'signer:x', sha256: 'a', code: 'c' },
    { signer: 'lab', name: '박소라', at: now, by: 'person:x', sha256: 'a', code: 'c' },
  ],
};

const pagesOf = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/gu)].length;

describe('the PDF of an agreement', () => {
  it('is the same to the byte each time, and another with its signatures', async () => {
    const [first, second, withSignatures] = await Promise.all([
      agreementPdf(content(), fonts),
      agreementPdf(content(), fonts),
      agreementPdf(content({ signed }), fonts),
    ]);
    expect(sha256Hex(first)).toBe(sha256Hex(second));
    expect(sha256Hex(withSignatures)).not.toBe(sha256Hex(first));
    expect(pagesOf(first)).toBeGreaterThan(1);
    expect(pagesOf(withSignatures)).toBeGreaterThanOrEqual(pagesOf(first));
    expect(withSignatures.length).toBeLessThan(250_000);
  });

  it('takes names of all scripts, and text that is longer than a page', async () => {
    for (const name of ['山田太郎株式会社', 'บริษัท สยาม']) {
      expect((await agreementPdf(content({}, name), fonts)).subarray(0, 5).toString()).toBe('%PDF-');
    }
    const long = `${'아주 긴 조항입니다 '.repeat(600)}끝`;
    const parts = [{ heading: { ko: '제1조', en: 'Article 1' }, paragraphs: [{ ko: long, en: 'Long. '.repeat(900) }] }];
    expect(pagesOf(await agreementPdf(content({ parts }), fonts))).toBeGreaterThan(4);
    const oneWord = [
      { heading: { ko: '제1조', en: 'A' }, paragraphs: [{ ko: '가'.repeat(4000), en: 'b'.repeat(4000) }] },
    ];
    expect(pagesOf(await agreementPdf(content({ parts: oneWord }), fonts))).toBeLessThan(10);
  });
});
