import type { SlotState } from '../documents/deciding.ts';
import type { Text } from '../shared/i18n.ts';

export const attachmentWords = {
  title: { ko: '제출 서류', en: 'Documents' },
  lead: {
    ko: '서류는 새 창에서 보내십시오. 이 화면에 작성하신 내용은 그대로 있습니다.',
    en: 'You send them in another window. What you have written here stays.',
  },
  open: { ko: '제출 서류 보내기 (새 창)', en: 'Send your documents (opens in a new window)' },
  reload: { ko: '보내신 뒤 상태 다시 확인하기', en: 'Check again after sending' },
  missing: { ko: '아직 보내지 않은 필수 서류가 있습니다', en: 'Required documents are missing' },
  checking: {
    ko: '검사 중인 파일이 있어도 지원서를 제출하실 수 있습니다. 검사에서 문제가 발견되면 이메일로 알려 드립니다.',
    en: 'You can send your application while a file is being checked. If something is wrong with it, we email you.',
  },
  toForm: { ko: '지원서로 돌아가기', en: 'Back to your application' },
  toStatus: { ko: '내 지원 현황으로 돌아가기', en: 'Back to your application' },
  seeAll: { ko: '서류 화면에서 보기', en: 'See the documents' },
  none: { ko: '보낸 파일이 없습니다.', en: 'No file was sent.' },
  download: { ko: '내려받기', en: 'Download' },
  blind: {
    ko: '지원자를 알아볼 수 있는 서류는 보여 드리지 않습니다. 파일 안에 그런 내용이 있으면 점수에 반영하지 마십시오.',
    en: 'Documents that tell who applied are not shown. If something in a file does, do not let it affect your scores.',
  },
} as const satisfies Record<string, Text>;

/** Where a document stands, for whoever reads the application. */
export const staffStates: Readonly<Record<SlotState, Text>> = {
  missing: { ko: '보내지 않음', en: 'Not sent' },
  checking: { ko: '파일 검사 중', en: 'Being checked' },
  refused: { ko: '받지 못함', en: 'Not taken' },
  undecided: { ko: '접수됨', en: 'Received' },
  returned: { ko: '보완 요청', en: 'Returned' },
  accepted: { ko: '인정됨', en: 'Accepted' },
};
