import { createHash } from 'node:crypto';
import { bytesOf, letterhead, openDocument, page, paragraph, rule } from '../../functions/shared/pdf/document.ts';
import { fontsIn } from '../../functions/shared/pdf/fonts.ts';
import { instantSchema } from '../../functions/shared/time.ts';

/** The hash of a page with head, words and a line, made with the fonts of Pretendard in a folder. */
export async function paperOf(folder: string): Promise<string> {
  const issuedAt = instantSchema.parse('2027-02-22T01:00:00.000Z');
  const fonts = await fontsIn(folder)();
  const { document, root } = await openDocument({ title: '확인서', name: '김지원', issuedAt }, fonts);
  letterhead(document, root);
  paragraph(document, root, 'P', () => document.font('regular').fontSize(11).text('김지원 1,234원', page.left, 120));
  rule(document, 160);
  return createHash('sha256')
    .update(await bytesOf(document))
    .digest('hex');
}
