import { describe, expect, it } from 'vitest';
import { bytesOf, openDocument, type PdfFonts, page, paragraph } from '../../../../functions/shared/pdf/document.ts';
import { typeset } from '../../../../functions/shared/pdf/typeset.ts';
import { instantSchema } from '../../../../functions/shared/time.ts';
import { fontsInPackages } from '../../../support/fonts.ts';

type Words = readonly [text: string, name: string];
const issuedAt = instantSchema.parse('2027-02-22T01:00:00.000Z');

async function paper([text, name]: Words, fonts: PdfFonts): Promise<Buffer> {
  const { document, root } = await openDocument({ title: text, name, issuedAt }, fonts);
  paragraph(document, root, 'P', () => {
    document.font('regular').fontSize(11).text(text, page.left, 120);
    document.font('bold').fontSize(11).text(text, page.left, 160);
    typeset(document, name, { x: page.left, y: 200, width: page.width, height: 56, sizes: [14] });
  });
  root.end();
  return bytesOf(document);
}

/** No document was made with these before. */
const unread = ({ regular, bold, more }: PdfFonts): PdfFonts => ({
  regular: Buffer.from(regular),
  bold: Buffer.from(bold),
  more: async (font) => Buffer.from(await more(font)),
});

describe('a font that documents share', () => {
  const one: Words = ['office 1:30-2:45 "김" Ω µ K ;', '金지원 Ngô Đức 张伟'];
  // The same glyphs for other signs: spaces, hyphens, Greek letters and units.
  const other: Words = ['office\u{a0}1:30\u{2010}2:45 \u{2126} \u{3bc} \u{212a} \u{37e}', '金지원\u{a0}张伟 \u{2010}'];

  it.each([
    { now: one, before: other },
    { now: other, before: one },
  ])('gives the same bytes whatever was made with it before', async ({ now, before }) => {
    const fonts = await fontsInPackages();
    const alone = await paper(now, unread(fonts));
    expect((await paper(before, fonts)).equals(alone)).toBe(false);
    expect((await paper(now, fonts)).equals(alone)).toBe(true);
  });

  it('that cannot be read fails its document, and no other', async () => {
    const fonts = await fontsInPackages();
    const alone = await paper(one, unread(fonts));
    const broken = { ...fonts, bold: Buffer.from(fonts.bold.subarray(0, 40)) };
    for (let time = 0; time < 2; time += 1) await expect(paper(one, broken)).rejects.toThrow();
    expect((await paper(one, fonts)).equals(alone)).toBe(true);
  });

  it('serves documents that are made at the same time', async () => {
    const fonts = unread(await fontsInPackages());
    const papers = await Promise.all([one, other, one, other].map((words) => paper(words, fonts)));
    const alone = [await paper(one, unread(fonts)), await paper(other, unread(fonts))];
    expect(papers.map((bytes, index) => alone[index % 2]?.equals(bytes))).toEqual([true, true, true, true]);
  });
});
