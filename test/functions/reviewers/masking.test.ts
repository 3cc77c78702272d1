import { describe, expect, it } from 'vitest';
import { type Identity, maskerFor } from '../../../functions/reviewers/masking.ts';

const haneul: Identity = {
  names: ['김하늘'],
  emails: ['haneul.kim95@naver.com'],
  phones: ['010-1234-5678'],
  districts: ['강남구', 'Gangnam-gu'],
  births: ['1995-03-02'],
  organisations: ['(주)가온은행 IT본부, 서울대학교'],
};

const masked = (text: string, identity: Partial<Identity> = {}): string =>
  maskerFor({ ...haneul, ...identity })(text)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.masked}]`))
    .join('');

const nobody: Identity = { names: [], emails: [], phones: [], districts: [], births: [], organisations: [] };

describe('of the applicant’s own words', () => {
  it.each([
    ['안녕하세요, 김하늘입니다.', '안녕하세요, [name]입니다.'],
    ['저는 김하늘이라고 합니다', '저는 [name]이라고 합니다'],
    ['김 하늘, 김.하.늘, 김  하  늘은', '[name], [name], [name]은'],
    ['김\u200b하늘 김하\u00ad늘', '[name] [name]'],
    ['김하늘'.normalize('NFD'), '[name]'],
    ['(김하늘)', '([name])'],
    ['팀에서는 하늘이는 뭐든 한다고, 하늘아 하고 불렀다', '팀에서는 하늘이는 뭐든 한다고, 하늘아 하고 불렀다'],
    ['하늘씨, 하늘 씨가', '[name]씨, [name] 씨가'],
    ['My name is Haneul Kim.', 'My name is [name].'],
    ['KIM HA-NEUL, Kim, Ha Neul; gim haneul', '[name], [name]; [name]'],
    ['Haneul is my name', '[name] is my name'],
    ['연락처는 010-1234-5678입니다', '연락처는 [contact]입니다'],
    ['01012345678 / +82 10 1234 5678 / 010.1234.5678', '[contact] / [contact] / [contact]'],
    ['０１０－１２３４－５６７８', '[contact]'],
    ['친구 번호 010-9999-8888도, 회사 02-123-4567도', '친구 번호 [contact]도, 회사 [contact]도'],
    ['공일공 일이삼사 오육칠팔로', '[contact]로'],
    ['1234-5678로 전화 주세요', '[contact]로 전화 주세요'],
    ['+1 (415) 555-0132', '[contact]'],
    ['haneul.kim95@naver.com으로', '[contact]으로'],
    ['haneul.kim95 골뱅이 naver.com', '[contact]'],
    ['haneul(at)naver.com', '[contact]'],
    ['아이디는 haneul.kim95입니다', '아이디는 [contact]입니다'],
    ['https://github.com/haneul에서 볼 수 있습니다', '[contact]에서 볼 수 있습니다'],
    ['github.com/haneul, www.haneul.dev, haneul.tistory.com', '[contact], [contact], [contact]'],
    ['인스타 아이디 sky_95, 카톡: sky95, @sky.kim', '인스타 아이디 [contact], 카톡: [contact], [contact]'],
    ['900101-1234567과 900101-1******', '[number]과 [number]'],
    ['1995년 3월 2일, 1995.03.02., 950302', '[number]일, [number]., [number]'],
    ['강남구에 살고 있습니다', '[address]에 살고 있습니다'],
    ['I live in Gangnam-gu, Seoul', 'I live in [address], Seoul'],
    ['서울시 마포구 월드컵북로 396에 있는', '[address]에 있는'],
    ['서울특별시 강남구 테헤란로 152, 101동 1203호', '[address], [address]'],
    ['가온은행에서 일합니다', '[organisation]에서 일합니다'],
    ['가온 은행 IT본부', '[organisation] IT본부'],
    ['서울대를 졸업하고 서울대학교 대학원에', '[organisation]를 졸업하고 [organisation] 대학원에'],
    ['서울대생, 서울대병원', '[organisation]생, [organisation]병원'],
    ['Seoul National University and SNU', '[organisation] and [organisation]'],
    ['한빛대학교 컴퓨터공학과를 졸업했습니다', '[organisation] 컴퓨터공학과를 졸업했습니다'],
    ['누림카드에서 3년 동안 근무했고', '누림카드에서 3년 동안 근무했고'],
    ['누림카드에서 근무했고', '[organisation]에서 근무했고'],
  ])('“%s” is shown as “%s”', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    ['이준', '이준입니다. 이준비 과정, 이준은', '[name]입니다. 이준비 과정, [name]은'],
    ['정도영', '정도 영향을 주었고, 정 도영은', '정도 영향을 주었고, [name]은'],
    [
      '이상',
      '이상 세 가지입니다. 제 이름은 이상입니다. 10명 이상',
      '이상 세 가지입니다. 제 이름은 [name]입니다. 10명 이상',
    ],
    ['남궁민', '남궁 민입니다, 남궁민', '[name]입니다, [name]'],
    ['Nguyễn Văn An', 'I am Nguyen Van An, or just Nguyễn.', 'I am [name], or just [name].'],
    ['Grace Hope', 'Grace Hope hopes for grace and hope', '[name] hopes for grace and hope'],
    ['Alex Johnson', 'Johnson, Alex and alexander', '[name] and alexander'],
    ['알렉스 존슨', '저는 알렉스 존슨이고, 알렉스입니다', '저는 [name]이고, [name]입니다'],
    ['김하늘 (Haneul Kim)', '김하늘, Haneul Kim', '[name], [name]'],
    ['Conan O’Brien', "Conan O'Brien and OBrien", '[name] and OBrien'],
    ['Jean-Luc Picard', 'Picard, Jean Luc; jean-luc picard', '[name]; [name]'],
    ['金天', '我叫金天', '我叫[name]'],
    ['박지수', '지수가 올랐고 park에 갔다. Jisoo Park, Ji-su Bak', '지수가 올랐고 park에 갔다. [name], [name]'],
    ['김민지', '민지야, 민지 씨, 민지가', '[name]야, [name] 씨, 민지가'],
  ])('the name %s: “%s” is shown as “%s”', (name, text, expected) => {
    expect(masked(text, { names: [name] })).toBe(expected);
  });

  it.each([
    [
      '토스',
      '토스에서 일하며 토스트를 먹고 토스뱅크를 쓴다',
      '[organisation]에서 일하며 토스트를 먹고 [organisation]뱅크를 쓴다',
    ],
    ['카이스트', 'KAIST와 한국과학기술원, 카이스트에서', '[organisation]와 [organisation], [organisation]에서'],
    ['국민은행', 'KB국민은행은 국민의 은행', '[organisation]은 국민의 은행'],
    ['연세대학교', '사회적 연대와 연대 경영학과, 연세대', '사회적 연대와 [organisation] 경영학과, [organisation]'],
    ['서울', '서울에서 산다', '서울에서 산다'],
    ['프리랜서', '프리랜서로 일한다', '프리랜서로 일한다'],
  ])('of %s: “%s” is shown as “%s”', (organisation, text, expected) => {
    expect(masked(text, { organisations: [organisation] })).toBe(expected);
  });
});

describe('what tells nothing', () => {
  it.each([
    '서울대입구역 2번 출구에서 만나',
    '하늘이 맑은 날, 하늘을 보며',
    '가온누리 사업',
    'ASP.NET과 Node.js, socket.io로 만들었습니다',
    '2024. 1. 5부터 2024. 12. 31까지',
    '매출이 1,234,567,890원',
    '최대 1000 2000명, 목표로 100 200명',
    '기준금리 3.25%, 0.25%p',
    '1588-1990년대',
    '임진왜란 1592-1598',
    '버전 1.2.3 10.15.7',
    '시중은행에서 근무하는 사람들',
    '핀테크 기업에 다니는 친구',
    'GitHub Actions와 카카오톡 API',
    '시간당 010 처리',
    '강남에서 만난 구청 직원',
    'Kimchi and Parker',
  ])('“%s” stays', (text) => {
    expect(masked(text)).toBe(text);
    expect(maskerFor(nobody)(text)).toEqual([text]);
  });
});
