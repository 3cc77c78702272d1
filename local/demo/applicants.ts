/** What one invented applicant answers, by page of the form `academy-v1` and field. */
export interface DemoApplicant {
  readonly email: string;
  readonly lang: 'ko' | 'en';
  readonly pages: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

interface Person {
  readonly lang?: 'ko' | 'en';
  readonly name: string;
  readonly birth: readonly [year: string, month: string, day: string];
  readonly email: string;
  readonly mobile: string;
  readonly district: string;
  readonly seoulTies: readonly string[];
  readonly education: string;
  readonly employment: string;
  readonly organisation?: string;
  readonly field: string;
  readonly years: string;
  readonly motivation: string;
  readonly plan: string;
}

const applicant = (person: Person): DemoApplicant => {
  const { lang = 'ko', name, birth, email, mobile, district, motivation, plan, ...background } = person;
  const [year, month, day] = birth;
  return {
    email,
    lang,
    pages: {
      'about-you': {
        name,
        'birthDate.year': year,
        'birthDate.month': month,
        'birthDate.day': day,
        email,
        mobile,
        district,
      },
      background: { organisation: '', ...background },
      why: { motivation, plan },
      attendance: { canAttend: 'all', finishedEarlier: 'no', accessibility: '' },
      consents: { 'consent-personal-data': 'yes' },
    },
  };
};

/** Nobody of them exists. Strong and weak applications, one in English, one conflict, and one for the intake officer. */
export const demoApplicants: readonly DemoApplicant[] = [
  // A reviewer and a member of the committee are of Gaon Bank too: neither is asked about her.
  applicant({
    name: '한서윤',
    birth: ['1993', '5', '17'],
    email: 'seoyun.han@example.com',
    mobile: '010-0000-3101',
    district: 'jung',
    seoulTies: ['lives', 'works'],
    education: 'bachelor',
    employment: 'employed',
    organisation: '가온은행',
    field: 'finance',
    years: '6',
    motivation:
      '영업점에서 6년 동안 대출 상담을 했습니다. 서류를 다시 내러 오는 손님이 하루에 열 분쯤 됩니다. 어떤 서류가 왜 되돌아오는지 석 달 동안 적어 보니 열에 일곱은 소득 증빙 양식이 바뀐 것을 몰라서였습니다. 표를 만들어 창구에 붙였더니 다시 오시는 분이 반으로 줄었습니다. 이런 일을 사람이 아니라 화면이 해 줄 수 있어야 한다고 생각했고, 혼자 SQL과 Python을 배우며 여기까지 왔습니다.',
    plan: '수료하면 지점의 서류 안내를 모바일에서 미리 확인하게 하는 작은 도구를 만들어 시범 운영을 제안하려고 합니다. 그러려면 오픈뱅킹 API로 무엇을 조회할 수 있는지, 개인정보를 어디까지 다루어도 되는지를 배워야 합니다. 디지털부서로 옮기는 사내 공모가 내년 가을에 있습니다.',
  }),
  applicant({
    name: '오지훈',
    birth: ['2001', '11', '2'],
    email: 'jihun.oh@example.com',
    mobile: '010-0000-3102',
    district: 'gwanak',
    seoulTies: ['lives', 'studies'],
    education: 'student',
    employment: 'student',
    organisation: '새빛대학교',
    field: 'it',
    years: '0',
    motivation:
      '동아리에서 회비 정산 앱을 만들어 120명이 두 학기째 쓰고 있습니다. 처음에는 송금 내역을 손으로 옮겼는데, 이름이 같은 사람이 있어 두 번이나 잘못 독촉했습니다. 그때 돈을 다루는 프로그램은 틀렸을 때 되돌리는 방법까지 만들어야 한다는 것을 배웠습니다. 정산과 원장을 제대로 공부하고 싶습니다.',
    plan: '4학년 졸업 과제를 복식부기 원장을 쓰는 정산 서버로 하려고 합니다. 과정에서 결제 취소와 대사를 배워 과제에 넣고, 졸업 뒤에는 결제 대행사의 백엔드 개발자로 지원하겠습니다. 동아리 앱은 후배에게 문서와 함께 넘길 계획입니다.',
  }),
  applicant({
    lang: 'en',
    name: 'Priya Raman',
    birth: ['1990', '2', '8'],
    email: 'priya.raman@example.com',
    mobile: '010-0000-3103',
    district: 'yongsan',
    seoulTies: ['lives', 'works'],
    education: 'postgraduate',
    employment: 'self-employed',
    field: 'finance',
    years: '8',
    motivation:
      'I keep the books of eleven small restaurants in Itaewon, most of them run by people whose first language is not Korean. Every month I explain the same card settlement statement eleven times. Last year I built a spreadsheet that turns the statement into three sentences, and two owners found fees that they had paid twice. I want to learn how such statements are made, so that I can stop guessing.',
    plan: 'A service that explains card and delivery settlements in five languages. I have the first users and the texts. What I lack is a way to read the data with consent instead of from photos of paper, and a partner who can program: I hope to find both in the course, and to apply for the Startup Lab afterwards.',
  }),
  applicant({
    name: '윤도현',
    birth: ['1988', '8', '30'],
    email: 'dohyun.yoon@example.com',
    mobile: '010-0000-3104',
    district: 'songpa',
    seoulTies: ['works'],
    education: 'bachelor',
    employment: 'employed',
    organisation: '도담소프트',
    field: 'it',
    years: '11',
    motivation:
      '핀테크는 4차 산업혁명의 핵심 분야로서 앞으로 크게 성장할 것이라 생각하여 지원하게 되었습니다. 저는 성실함과 책임감을 바탕으로 11년 동안 맡은 일을 꾸준히 해 왔습니다. 새로운 기술에 관심이 많고 배우는 것을 좋아합니다.',
    plan: '배운 내용을 바탕으로 회사와 사회에 기여하는 인재가 되겠습니다. 핀테크 분야로 이직하는 것도 생각하고 있으며, 여러 사람과 교류하며 시야를 넓히고 싶습니다.',
  }),
  applicant({
    name: '배수아',
    birth: ['1999', '4', '21'],
    email: 'sua.bae@example.com',
    mobile: '010-0000-3105',
    district: 'mapo',
    seoulTies: ['lives'],
    education: 'bachelor',
    employment: 'seeking',
    field: 'finance',
    years: '1',
    motivation:
      '경영학을 전공하고 회계법인에서 1년 동안 계약직으로 일했습니다. 전표를 대조하는 일을 하면서 규칙이 분명한 일은 자동으로 할 수 있겠다고 생각했고, 엑셀 매크로로 제 일의 절반을 줄였습니다. 다만 프로그래밍을 제대로 배운 적은 없어서 기초부터 차근차근 배우고 싶습니다.',
    plan: '핀테크 기업의 운영이나 데이터 분석 직무로 취업하고 싶습니다. 우선 SQL과 Python을 익히고, 수료할 때까지 공개된 금융 데이터로 분석 보고서를 한 편 써서 포트폴리오로 만들 생각입니다.',
  }),
  applicant({
    name: '문태식',
    birth: ['1979', '12', '5'],
    email: 'taesik.moon@example.com',
    mobile: '010-0000-3106',
    district: 'outside-seoul',
    seoulTies: ['works'],
    education: 'college',
    employment: 'self-employed',
    field: 'finance',
    years: '15',
    motivation:
      '보험 설계사로 15년을 일했습니다. 고객 대부분이 예순을 넘기셨는데, 모바일 청구가 어려워 저에게 영수증을 들고 오십니다. 작년에는 복지관에서 여덟 번에 걸쳐 모바일 보험금 청구를 가르쳐 드렸고, 어느 화면에서 포기하시는지 사진을 찍어 모아 두었습니다. 글씨 크기보다 되돌아가기 단추가 없는 것이 더 문제였습니다.',
    plan: '어르신이 쓰시는 청구 화면을 어떻게 만들어야 하는지 보험사에 제안하고 싶습니다. 화면을 직접 그려 보여 줄 만큼은 배우려고 합니다. 복지관 수업은 계속할 것이고, 함께 배우는 분들이 만든 서비스를 그 수업에서 시험해 볼 수 있습니다.',
  }),
  // A background in neither field: the intake officer decides.
  applicant({
    name: '임채원',
    birth: ['1995', '9', '13'],
    email: 'chaewon.lim@example.com',
    mobile: '010-0000-3107',
    district: 'nowon',
    seoulTies: ['lives', 'works'],
    education: 'bachelor',
    employment: 'employed',
    organisation: '늘봄지역아동센터',
    field: 'other',
    years: '0',
    motivation:
      '사회복지사로 일하며 아이들의 급식비와 후원금을 관리합니다. 전공은 아니지만 2년 동안 온라인 강의로 JavaScript를 배워, 후원금이 어디에 쓰였는지 후원자가 볼 수 있는 페이지를 만들었습니다. 지금 세 곳의 센터가 함께 씁니다. 독학으로는 결제를 안전하게 다루는 법을 배우기 어려웠습니다.',
    plan: '소액 후원을 정기 결제로 받고, 쓰임을 그대로 보여 주는 서비스를 비영리 단체와 만들고 싶습니다. 과정에서 정기 결제와 본인 확인을 배우고, 수료한 뒤 1년 안에 열 곳의 센터에서 쓰게 하는 것이 목표입니다.',
  }),
];
