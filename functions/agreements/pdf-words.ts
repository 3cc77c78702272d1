import type { Text } from '../shared/i18n.ts';
import type { Called } from './called.ts';

/** What stands in the PDF beside the agreement's own words. */
export const pdfWords = {
  version: { ko: '판', en: 'Version' },
  frozen: { ko: '작성일', en: 'Drawn up on' },
  translation: {
    ko: '',
    en: 'English translation. If it differs from the Korean text, the Korean text applies.',
  },
  signatures: { ko: '서명', en: 'Signatures' },
  signedAt: { ko: '서명한 때', en: 'Signed' },
  way: {
    ko: '내용을 화면에서 읽고 이름을 입력하였으며, 이 방법으로 서명하는 데 동의하고 이메일로 받은 일회용 인증 번호로 확인함',
    en: 'Read on the page, name typed, this way of signing agreed to and confirmed by a one-time code sent by email',
  },
  text: { ko: '서명한 문서의 위·변조 확인값(SHA-256)', en: 'Check value (SHA-256) of the text that was signed' },
  verify: {
    ko: '이 사본이 진본인지는 아래 주소에서 파일을 올려 누구나 확인할 수 있습니다.',
    en: 'Anybody can check this copy by uploading the file at this address.',
  },
} as const satisfies Record<string, Text>;

/** Above the number of an agreement, by what it is called. */
export const numberLabel = (called: Called): string => `${called} 번호`;
