import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, keptName, longestName, sentName } from '../../../functions/documents/file-name.ts';
import { formatNames, formats } from '../../../functions/documents/formats.ts';
import { lengthOf } from '../../../functions/shared/text/text.ts';
import { codePoint } from '../../support/code-points.ts';

describe('the name of a file', () => {
  it.each([
    ['사업계획서.pdf', '사업계획서.pdf'],
    ['사업계획서.pdf'.normalize('NFD'), '사업계획서.pdf'],
    ['C:\\Users\\hana\\plan.pdf', 'plan.pdf'],
    ['../../etc/plan.pdf', 'plan.pdf'],
    ['..', 'slot.pdf'],
    ['', 'slot.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['plan\u202Efdp.exe', 'planfdp.exe.pdf'],
    ['plan\u0000\r\nSet-Cookie: a.pdf', 'plan Set-Cookie_ a.pdf'],
    ['plan.PDF', 'plan.PDF'],
    ['plan.hwp', 'plan.hwp.pdf'],
    ['a"b<c>?.pdf', 'a_b_c__.pdf'],
    ['  plan  .pdf', 'plan.pdf'],
    ['１２월 계획.pdf', '12월 계획.pdf'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(keptName(sent, 'pdf', 'slot')).toBe(kept);
  });

  it('is at most 150 characters, and keeps its ending', () => {
    const name = keptName(`${'가'.repeat(400)}.hwpx`, 'hwpx', 'slot');
    expect(lengthOf(name)).toBe(longestName);
    expect(name.endsWith('가.hwpx')).toBe(true);
    expect(keptName(`${'😀'.repeat(200)}.png`, 'png', 'slot')).toBe(`${'😀'.repeat(146)}.png`);
  });

  it('is one line without a path, an invisible sign or a doubtful ending, whatever was sent, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 300 }), fc.constantFrom(...formatNames), (sent, format) => {
        const name = keptName(sent, format, 'slot');
        expect(name).toBe(name.normalize('NFC'));
        expect(lengthOf(name)).toBeLessThanOrEqual(longestName);
        expect(name).not.toMatch(/[/\\<>:"|?*]|\p{Cc}|\p{Default_Ignorable_Code_Point}|^[\s.]/u);
        expect(formats[format].endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`))).toBe(true);
        expect(keptName(name, format, 'slot')).toBe(name);
      }),
      { numRuns: 500 },
    );
  });

  it('is read from what a bucket says of it: as RFC 2047 has it, as bytes, as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
        const bytes = Buffer.from(name);
        expect(sentName(`=?UTF-8?B?${bytes.toString('base64')}?=`)).toBe(name);
        const quoted = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
        expect(sentName(`=?UTF-8?Q?${quoted}?=`)).toBe(name);
        if (/^[\x20-\x7e]+$/u.test(name) || /[^\0-\xff]/u.test(name)) {
          expect(sentName(name)).toBe(name);
          expect(sentName(bytes.toString('latin1'))).toBe(name);
          expect(sentName(Buffer.from(bytes.toString('latin1')).toString('latin1'))).toBe(name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has its quotation marks as browsers write them in a form', () => {
    expect(keptName(sentName('계획 %22최종%22%0D%0A.pdf'), 'pdf', 'slot')).toBe('계획 _최종_.pdf');
  });

  it('is called in both forms by a download, neither of which ends the header', () => {
    expect(attachment('사업계획서 v2.pdf')).toBe(
      'attachment; filename="v2.pdf"; filename*=UTF-8\'\'%EC%82%AC%EC%97%85%EA%B3%84%ED%9A%8D%EC%84%9C%20v2.pdf',
    );
    expect(attachment('계획.pdf')).toBe(
      'attachment; filename="document.pdf"; filename*=UTF-8\'\'%EA%B3%84%ED%9A%8D.pdf',
    );
    fc.assert(
      fc.property(fc.string({ unit: codePoint, maxLength: 100 }), (sent) => {
        const name = keptName(sent, 'pdf', 'slot');
        const header = attachment(name);
        expect(header).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%!~-]+$/u);
        expect(header.split('"')).toHaveLength(3);
        expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name);
      }),
      { numRuns: 300 },
    );
  });
});
