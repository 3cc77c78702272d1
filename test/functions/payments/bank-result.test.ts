import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readResult } from '../../../functions/bank-files/read-result.ts';
import { writeSheet } from '../../../functions/bank-files/xlsx-file.ts';
import { matchResult } from '../../../functions/payments/match-result.ts';
import { profileOf } from '../../support/payments/profiles.ts';

const csvForm = profileOf('example-csv').result;
const heading = '번호,거래번호,입금액,처리결과,불능사유';
const csv = (...lines: string[]): Buffer => iconv.encode([heading, ...lines, ''].join('\r\n'), 'cp949');
const transfers = [
  { row: '27040100001', amount: 547_200 },
  { row: '27040100002', amount: 10 },
];
const paid = '1,27040100001,"547,200",정상,';
const returned = '2,27040100002,10,불능,계좌 0123 오류';

async function rows(bytes: Buffer, form = csvForm) {
  const read = await readResult(form, bytes);
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
  return read.rows;
}

describe('what the bank says', () => {
  it('is read from CSV in CP949 or UTF-8, whatever other columns there are, without the digits of a reason', async () => {
    const wanted = [
      { line: 2, row: '27040100001', amount: 547_200, outcome: 'paid' },
      { line: 3, row: '27040100002', amount: 10, outcome: 'returned', reason: '계좌 ●●●● 오류' },
    ];
    expect(await rows(csv(paid, returned))).toEqual(wanted);
    const utf8 = Buffer.from(`\uFEFF${[heading, paid, returned].join('\n')}`);
    expect(await rows(utf8)).toEqual(wanted);
  });

  it('is read from a workbook, numbers as they are stored', async () => {
    const form = profileOf('example-xlsx').result;
    const text = (...cells: string[]) => cells.map((cell) => ({ text: cell, as: 'text' }) as const);
    const sheet = writeSheet('결과', [
      text('거래번호', '이체금액', '결과', '사유'),
      [...text('27040100001'), { text: '547200', as: 'number' }, ...text('완료', '')],
      text('', '', '', ''),
      [{ text: '27040100002', as: 'number' }, ...text('10', '취소', '예금주 다름')],
    ]);
    expect(await rows(sheet, form)).toEqual([
      { line: 2, row: '27040100001', amount: 547_200, outcome: 'paid' },
      { line: 4, row: '27040100002', amount: 10, outcome: 'returned', reason: '예금주 다름' },
    ]);
    expect(await readResult(form, Buffer.from('no workbook'))).toMatchObject({ problems: [{ what: 'sheet' }] });
  });

  it('is not unpacked if it says that it is very large', async () => {
    const huge = writeSheet('결과', [[{ text: ' '.repeat(21_000_000), as: 'text' }]]);
    expect(huge.length).toBeLessThan(1_000_000);
    expect(await readResult(profileOf('example-xlsx').result, huge)).toMatchObject({ problems: [{ what: 'size' }] });
  });

  it('is read in fixed width, of the rows of transfers only', async () => {
    const form = profileOf('example-fixed-width').result;
    const line = (text: string, status: string, reason: string) =>
      Buffer.concat([
        iconv.encode(`R${text}${status}${reason}`, 'cp949'),
        Buffer.alloc(80 - 27 - iconv.encode(reason, 'cp949').length, ' '),
        Buffer.from('\r\n'),
      ]);
    const file = Buffer.concat([
      Buffer.from(`H${' '.repeat(79)}\r\n`),
      line('270401000010000000547200', '00', ''),
      line('270401000020000000000010', '12', '예금주 불일치'),
    ]);
    expect(await rows(file, form)).toEqual([
      { line: 2, row: '27040100001', amount: 547_200, outcome: 'paid' },
      { line: 3, row: '27040100002', amount: 10, outcome: 'returned', reason: '예금주 불일치' },
    ]);
    expect(await readResult(form, Buffer.from('R2704\r\n'))).toMatchObject({ problems: [{ what: 'line 1' }] });
  });

  it.each([
    ['an unknown word for what became of a row', csv('1,27040100001,10,모름,'), { why: 'status-unknown', line: 2 }],
    ['an amount that is none', csv('1,27040100001,10.5,정상,'), { why: 'amount-unreadable', line: 2 }],
    ['a negative amount', csv('1,27040100001,-10,정상,'), { why: 'amount-unreadable', line: 2 }],
    ['no heading of its row', iconv.encode('입금액,처리결과,불능사유\r\n', 'cp949'), { what: '거래번호', line: 1 }],
    ['no lines at all', Buffer.from(''), { what: 'headings' }],
    ['bytes in no encoding', Buffer.concat([csv(paid), Buffer.from([0xff])]), { what: 'encoding' }],
    ['a quote that is not closed', csv('1,"27040100001,10,정상,'), { what: 'csv' }],
  ])('is refused with %s', async (_, bytes, problem) => {
    expect(await readResult(csvForm, bytes)).toMatchObject({ kind: 'refused', problems: [problem] });
  });
});

describe('a result', () => {
  const match = async (...lines: string[]) => matchResult(transfers, await rows(csv(...lines)));

  it('that has every row once with its amount says who was paid and what came back', async () => {
    expect(await match(returned, paid)).toEqual({
      kind: 'matched',
      returned: new Map([['27040100002', '계좌 ●●●● 오류']]),
    });
  });

  it('is refused as a whole with every row that does not fit, and why', async () => {
    expect(await match(paid, paid, '3,27040100009,10,정상,')).toEqual({
      kind: 'refused',
      mismatches: [
        { row: '27040100001', line: 3, why: 'doubled' },
        { row: '27040100009', line: 4, why: 'unknown' },
        { row: '27040100002', why: 'missing' },
      ],
    });
    expect(await match(paid, '2,27040100002,11,정상,')).toMatchObject({
      mismatches: [{ row: '27040100002', line: 3, why: 'different-amount' }],
    });
    expect(await match(paid, returned, '3,27040100002,11,정상,')).toMatchObject({ mismatches: [{ why: 'doubled' }] });
    expect(await match()).toMatchObject({ mismatches: [{ why: 'missing' }, { why: 'missing' }] });
  });
});
