import { describe, expect, it } from 'vitest';
import { type Likeness, likeness } from '../../../functions/reviewers/likeness.ts';
import { organisationsIn } from '../../../functions/reviewers/organisations.ts';

/** Pairs of what two people wrote, and what they are to each other. */
const pairs: Readonly<Record<Likeness, readonly (readonly [string, string])[]>> = {
  same: [
    ['가온은행', '가온은행(본점)'],
    ['가온은행', '(주)가온은행 IT본부'],
    ['가온은행', '㈜가온은행 강남지점'],
    ['가온은행', '가온은행강남지점'],
    ['가온은행', '가온은행 디지털금융부'],
    ['가온은행', '가온 은행 IT 본부'],
    ['가온은행', '가온은행, 누림카드'],
    ['누림카드', '가온은행, 누림카드'],
    ['누림카드', '가온은행 누림카드'],
    ['누림카드', '전) 가온은행 / 현) 누림카드'],
    ['누림카드', '가온은행 및 누림카드'],
    ['가온은행', '전 가온은행 과장'],
    ['가온은행', '가온은행 재직중'],
    ['가온뱅크', '가온은행'],
    ['서울대학교', '서울대학교 경영학과'],
    ['서울대학교', '서울대 경영학과'],
    ['서울대학교', '서울대'],
    ['서울대학교', '서울대학교경영학과'],
    ['서울대학교 공과대학', '서울대 의과대학'],
    ['서울대학교', 'Seoul National University, College of Business'],
    ['연세대학교', '연세대학교 미래캠퍼스'],
    ['고려대학교 대학원', 'Department of Computer Science, Korea University'],
    ['KB국민은행', '국민은행'],
    ['KB국민은행 여의도본점', '(주)국민은행'],
    ['NH농협은행', '농협은행'],
    ['IBK기업은행', '중소기업은행'],
    ['신한투자증권', '신한증권'],
    ['카이스트', '한국과학기술원'],
    ['KAIST 경영대학', '한국과학기술원(KAIST)'],
    ['토스', '비바리퍼블리카'],
    ['비바리퍼블리카(토스)', 'Viva Republica, Inc.'],
    ['토스(비바리퍼블리카)', '(주)비바리퍼블리카 서버개발팀'],
    ['케이뱅크', 'K뱅크'],
    ['서울특별시청', '서울시'],
    ['회계법인 가온', '가온회계법인'],
    ['前 가온은행', '現)가온은행'],
    ['Stanford University', 'Stanford Univ.'],
    ['이화여대', '이화여자대학교 컴퓨터공학과'],
    ['방송대', '한국방송통신대학교'],
    ['금감원', '금융감독원 디지털금융감독국'],
    ['Gaon Bank', 'Gaon Bank Digital Division'],
    ['Gaon Bank Co., Ltd.', 'GAON BANK (Head Office)'],
    ['한국은행', '한국은행 경제연구원'],
  ],
  maybe: [
    ['신한은행', '신한카드'],
    ['신한은행', '신한금융지주'],
    ['KB증권', 'KB국민은행'],
    ['NH투자증권', 'NH농협은행'],
    ['삼성전자', '삼성화재'],
    ['서울대학교', '서울대학교병원'],
    ['서울대', '서울대 병원'],
    ['토스뱅크', '토스'],
    ['고려대학교', '고려대학교부속고등학교'],
    ['가온', '가온은행'],
    ['카카오', '카카오엔터프라이즈'],
    ['네이버', '네이버클라우드'],
    ['신한DS', '신한은행'],
    ['토스페이먼츠', '토스'],
    ['한화생명', '한화손해보험'],
    ['SK하이닉스', 'SK텔레콤'],
    ['현대카드', '현대자동차'],
    ['고대병원', '고려대학교'],
    ['한양대에리카', '한양대학교'],
    ['서울', '서울'],
    ['한국', '한국'],
  ],
  no: [
    ['서울대학교', '서울시립대학교'],
    ['서울대', '시립대'],
    ['서울대학교', '서울과학기술대학교'],
    ['서울대학교', '서울'],
    ['서울대학교', '서울은행'],
    ['중앙대학교', '중앙일보'],
    ['한국은행', '한국전력공사'],
    ['한국은행', '한국대학교'],
    ['국민은행', '국민연금공단'],
    ['국민대학교', '국민은행'],
    ['우리은행', '우리카드회원'],
    ['프리랜서', '프리랜서'],
    ['개인사업자', '개인 사업자'],
    ['취업 준비 중', '취업준비중'],
    ['해당 없음', '해당없음'],
    ['N/A', 'n/a'],
    ['은행', '은행'],
    ['스타트업', '스타트업'],
    ['스타트업 개발자', '스타트업 개발자'],
    ['IT회사', 'IT회사'],
    ['고려대 경영대', '연세대 경영대'],
    ['고려대학교 의과대', '연세대학교 의과대'],
    ['고려아연', '고려대학교'],
    ['서울디지털재단', '부산디지털재단'],
    ['가온은행', '누림은행'],
    ['가온은행 IT본부', '누림카드 IT본부'],
    ['서울대학교 경영학과', '연세대학교 경영학과'],
    ['Korea University', 'Korea'],
    ['Seoul National University', 'University of Seoul'],
    ['Samsung SDS', 'LG CNS'],
    ['', ''],
    ['-', '…'],
  ],
};

const cases = Object.entries(pairs).flatMap(([expected, some]) => some.map((pair) => [...pair, expected] as const));

describe('two names of organisations', () => {
  it.each(cases)('“%s” and “%s” are taken for: %s', (one, other, expected) => {
    expect(likeness(organisationsIn(one), organisationsIn(other))).toBe(expected);
    expect(likeness(organisationsIn(other), organisationsIn(one))).toBe(expected);
  });
});

describe('in a round in which departments count as houses of their own', () => {
  it.each([
    ['서울대학교 경영학과', '서울대 의과대학', 'maybe'],
    ['서울대학교경영학과', '서울대학교 컴퓨터공학부', 'maybe'],
    ['서울대학교 경영학과', '서울대 경영대학', 'same'],
    ['서울대학교 경영학과', '서울대학교', 'same'],
    ['서울대학교 경영학과', '서울대학교 경영학과, 서울대학교 의과대학', 'same'],
    ['가온은행 강남지점', '가온은행 본점', 'same'],
    ['서울대학교 교수', '서울대학교 경영학과', 'same'],
    ['서울대학교 관악캠퍼스', '서울대학교 의과대학', 'same'],
    ['서울대학교 경영학과', '연세대학교 경영학과', 'no'],
  ] as const)('%s and %s are %s', (one, other, expected) => {
    const apart = { departmentsApart: true };
    expect(likeness(organisationsIn(one), organisationsIn(other), apart)).toBe(expected);
    expect(likeness(organisationsIn(other), organisationsIn(one), apart)).toBe(expected);
    if (expected === 'maybe') expect(likeness(organisationsIn(one), organisationsIn(other))).toBe('same');
  });
});
