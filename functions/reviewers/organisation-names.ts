/* What is known of organisations beside how their names are made. Lists to be added to: nothing depends on their length. */

/** Names of one organisation each; the first is the full one. Looked up without spaces, in lower case. */
export const otherNames: readonly (readonly string[])[] = [
  ['한국과학기술원', '카이스트', 'KAIST', 'Korea Advanced Institute of Science and Technology'],
  ['광주과학기술원', '지스트', 'GIST', 'Gwangju Institute of Science and Technology'],
  ['울산과학기술원', '유니스트', 'UNIST', 'Ulsan National Institute of Science and Technology'],
  ['대구경북과학기술원', '디지스트', 'DGIST'],
  ['포항공과대학교', '포항공대', '포스텍', 'POSTECH', 'Pohang University of Science and Technology'],
  ['서울대학교', 'Seoul National University', 'SNU'],
  ['서울시립대학교', '시립대', 'University of Seoul', 'UOS'],
  ['서울과학기술대학교', '서울과기대', '과기대', 'Seoul National University of Science and Technology', 'SeoulTech'],
  ['서울교육대학교', '서울교대', 'Seoul National University of Education'],
  ['연세대학교', '연대', 'Yonsei University'],
  ['고려대학교', '고대', 'Korea University'],
  ['성균관대학교', '성대', 'Sungkyunkwan University', 'SKKU'],
  ['한양대학교', '한대', 'Hanyang University'],
  ['이화여자대학교', '이화여대', '이대', 'Ewha Womans University'],
  ['중앙대학교', '중대', 'Chung-Ang University'],
  ['한국외국어대학교', '한국외대', '외대', 'Hankuk University of Foreign Studies', 'HUFS'],
  ['홍익대학교', '홍대', 'Hongik University'],
  ['건국대학교', '건대', 'Konkuk University'],
  ['동국대학교', '동대', 'Dongguk University'],
  ['숙명여자대학교', '숙명여대', '숙대', 'Sookmyung Women’s University'],
  ['동덕여자대학교', '동덕여대'],
  ['덕성여자대학교', '덕성여대'],
  ['성신여자대학교', '성신여대'],
  ['서울여자대학교', '서울여대'],
  ['한국방송통신대학교', '방송통신대학교', '방송대', '방통대', 'Korea National Open University'],
  ['경희대학교', 'Kyung Hee University'],
  ['서강대학교', 'Sogang University'],
  ['국민대학교', 'Kookmin University'],
  ['숭실대학교', 'Soongsil University'],
  ['세종대학교', 'Sejong University'],
  ['부산대학교', 'Pusan National University'],
  ['인하대학교', 'Inha University'],
  ['아주대학교', 'Ajou University'],
  ['비바리퍼블리카', '토스', 'Toss', 'Viva Republica'],
  ['토스뱅크', 'Toss Bank'],
  ['우아한형제들', '배달의민족', '배민', 'Woowa Brothers'],
  ['네이버파이낸셜', '네이버페이', 'Naver Financial'],
  ['네이버', 'NAVER', 'NHN네이버'],
  ['카카오', 'Kakao'],
  ['카카오뱅크', '한국카카오은행', '카뱅', 'Kakao Bank'],
  ['카카오페이', 'Kakao Pay'],
  ['케이뱅크', 'K뱅크', 'K-Bank'],
  ['두나무', '업비트', 'Dunamu', 'Upbit'],
  ['빗썸', '빗썸코리아', 'Bithumb'],
  ['뱅크샐러드', '레이니스트', 'Banksalad', 'Rainist'],
  ['핀다', 'Finda'],
  ['당근', '당근마켓', 'Karrot'],
  ['쿠팡', 'Coupang'],
  ['국민은행', 'KB국민은행', 'Kookmin Bank', 'KB Kookmin Bank', 'KB은행'],
  ['신한은행', 'Shinhan Bank'],
  ['우리은행', 'Woori Bank'],
  ['하나은행', 'KEB하나은행', 'Hana Bank', 'KEB Hana Bank'],
  ['기업은행', 'IBK기업은행', '중소기업은행', 'IBK은행', 'IBK', 'Industrial Bank of Korea'],
  ['농협은행', 'NH농협은행', 'NH은행', 'NongHyup Bank', 'NH NongHyup Bank'],
  ['산업은행', 'KDB산업은행', '한국산업은행', 'KDB', 'Korea Development Bank'],
  ['수출입은행', '한국수출입은행', 'Export-Import Bank of Korea'],
  ['제일은행', 'SC제일은행', '한국스탠다드차타드은행', 'SC First Bank', 'Standard Chartered Bank Korea'],
  ['한국씨티은행', '씨티은행', 'Citibank Korea'],
  ['한국은행', '한은', 'Bank of Korea', 'BOK'],
  ['한국투자증권', '한투증권', '한투'],
  ['미래에셋증권', '미래에셋대우'],
  ['삼성화재해상보험', '삼성화재'],
  ['현대해상화재보험', '현대해상'],
  ['한국거래소', 'KRX', 'Korea Exchange'],
  ['금융감독원', '금감원', 'FSS', 'Financial Supervisory Service'],
  ['금융위원회', '금융위', 'FSC', 'Financial Services Commission'],
  ['금융결제원', '금결원', 'KFTC'],
  ['예금보험공사', '예보', 'KDIC'],
  ['신용보증기금', '신보', 'KODIT'],
  ['기술보증기금', '기보', 'KIBO'],
  ['국민연금공단', '국민연금', 'NPS'],
  ['한국전자통신연구원', 'ETRI', '에트리'],
  ['한국과학기술연구원', 'KIST', '키스트'],
  ['한국개발연구원', 'KDI'],
  ['서울특별시', '서울시', '서울시청', '서울특별시청', 'Seoul Metropolitan Government', 'City of Seoul'],
  ['서울경제진흥원', '서울산업진흥원', 'SBA', 'Seoul Business Agency'],
  ['구글', '구글코리아', 'Google', 'Google Korea'],
  ['삼성전자', 'Samsung Electronics'],
  ['현대자동차', '현대차', 'Hyundai Motor'],
  ['엘지전자', 'LG전자', 'LG Electronics'],
  ['에스케이텔레콤', 'SK텔레콤', 'SKT', 'SK Telecom'],
  ['케이티', 'KT'],
];

/** Letters of a group that stand before a name which is known without them, and of which one member may tell another. */
export const groups = 'kb nh sh ibk kdb keb sc bnk dgb jb im sk lg gs ls cj kt nhn db'.split(' ');

/**
 * What an organisation is, at the end of its name, with what else the same is called. The longest that fits counts.
 * `대` ends many words: it counts only behind two syllables and more.
 */
export const kinds: readonly (readonly string[])[] = [
  ['은행', '뱅크', 'bank'],
  ['카드', '신용카드', 'card'],
  ['증권', '투자증권', '금융투자', 'securities', 'investment securities'],
  ['보험', 'insurance'],
  ['생명', '생명보험', 'life', 'life insurance'],
  ['화재', '손해보험', '손보', '화재해상보험', '해상화재보험', 'fire', 'fire marine insurance'],
  ['자산운용', '투자신탁운용', 'asset management'],
  ['캐피탈', '캐피털', 'capital'],
  ['저축은행', 'savings bank'],
  ['금융지주', '지주', '금융그룹', 'financial group', 'financial holdings'],
  ['투자파트너스', '벤처투자', '인베스트먼트', 'ventures', 'partners'],
  ['신용정보', '평가정보'],
  ['전자', 'electronics'],
  ['자동차', '모터스', 'motor', 'motors'],
  ['건설'],
  ['텔레콤', 'telecom'],
  ['페이', 'pay'],
  ['파이낸셜', 'financial'],
  ['시스템즈', '시스템', 'systems'],
  ['소프트', 'soft'],
  ['데이터시스템'],
  ['그룹', 'group'],
  ['대학교', '대', 'university', 'univ'],
  ['전문대학', '대학'],
  ['고등학교', '고', 'high school'],
  ['사이버대학교', '사이버대'],
  ['병원', '대학병원', 'hospital'],
  ['연구원', '연구소', 'research institute'],
  ['재단', 'foundation'],
  ['공단'],
  ['공사', 'corporation'],
  ['협회', '연합회', 'association'],
  ['중앙회'],
  ['조합', '협동조합'],
  ['회계법인'],
  ['법무법인'],
  ['진흥원'],
  ['구청', '구'],
  ['시청', '시'],
];

/** Stems so common that they say nothing unless the kind is the same too. */
export const genericStems: ReadonlySet<string> = new Set(
  [
    '한국 대한 대한민국 코리아 서울 중앙 국민 국립 시립 동양 아시아 글로벌 월드 제일 한일 동아 신 구 제이 전국 국제 미래 우리 하나',
    '부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주 강남 강북 남부 북부 동부 서부',
    '중소기업 기업 산업 금융 신용 디지털 스마트 핀테크 데이터 투자 테크 정보 기술 과학 과학기술 교육 문화 사회 경제 경영',
    'korea korean seoul national central first global international asia world digital fintech data tech the',
    'new united general',
  ]
    .join(' ')
    .split(' '),
);

/** Not an organisation: whoever writes these has none, or does not name it. */
export const noOrganisation: ReadonlySet<string> = new Set(
  [
    '프리랜서 프리랜스 개인 개인사업 개인사업자 자영업 자영업자 사업 사업자 창업 창업준비 예비창업자 1인기업 없음 해당없음 해당사항없음 무직',
    '무 구직 구직중 구직자 취업준비 취업준비중 취업준비생 취준생 취준 휴직 휴직중 학생 대학생 대학원생 고등학생 재학 재학중 재학생 휴학 휴학중 휴학생 졸업 졸업생',
    '주부 전업주부 가사 퇴사 퇴직 은퇴 이직준비 이직준비중 비공개 미정 기타 회사 직장 직장인 회사원 사원 학교 대학 대학교 대학원 은행 기업 중소기업',
    'it회사 it기업 금융회사 금융권 금융기업 보험회사 증권회사 카드회사 핀테크회사 핀테크기업 외국계기업 외국계회사 중견기업 은행원 개발자 연구직',
    '대기업 스타트업 공무원 군인 알바 아르바이트 백수 x na none no nothing nil freelance freelancer selfemployed unemployed jobseeker',
    'jobseeking student individual company startup private secret etc other notapplicable',
  ]
    .join(' ')
    .split(' '),
);

/** What ends the name of a part of an organisation. */
export const partEnds: readonly string[] = [
  ...'본점 본사 지점 지사 영업점 출장소 지부 지회 공장 센터 캠퍼스 본부 사업부 사업단 추진단 사무소 사무국 연구실 연구소 연구원 연구센터'.split(
    ' ',
  ),
  ...'부 팀 실 국 처 셀 파트 그룹 스쿼드 챕터 학과 학부 전공 대학 대학원 단과대학 계열 과 과정 연구회 동아리 노동조합 노조 부문 랩'.split(
    ' ',
  ),
  ...'점 원 장 직원 행원 사원 학생 교수 재학 재학생 졸업 졸업생 출신 소속 인턴 대리 과장 차장 부장'.split(' '),
];

/** The same in English: a word that is, or begins, a part. */
export const partWords: ReadonlySet<string> = new Set(
  (
    'department dept division team branch office headquarters hq school college faculty campus center centre lab laboratory ' +
    'program programme unit graduate undergraduate institute'
  ).split(' '),
);

/** What is said beside an organisation of who belongs to it. */
export const standings: ReadonlySet<string> = new Set(
  [
    '전 현 前 現 재직 재직중 재직자 근무 근무중 재학 재학중 재학생 휴학 휴학중 휴학생 졸업 졸업생 졸업예정 수료 중퇴 퇴사 퇴직 입사 입사예정 인턴 계약직 정규직 파견',
    '소속 출신 학사 석사 박사 석사과정 박사과정 학부생 대학원생 대표 대표이사 이사 임원 사원 주임 대리 과장 차장 부장 팀장 선임 책임 수석 교수 조교',
    '개발자 기획자 디자이너 연구원 직원 행원 학생 과정 중 예정 former formerly current currently ex employee intern student alumni graduate ceo manager',
  ]
    .join(' ')
    .split(' '),
);
