import type { FileFacts, TransferRow } from '../../../functions/bank-files/file-rows.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';

export const transferRow = (change: Partial<TransferRow> = {}): TransferRow => ({
  row: '27040100001',
  bank: '004',
  account: '012-34-567890',
  holder: '김하온',
  payee: 'kim-haon',
  amount: 547_200,
  gross: 600_000,
  withheld: 52_800,
  ...change,
});

export const factsOf = (rows: readonly TransferRow[]): FileFacts => ({
  batch: 'pay-2704-1',
  month: '2027-04',
  payOn: localDateSchema.parse('2027-04-26'),
  rows,
});

/** Names and accounts that spreadsheets and encodings like to spoil. */
export const awkwardRows: readonly TransferRow[] = [
  transferRow(),
  transferRow({ row: '27040100002', account: '0001230', holder: '李 素 (이소)', amount: 10, gross: 10, withheld: 0 }),
  transferRow({
    row: '27040100003',
    account: '1002-003-000004',
    holder: '=1+1, "합계"',
    amount: 1,
    gross: 1,
    withheld: 0,
  }),
];
