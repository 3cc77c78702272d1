import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../functions/shared/files/csv.ts';
import { personName } from '../../../../functions/shared/text/normalise.ts';
import { codePoint } from '../../../support/code-points.ts';

const read = (csv: string): unknown => parse(csv, { bom: true, record_delimiter: '\r\n' });
const marked = (value: string): string => `'${value}`;

describe('a CSV file', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends every line with CRLF', () => {
    const csv = csvOf([['이름'], ['김지원']]);
    expect(csv).toBe('\uFEFF"이름"\r\n"김지원"\r\n');
  });

  it('is read back as it was written, quotes, commas and line breaks included', () => {
    const rows = [['a "b" c', 'd, e', 'f\ng', 'h\r\ni', '', ' j ', '김*원', '😀']];
    expect(read(csvOf(rows))).toEqual(rows);
  });

  it.each([
    '=1+1',
    '+82 10',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '=HYPERLINK("http://x","y")',
  ])('shows %j as text and computes nothing', (value) => {
    expect(read(csvOf([[value, 'x']]))).toEqual([[marked(value), 'x']]);
  });

  it('keeps the leading zeros of a phone number', () => {
    expect(read(csvOf([['010-1234-5678', '01012345678', '0', '10', '0.5']]))).toEqual([
      ['010-1234-5678', marked('01012345678'), '0', '10', '0.5'],
    ]);
  });

  it('gives back every name and telephone number that a form accepts', () => {
    const name = fc
      .string({ unit: codePoint, maxLength: 12 })
      .map((typed) => personName.safeParse(typed).data ?? '김하늘');
    const phone = fc.constantFrom('010-1234-5678', '02-123-4567', '+84 912 345 678', '1588-1234');
    fc.assert(
      fc.property(name, phone, (person, number) => {
        const [row] = parse(csvOf([[person, number]]), { bom: true, record_delimiter: '\r\n' });
        expect(row?.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠]|0\d)/u, ''))).toEqual([person, number]);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing, whatever is in it', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const width = Math.min(...rows.map(({ length }) => length));
        const even = rows.map((row) => row.slice(0, width));
        const back = parse(csvOf(even), { bom: true, record_delimiter: '\r\n' });
        const same = back.map((row, index) =>
          row.map((cell, column) => (cell === marked(even[index]?.[column] ?? '') ? cell.slice(1) : cell)),
        );
        expect(same).toEqual(even);
      }),
    );
  });
});
