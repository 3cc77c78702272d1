import { createHash } from 'node:crypto';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type RefusedCell, writeBankFile } from '../../../functions/bank-files/bank-file.ts';
import { type FileFacts, filledRows, type TransferRow } from '../../../functions/bank-files/file-rows.ts';
import { codePoint } from '../../support/code-points.ts';
import { cellsOf, profileNames, profileOf } from '../../support/payments/profiles.ts';
import { awkwardRows, factsOf, transferRow } from '../../support/payments/rows.ts';
import { testSeed } from '../../support/seed.ts';

function written(profile: ReturnType<typeof profileOf>, facts: FileFacts): Buffer {
  const outcome = writeBankFile(profile, facts);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.cells));
  return outcome.bytes;
}

function refused(profile: ReturnType<typeof profileOf>, row: Partial<TransferRow>): readonly RefusedCell[] {
  const outcome = writeBankFile(profile, factsOf([transferRow(), transferRow(row)]));
  return outcome.kind === 'refused' ? outcome.cells : [];
}

const csv = [
  '번호,입금은행,입금계좌,입금액,예금주,적요,거래번호',
  '1,004,012-34-567890,547200,김하온,강사료,27040100001',
  '2,004,0001230,10,李 素 (이소),강사료,27040100002',
  '3,004,1002-003-000004,1,"=1+1, ""합계""",강사료,27040100003',
  '합계,3,,547211',
  '',
].join('\r\n');

const fixed = [
  `Hpay-2704-1     20270426${' '.repeat(56)}`,
  'D00000100401234567890     0000000547200김하온              27040100001          ',
  'D0000020040001230         0000000000010李 素 (이소)        27040100002          ',
  'D0000030041002003000004   0000000000001=1+1, "합계"        27040100003          ',
  `T000003000000000547211${' '.repeat(58)}`,
  '',
].join('\r\n');

describe('the file for the bank', () => {
  const facts = factsOf(awkwardRows);

  it('in CP949 is these bytes', () => {
    expect(written(profileOf('example-csv'), facts)).toEqual(iconv.encode(csv, 'cp949'));
    expect(written(profileOf('example-fixed-width'), facts)).toEqual(iconv.encode(fixed, 'cp949'));
  });

  it('in UTF-8 is these bytes, with a byte-order mark or without, and with quotes around everything', () => {
    const utf8 = (yaml: string) => yaml.replace('encoding: cp949', 'encoding: utf-8');
    expect(written(profileOf('example-csv', utf8), facts)).toEqual(Buffer.from(csv));
    const bom = (yaml: string) => yaml.replace('encoding: cp949', 'encoding: utf-8-bom').replace('crlf', 'lf');
    expect(written(profileOf('example-csv', bom), facts)).toEqual(Buffer.from(`\uFEFF${csv.replaceAll('\r', '')}`));
    const quoted = (yaml: string) => utf8(yaml).replace('  titles:', '  quotes: always\n  titles:');
    expect(written(profileOf('example-csv', quoted), facts).toString()).toContain(
      '"2","004","0001230","10","李 素 (이소)"',
    );
  });

  it('as a workbook is the same to the byte each time, with text as text and numbers as numbers', async () => {
    const profile = profileOf('example-xlsx');
    const bytes = written(profile, facts);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(xlsxHash);
    expect(written(profile, factsOf([...awkwardRows]))).toEqual(bytes);
    expect(await cellsOf(profile, bytes)).toEqual([
      ['이체일', '2027-04-26', '건수', '3', '금액', '547211', ''],
      ['거래번호', '은행코드', '계좌번호', '예금주', '이체금액', '지급총액', '원천징수'],
      ['27040100001', '004', '01234567890', '김하온', '547200', '600000', '52800'],
      ['27040100002', '004', '0001230', '李 素 (이소)', '10', '10', '0'],
      ['27040100003', '004', '1002003000004', '=1+1, "합계"', '1', '1', '0'],
    ]);
  });

  it('refuses what an encoding lacks, with row, column and value, and replaces nothing', () => {
    for (const name of ['example-csv', 'example-fixed-width'] as const) {
      expect(refused(profileOf(name), { holder: '김𠮷온' })).toEqual([
        { place: 2, column: '예금주', value: '김𠮷온', why: 'encoding' },
      ]);
      expect(refused(profileOf(name), { holder: 'Zoë' })).toMatchObject([{ column: '예금주', why: 'encoding' }]);
    }
    expect(refused(profileOf('example-xlsx'), { holder: '김𠮷온 Zoë' })).toEqual([]);
    expect(refused(profileOf('example-xlsx'), { holder: '\ud842' })).toMatchObject([{ why: 'encoding' }]);
  });

  it('refuses what is not seen or would be read as something else', () => {
    for (const name of profileNames) {
      expect(refused(profileOf(name), { holder: '김\n하온' })).toMatchObject([{ place: 2, why: 'control' }]);
      expect(refused(profileOf(name), { holder: '\uFEFF김하온' })).toMatchObject([{ why: 'control' }]);
    }
    expect(refused(profileOf('example-xlsx'), { holder: '_x0041_' })).toMatchObject([{ why: 'reserved' }]);
    const asNumber = (yaml: string) => yaml.replace('{ value: account-digits } }', '{ value: account }, as: number }');
    expect(refused(profileOf('example-xlsx', asNumber), { account: '007' })).toEqual([
      { place: 1, column: '계좌번호', value: '012-34-567890', why: 'not-a-number' },
      { place: 2, column: '계좌번호', value: '007', why: 'not-a-number' },
    ]);
  });

  it('in fixed width counts bytes, never cuts, and takes no value for its padding', () => {
    const profile = profileOf('example-fixed-width');
    expect(refused(profile, { holder: '가나다라마바사아자차' })).toEqual([]);
    expect(refused(profile, { holder: '가나다라마바사아자차카' })).toMatchObject([
      { column: '예금주', why: 'too-long' },
    ]);
    expect(refused(profile, { holder: '김하온 ' })).toMatchObject([{ column: '예금주', why: 'padding' }]);
    const zeros = (yaml: string) => yaml.replace('bytes: 16 }', 'bytes: 16, align: right, pad: "0" }');
    expect(refused(profileOf('example-fixed-width', zeros), { account: '0123' })).toMatchObject([
      { place: 1, column: '계좌번호', why: 'padding' },
      { place: 2, column: '계좌번호', value: '0123', why: 'padding' },
    ]);
  });

  it('says its type and ending', () => {
    const kinds = profileNames.map((name) => writeBankFile(profileOf(name), facts));
    expect(kinds).toMatchObject([
      { contentType: 'text/csv; charset=euc-kr', extension: 'csv' },
      { extension: 'xlsx' },
      { contentType: 'text/plain; charset=euc-kr', extension: 'txt' },
    ]);
  });
});

/** Only a change of what is written, or of the library that packs it, changes this. */
const xlsxHash = '0aec7ed6bbe0b4f020a09f354d6a1555529e44deea427e77eaa07e1707c13049';

const awkward = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ' ',
  '0',
  '0012',
  '李',
  '𠮷',
  'é',
  '\t',
  '뷁',
  '<&>',
  '_x0041_',
);
const typed = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: codePoint, maxLength: 8 }),
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 2 })), { maxLength: 6 }).map((parts) => parts.join('')),
);
const row = fc.record({
  row: fc.stringMatching(/^2\d{10}$/),
  bank: fc.stringMatching(/^\d{3}$/),
  account: fc.oneof(fc.stringMatching(/^[0-9]{1,16}$/), fc.stringMatching(/^\d{2,4}-\d{2,4}-\d{2,6}$/), typed),
  holder: typed,
  payee: typed,
  amount: fc.integer({ min: 1, max: 999_999_999_999 }),
  gross: fc.nat(),
  withheld: fc.nat(),
});

const variants = [
  profileOf('example-csv'),
  profileOf('example-csv', (yaml) =>
    yaml.replace('encoding: cp949', 'encoding: utf-8').replace('  titles', '  quotes: always\n  titles'),
  ),
  profileOf('example-csv', (yaml) =>
    yaml.replace('encoding: cp949', 'encoding: utf-8-bom').replace('crlf', 'lf\n  delimiter: "|"'),
  ),
  profileOf('example-xlsx'),
  profileOf('example-fixed-width'),
  profileOf('example-fixed-width', (yaml) => yaml.replace('encoding: cp949', 'encoding: utf-8')),
];

describe('whatever is paid to whomever', () => {
  it.each(variants.map((profile, index) => [`${profile.id} ${index}`, profile] as const))(
    'every cell of %s is read back as it was, or refused with its place; one bad cell refuses the file',
    async (_, profile) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
          const facts = factsOf(rows);
          const outcome = writeBankFile(profile, facts);
          const rowsOfFile = filledRows(profile.file, facts);
          if (outcome.kind === 'refused') {
            const cells = rowsOfFile.flatMap(({ place, cells: all }) =>
              all.map(({ column, text }) => JSON.stringify([place, column, text])),
            );
            expect(outcome.cells.length).toBeGreaterThan(0);
            for (const { place, column, value } of outcome.cells) {
              expect(cells).toContain(JSON.stringify([place, column, value]));
            }
            return;
          }
          const wanted = rowsOfFile.map(({ cells }) => cells.map(({ text }) => text));
          const found = await cellsOf(profile, outcome.bytes);
          const width = Math.max(...wanted.map((cells) => cells.length));
          const filled = (cells: readonly string[]) => [...cells, ...Array(width - cells.length).fill('')];
          expect(found.map(filled)).toEqual(wanted.map(filled));
        }),
        { seed: testSeed(), numRuns: 200 },
      );
    },
  );

  it('is mostly written: the property above is not about refusals alone', () => {
    const rows = fc.sample(row, { seed: 1, numRuns: 120 });
    for (const profile of variants) {
      const made = rows.filter((one) => writeBankFile(profile, factsOf([one])).kind === 'made');
      expect(made.length).toBeGreaterThan(8);
    }
  });
});
