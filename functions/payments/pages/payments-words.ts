import type { RefusedCell } from '../../bank-files/bank-file.ts';
import type { ResultProblem } from '../../bank-files/read-result.ts';
import type { Text } from '../../shared/i18n.ts';
import type { BatchState } from '../batch.ts';
import type { Mismatch } from '../match-result.ts';
import type { Barred } from '../separation.ts';

export const paymentsWords = {
  title: { ko: '강사료 지급', en: 'Payments' },
  lead: {
    ko: '승인된 청구는 한 번에 묶어 지급합니다. 은행 파일을 만들고, 은행이 보내온 결과 파일을 올려 주십시오.',
    en: 'Approved claims are paid in batches. Make the file for the bank, and upload what the bank sends back.',
  },
  none: { ko: '아직 지급 묶음이 없습니다.', en: 'There is no batch yet.' },
  noBatch: { ko: '이 지급 묶음을 찾을 수 없습니다', en: 'There is no such batch' },
  noBatchText: { ko: '목록에서 다시 선택해 주십시오.', en: 'Choose one from the list.' },
  noRole: { ko: '재무 담당자만 볼 수 있습니다', en: 'This is for officers of finance' },
  noRoleText: {
    ko: '담당자가 바뀌었다면 운영자에게 알려 주십시오.',
    en: 'If this is your task now, tell an operator.',
  },
  back: { ko: '지급 목록으로', en: 'To all payments' },
  batch: { ko: '지급 묶음', en: 'Batch' },
  state: { ko: '상태', en: 'State' },
  payOn: { ko: '지급 예정일', en: 'To be paid on' },
  claims: { ko: '청구', en: 'Claims' },
  transfers: { ko: '이체', en: 'Transfers' },
  gross: { ko: '지급 총액(세전)', en: 'Gross' },
  incomeTax: { ko: '소득세', en: 'Income tax' },
  localTax: { ko: '지방소득세', en: 'Local income tax' },
  net: { ko: '이체 금액', en: 'Net' },
  hash: { ko: '위·변조 확인값(SHA-256)', en: 'Check value (SHA-256)' },
  fileHash: { ko: '은행 파일의 위·변조 확인값(SHA-256)', en: 'Check value of the bank’s file (SHA-256)' },
  paidOn: { ko: '지급일', en: 'Paid on' },
  returnedSum: { ko: '반송', en: 'Returned' },
  outcome: { ko: '은행의 결과', en: 'The bank’s result' },
  paidRow: { ko: '이체됨', en: 'Paid' },
  row: { ko: '거래 번호', en: 'Row' },
  payee: { ko: '받는 사람', en: 'Payee' },
  rows: { ko: '이체 목록', en: 'Transfers' },
  make: { ko: '은행 파일 받기', en: 'Get the file for the bank' },
  makeText: {
    ko: '계좌번호가 들어 있는 파일입니다. 은행에 올린 뒤 이 컴퓨터에서 지워 주십시오. 받은 기록은 남습니다.',
    en: 'It has account numbers. Delete it from this computer once the bank has it. That you took it is recorded.',
  },
  proveFirst: {
    ko: '먼저 본인인지 확인합니다. 확인하신 뒤 이 화면으로 돌아와 이어서 하실 수 있습니다.',
    en: 'First we ask you to confirm that it is you. You then come back here and continue.',
  },
  prove: { ko: '본인 확인하기', en: 'Confirm that it is you' },
  proved: {
    ko: '본인 확인을 마치셨습니다. 5분 안에 마쳐 주십시오.',
    en: 'You have confirmed that it is you. Finish within five minutes.',
  },
  file: { ko: '은행 파일', en: 'The file for the bank' },
  afterFile: {
    ko: '파일을 받으신 뒤 이 화면을 새로 고치시면 은행의 결과 파일을 올리실 수 있습니다.',
    en: 'Once you have the file, reload this page: you can then upload what the bank sends back.',
  },
  result: { ko: '은행의 결과', en: 'The bank’s result' },
  chooseFile: { ko: '결과 파일', en: 'Result file' },
  resultHint: { ko: '1MB까지 올릴 수 있습니다.', en: 'Up to 1 MB.' },
  day: { ko: '지급된 날', en: 'Day of payment' },
  dayHint: {
    ko: '지급 예정일이 적혀 있습니다. 은행이 다른 날에 이체했으면 수정해 주십시오.',
    en: 'This is the planned day. If the bank has paid on another one, change it.',
  },
  sure: {
    ko: '이체 건수와 금액을 은행 화면과 비교했습니다. 확정하면 되돌릴 수 없습니다.',
    en: 'I have compared number and sum with what the bank shows. This cannot be undone.',
  },
  confirm: { ko: '지급 확정', en: 'Confirm the payment' },
  notTaken: { ko: '처리하지 못했습니다. 바뀐 내용은 없습니다.', en: 'This was not accepted. Nothing has changed.' },
  notNow: { ko: '지금 상태에서는 할 수 없습니다.', en: 'This is not possible in its present state.' },
  fileMissing: { ko: '결과 파일을 선택해 주십시오.', en: 'Choose the result file.' },
  sureMissing: {
    ko: '건수와 금액을 비교하신 뒤 표시해 주십시오.',
    en: 'Compare number and sum with what the bank shows, then tick this.',
  },
  impossibleDay: {
    ko: '은행 파일을 만든 날부터 오늘까지의 날이어야 합니다.',
    en: 'The day is between the one on which the file was made and today.',
  },
  dayIsOver: {
    ko: '지급 예정일이 지났습니다. 운영자에게 이 묶음을 취소하고 새로 만들도록 요청해 주십시오.',
    en: 'The day of payment is over. Ask an operator to give this batch up and to make another one.',
  },
  otherTaxes: {
    ko: '승인한 뒤 세율이나 소득 구분이 바뀌어 지급일의 세액과 다릅니다. 운영자에게 이 묶음을 취소하도록 요청해 주십시오. 해당 청구',
    en: 'Since the approval a tax rate or a payee has changed, so that taxes on the day of payment are others. Ask an operator to give this batch up. Claims',
  },
  tooLarge: { ko: '파일이 1MB보다 큽니다.', en: 'The file is larger than 1 MB.' },
  taxMonth: { ko: '원천징수 월 집계', en: 'Tax month' },
} as const satisfies Record<string, Text>;

export const stateWords: Readonly<Record<BatchState, Text>> = {
  GATHERING: { ko: '모으는 중', en: 'gathering' },
  FROZEN: { ko: '확정됨, 은행 파일 전', en: 'frozen, no file yet' },
  MADE: { ko: '은행 파일 만듦, 결과 대기', en: 'file made, waiting for the result' },
  SETTLING: { ko: '지급 처리 중', en: 'being settled' },
  SETTLED: { ko: '지급 완료', en: 'settled' },
  DISSOLVING: { ko: '취소 중', en: 'being given up' },
  DISSOLVED: { ko: '취소됨', en: 'given up' },
};

export const barredWords: Readonly<Record<Barred['kind'], Text>> = {
  'approved-it': {
    ko: '직접 승인한 청구가 들어 있어, 은행 파일과 지급 결과는 다른 담당자가 처리해야 합니다.',
    en: 'You approved a claim in this batch, so somebody else has to make the file and confirm the payment.',
  },
  'paid-by-it': {
    ko: '본인이 받는 강사료가 들어 있어, 은행 파일과 지급 결과는 다른 담당자가 처리해야 합니다.',
    en: 'You are paid by this batch, so somebody else has to make the file and confirm the payment.',
  },
};

export const cellWords: Readonly<Record<RefusedCell['why'], Text>> = {
  encoding: { ko: '은행 파일의 문자 집합에 없는 글자가 있습니다', en: 'the encoding lacks a character of it' },
  control: { ko: '보이지 않는 글자나 줄바꿈이 있습니다', en: 'it has a character that is not seen' },
  'too-long': { ko: '칸보다 깁니다', en: 'it is longer than its field' },
  padding: { ko: '채움 문자와 구별되지 않습니다', en: 'it cannot be told from what fills its field' },
  reserved: { ko: '스프레드시트가 다르게 읽습니다', en: 'a spreadsheet reads it as something else' },
  'not-a-number': { ko: '숫자가 아닙니다', en: 'it is no number' },
};

export const problemWords: Readonly<Record<ResultProblem['why'] | Mismatch['why'], Text>> = {
  unreadable: { ko: '이 은행의 결과 파일로 읽을 수 없습니다', en: 'cannot be read as a result of this bank' },
  'amount-unreadable': { ko: '금액을 읽을 수 없습니다', en: 'the amount cannot be read' },
  'status-unknown': { ko: '처리 결과를 알 수 없습니다', en: 'what became of it is not known' },
  unknown: { ko: '이 묶음에 없는 거래입니다', en: 'is no row of this batch' },
  missing: { ko: '결과 파일에 없습니다', en: 'is not in the file' },
  doubled: { ko: '두 번 나옵니다', en: 'is there twice' },
  'different-amount': { ko: '금액이 다릅니다', en: 'has another amount' },
};

export const lineText = (line: number): Text => ({ ko: `${line}번째 줄`, en: `line ${line}` });

/** A row that the bank has returned, with its reason if it gave one. */
export const returnedText = (reason: string): Text => ({
  ko: reason ? `반송: ${reason}` : '반송',
  en: reason ? `Returned: ${reason}` : 'Returned',
});

export const countText = (count: number): Text => ({ ko: `${count}건`, en: String(count) });
