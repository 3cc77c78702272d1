import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasResidentNumber, withoutResidentNumbers } from '../../../../functions/shared/text/resident-number.ts';

describe('a number like a resident registration number', () => {
  it.each([
    '900101-1234567',
    '9001011234567',
    '900101 1234567',
    '900101 - 1234567',
    '900101–1234567',
    '900101—2234567',
    '900101−1234567',
    '９００１０１－１２３４５６７',
    '90.01.01-1234567',
    '90-01-01-1234567',
    '90 01 01 1234567',
    '90/01/01 2234567',
    '9 0 0 1 0 1 - 1 2 3 4 5 6 7',
    '900101·1234567',
    '900101.1234567',
    '900101\n-1234567',
    '900\u200b101-12\u00ad34567',
    '950302-5234567',
    '820101-2345678',
    '82.01.01-2345678',
    '제 번호는 8201012345678입니다',
    '050302-7234567',
    '040229-3234567',
    '제 번호는 900101-1234567입니다',
    '주민번호:900101-1234567,',
    '٩٠٠١٠١-١٢٣٤٥٦٧',
    '900101-¹²³⁴⁵⁶⁷',
    '⑨⓪⓪①⓪①-①②③④⑤⑥⑦',
    '𝟗𝟎𝟎𝟏𝟎𝟏-𝟏𝟐𝟑𝟒𝟓𝟔𝟕',
    '𝟵𝟬𝟬𝟭𝟬𝟭𝟭𝟮𝟯𝟰𝟱𝟲𝟳',
  ])('is found in “%s”, and none of its digits is left', (text) => {
    expect(hasResidentNumber(text)).toBe(true);
    const rest = withoutResidentNumbers(text);
    expect(hasResidentNumber(rest)).toBe(false);
    expect(rest).not.toMatch(/\p{N}/u);
    expect(rest.match(/●/gu)).toHaveLength(13);
    expect(rest.length).toBeLessThanOrEqual(text.length);
  });

  it.each([
    '901301-1234567',
    '900132-1234567',
    '900230-1234567',
    '050229-3234567',
    '900101-9234567',
    '900101-0234567',
    '900101-123456',
    '900101-12345678',
    '1900101-1234567',
    '010-1234-5678',
    '82010 1234 5678',
    '82-010-1234-5678',
    '+8201012345678',
    '8201012345678',
    '제 번호는 82010-1234-5678입니다',
    '010-1234-5678 02-123-4567',
    '010 1234 5678 010 2345 6789',
    '1700000000000',
    '978-89-01-23456-7',
    '110-123-456789',
    '2024.01.01 1234567',
    '1995년 3월 2일',
    '900101',
    '900101-1******',
    '123,456,789,012,345',
    '',
  ])('is not “%s”', (text) => {
    expect(hasResidentNumber(text)).toBe(false);
    expect(withoutResidentNumbers(text)).toBe(text);
  });

  it('is taken out behind another one, whatever signs that is written in', () => {
    const numbers = ['𝟗𝟎𝟎𝟏𝟎𝟏-𝟏𝟐𝟑𝟒𝟓𝟔𝟕', '⑨⓪⓪①⓪①-①②③④⑤⑥⑦', '900101-1234567'];
    const blots = '●●●●●●-●●●●●●●';
    expect(withoutResidentNumbers(`${numbers.join(' 그리고 ')} 끝`)).toBe(
      `${blots} 그리고 ${blots} 그리고 ${blots} 끝`,
    );
  });

  it('is taken out of 200 KB of them as fast as they are read, and not once more for each', () => {
    const text = '900101-1234567 '.repeat(13_334);
    const begun = performance.now();
    expect(withoutResidentNumbers(text)).toBe('●●●●●●-●●●●●●● '.repeat(13_334));
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('is found wherever it stands, and leaves the rest as it was', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    const around = fc.stringMatching(/^[가-힣a-z ,.!?😀]{0,20}$/u);
    const tail = fc.stringMatching(/^\d{6}$/);
    fc.assert(
      fc.property(day, fc.boolean(), tail, fc.constantFrom('-', '', ' ', ' - ', '–'), around, around, (...given) => {
        const [date, woman, six, gap, before, behind] = given;
        const century = (date.getUTCFullYear() < 2000 ? 1 : 3) + (woman ? 1 : 0);
        const number = `${date.toISOString().slice(2, 10).replaceAll('-', '')}${gap}${century}${six}`;
        // What stands alone without a hyphen is read as a mobile: a row above.
        fc.pre(!(before.trim() === '' && behind.trim() === '' && gap === '' && number.startsWith('8201')));
        const blots = number.replace(/\d/gu, '●');
        expect(withoutResidentNumbers(before + number + behind)).toBe(before + blots + behind);
      }),
      { numRuns: 2000 },
    );
  });
});
