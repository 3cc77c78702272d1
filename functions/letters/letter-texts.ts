import type { Round } from '../rounds/round.ts';

interface LetterWords {
  readonly title: string;
  readonly statement: string;
}

/** What the letter of each programme says; official papers of the city are in Korean. */
export const letterWords: Readonly<Record<Round['programme'], LetterWords>> = {
  academy: {
    title: '입학 허가서',
    statement: '위 사람은 공개 모집과 심사를 거쳐 위 과정의 교육생으로\n선발되었으므로 입학을 허가합니다.',
  },
  lab: {
    title: '입주 허가서',
    statement: '위 사람은 공개 모집과 심사를 거쳐 위 과정의 입주 기업으로\n선발되었으므로 입주를 허가합니다.',
  },
  pilot: {
    title: '참여 허가서',
    statement: '위 사람은 공개 모집과 심사를 거쳐 위 사업의 참여자로\n선발되었으므로 참여를 허가합니다.',
  },
};

export const letterLabelWords = {
  name: '성명',
  round: '과정',
  period: '기간',
  days: '시간',
  place: '장소',
  reference: '접수 번호',
  issued: '발급일',
  verify: '진위 확인',
  verifyText: '아래 주소에서 확인 코드를 입력하면 이 허가서가 유효한지 누구나 확인할 수 있습니다.',
  code: '확인 코드',
  contact: '문의',
} as const;
