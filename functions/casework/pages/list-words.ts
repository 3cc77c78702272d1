import type { Text } from '../../shared/i18n.ts';
import type { ListOrder } from '../listed-applications.ts';

export const orderWords: Readonly<Record<ListOrder, Text>> = {
  newest: { ko: '최근 제출 순', en: 'Last sent first' },
  oldest: { ko: '먼저 제출 순', en: 'First sent first' },
  reference: { ko: '접수 번호 순', en: 'By reference number' },
};

export const listWords = {
  title: { ko: '지원서 목록', en: 'Applications' },
  searchTitle: { ko: '지원서 찾기', en: 'Find applications' },
  search: { ko: '접수 번호, 이메일, 이름 또는 휴대전화', en: 'Reference number, email, name or mobile' },
  searchHint: {
    ko: '이름은 일부만 입력해도 됩니다. 예: A-27H1-7K3Q-9MX4, 김하늘, 010-1234-5678',
    en: 'A part of a name is enough. For example A-27H1-7K3Q-9MX4, Haneul Kim, 010-1234-5678',
  },
  searchMissing: {
    ko: '찾을 접수 번호, 이메일, 이름 또는 휴대전화 번호를 입력해 주십시오. 예: 김하늘',
    en: 'Enter a reference number, an email address, a name or a mobile number, for example Haneul Kim.',
  },
  find: { ko: '찾기', en: 'Find' },
  found: (count: number, more: boolean): Text => ({
    ko: more
      ? `${count}건이 넘습니다. 최근에 제출된 ${count}건만 표시하니 더 자세히 입력해 주십시오.`
      : `${count}건을 찾았습니다.`,
    en: more
      ? `There are more than ${count}; those that were sent last are shown. Enter more of it.`
      : `${count} found.`,
  }),
  foundNobody: { ko: '찾은 지원서가 없습니다', en: 'Nothing was found' },
  foundNobodyText: {
    ko: '이 모집에 제출된 지원서 가운데 입력하신 내용과 맞는 것이 없습니다. 철자를 확인하거나 접수 번호로 찾아 주십시오. 취소된 지원서는 휴대전화 번호로 찾을 수 없습니다.',
    en: 'No application that was sent in this round fits. Check the spelling, or look by the reference number. A withdrawn one is not found by its mobile number.',
  },
  shown: { ko: '보기', en: 'What is shown' },
  state: { ko: '상태', en: 'State' },
  all: { ko: '모든 상태', en: 'All states' },
  order: { ko: '정렬', en: 'Order' },
  show: { ko: '적용하기', en: 'Show' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  name: { ko: '이름', en: 'Name' },
  email: { ko: '이메일', en: 'Email' },
  mobile: { ko: '휴대전화', en: 'Mobile' },
  sent: { ko: '제출 일시', en: 'Sent' },
  language: { ko: '작성 언어', en: 'Language' },
  decided: { ko: '자격 결정 일시', en: 'Eligibility decided' },
  hidden: { ko: '이해관계가 있어 표시하지 않음', en: 'Not shown: a conflict of interest' },
  erased: { ko: '파기됨', en: 'Erased' },
  none: { ko: '해당하는 지원서가 없습니다.', en: 'There are no such applications.' },
  partly: (looked: number): Text => ({
    ko: `이 순서로는 ${looked.toLocaleString('ko-KR')}건씩 살펴봅니다. 다음 화면에서 이어서 찾습니다.`,
    en: `In this order ${looked.toLocaleString('en-GB')} are looked through at a time. The next page goes on.`,
  }),
  pages: { ko: '목록 이동', en: 'Pages' },
  previous: { ko: '이전 화면', en: 'Previous page' },
  next: { ko: '다음 화면', en: 'Next page' },
  toList: { ko: '전체 목록으로', en: 'Back to the list' },
  toRound: { ko: '모집 현황으로', en: 'Back to the round' },
  csv: { ko: 'CSV 파일 받기', en: 'Download as CSV' },
  csvText: (most: number): Text => ({
    ko: `지금 보고 계신 지원서를 받습니다. 한 파일에 ${most.toLocaleString('ko-KR')}건까지 담기며, 받은 기록이 남습니다.`,
    en: `The applications of the present choice, up to ${most.toLocaleString('en-GB')} in a file. The audit keeps that you took them.`,
  }),
  csvPart: (part: number, of: number): Text =>
    of === 1
      ? { ko: '파일 받기', en: 'Download' }
      : { ko: `${of}개 파일 중 ${part}번째 받기`, en: `Download file ${part} of ${of}` },
  recorded: {
    ko: '이 화면을 보신 기록이 남습니다.',
    en: 'The audit keeps that you have seen this page.',
  },
  noCase: { ko: '지원서를 찾을 수 없습니다', en: 'There is no such application' },
  noCaseText: {
    ko: '이 모집에 제출된 지원서가 아닙니다. 접수 번호를 확인해 주십시오.',
    en: 'It is not one that was sent in this round. Check the reference number.',
  },
} as const;
