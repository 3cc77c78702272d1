import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

const columns = ['거래번호', '입금액', '처리결과', '불능사유'];

/**
 * What a bank would send back for a file of the example profile `example-csv`: every row is paid, but for those that are
 * named by their numbers from 1.
 */
export function bankAnswer(file: Uint8Array, returned: readonly number[]): Buffer {
  const [titles = [], ...rows]: string[][] = parse(iconv.decode(Buffer.from(file), 'cp949'), {
    relax_column_count: true,
  });
  const [row, amount] = [titles.indexOf('거래번호'), titles.indexOf('입금액')];
  const transfers = rows.filter(({ length }) => length === titles.length);
  const lines = transfers.map((cells, index) => {
    const isBack = returned.includes(index + 1);
    return [cells[row], cells[amount], isBack ? '불능' : '정상', isBack ? '계좌 없음' : ''];
  });
  return iconv.encode([columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join(''), 'cp949');
}
