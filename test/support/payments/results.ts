import iconv from 'iconv-lite';
import type { Transfer } from '../../../functions/payments/transfer.ts';

/** The result file of the example bank that writes CSV: of some rows, by their numbers from 1, it says that they came back. */
export const resultOf = (
  transfers: readonly Pick<Transfer, 'row' | 'amount'>[],
  returned: ReadonlySet<number>,
): Buffer =>
  iconv.encode(
    [
      '거래번호,입금액,처리결과,불능사유',
      ...transfers.map(({ row, amount }, index) =>
        returned.has(index + 1) ? `${row},${amount},불능,계좌 없음` : `${row},${amount},정상,`,
      ),
      '',
    ].join('\r\n'),
    'cp949',
  );
