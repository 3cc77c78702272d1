import type { Round } from '../rounds/round.ts';

interface LetterWords {
  readonly title: string;
  readonly statement: string;
}

/** What the letter of each programme says; official papers of the city are in Korean. */
const letterWords: Readonly<Record<Round['programme'], LetterWords>> = {
  academy: {
    title: '교육생 선발 확인서',
    statement: '위 사람은 공개 모집과 심사를 거쳐 위 과정의\n교육생으로 선발되었음을 확인합니다.',
  },
  lab: {
    title: '선정 확인서',
    statement: '위 사람은 공개 모집과 심사를 거쳐 위 과정의\n입주 기업으로 선정되었음을 확인합니다.',
  },
  pilot: {
    title: '선정 확인서',
    statement: '위 사람은 공개 모집과 심사를 거쳐 위 사업의\n참여자로 선정되었음을 확인합니다.',
  },
};

/** Who is selected to stay on was there before. */
const extensionWords: LetterWords = {
  title: '입주 연장 선정 확인서',
  statement: '위 사람은 심사를 거쳐 위와 같이\n입주 연장 대상 기업으로 선정되었음을 확인합니다.',
};

export const letterWordsOf = ({ programme, renews }: Pick<Round, 'programme' | 'renews'>): LetterWords =>
  renews ? extensionWords : letterWords[programme];

export const letterLabelWords = {
  name: '성명',
  round: '과정',
  period: '기간',
  days: '시간',
  place: '장소',
  reference: '접수 번호',
  issued: '발급일',
  verify: '진위 확인',
  verifyText: 'QR 코드를 찍거나 아래 주소를 열어 확인 코드를 입력하면, 이 확인서가 유효한지 누구나 확인할 수 있습니다.',
  code: '확인 코드',
  contact: '문의',
} as const;
