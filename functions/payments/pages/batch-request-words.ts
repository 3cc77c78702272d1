import type { Text } from '../../shared/i18n.ts';

/** What the requests about a batch say. */
export const requestWords = {
  'payment-file': {
    lead: {
      ko: '지급할 청구가 확정되었습니다. 업무함에서 은행 파일을 받아 은행에 올려 주십시오.',
      en: 'The claims to be paid are frozen. Take the file for the bank at your desk, and give it to the bank.',
    },
    done: { ko: '은행 파일을 만들었습니다', en: 'The bank’s file was made' },
    followed: {
      ko: '은행이 결과 파일을 보내오면 올려 주시도록 다시 요청드립니다.',
      en: 'You will be asked for the bank’s result file.',
    },
  },
  'payment-result': {
    lead: {
      ko: '은행이 보내온 결과 파일을 업무함에서 올려 주십시오.',
      en: 'Upload the result file that the bank has sent, at your desk.',
    },
    done: { ko: '은행 결과를 올렸습니다', en: 'The bank’s result was uploaded' },
    followed: {
      ko: '강사에게 지급 명세서를 보내며, 반송된 청구는 다음 묶음에 들어갑니다. 하실 일은 없습니다.',
      en: 'Lecturers get their statements, and returned claims go into the next batch. You do not need to do anything.',
    },
  },
  toBatch: { ko: '지급 묶음 열기', en: 'Open the batch' },
  givenUp: { ko: '지급 묶음이 취소되었습니다', en: 'The batch was given up' },
  nothing: { ko: '하실 일은 없습니다.', en: 'You do not need to do anything.' },
} as const satisfies Record<string, Text | Readonly<Record<'lead' | 'done' | 'followed', Text>>>;
