import type { TypedPages } from '../../../functions/forms/answers.ts';

/** One invented startup, as it fills in the form `lab-v1`. */
export interface DemoStartup {
  readonly email: string;
  readonly lang: 'ko' | 'en';
  readonly typed: TypedPages;
}

interface Firm {
  readonly firmName: string;
  readonly businessNumber: string;
  readonly founded: readonly [year: string, month: string, day: string];
  readonly name: string;
  readonly birth: readonly [year: string, month: string, day: string];
  readonly email: string;
  readonly mobile: string;
  readonly area: string;
  readonly stage: string;
  readonly staff: string;
  readonly desks: string;
  readonly accessNeeds?: string;
  readonly about: {
    readonly founders: string;
    readonly product: string;
    readonly customers: string;
    readonly yearPlan: string;
  };
}

const dateIn = (field: string, [year, month, day]: readonly [string, string, string]) => ({
  [`${field}.year`]: [year],
  [`${field}.month`]: [month],
  [`${field}.day`]: [day],
});

const firm = (given: Firm): DemoStartup => {
  const { about } = given;
  return {
    email: given.email,
    lang: 'ko',
    typed: {
      consents: { 'consent-personal-data': ['yes'], 'consent-news': [] },
      kind: { kind: ['firm'] },
      firm: { firmName: [given.firmName], businessNumber: [given.businessNumber], corporateNumber: [] },
      company: { ...dateIn('foundedOn', given.founded), staff: [given.staff] },
      representative: {
        name: [given.name],
        latinName: [],
        ...dateIn('birthDate', given.birth),
        email: [given.email],
        mobile: [given.mobile],
        position: ['대표'],
      },
      product: {
        area: [given.area],
        stage: [given.stage],
        founders: [about.founders],
        product: [about.product],
        customers: [about.customers],
      },
      residency: {
        yearPlan: [about.yearPlan],
        desks: [given.desks],
        accessNeeds: given.accessNeeds === undefined ? [] : [given.accessNeeds],
      },
    },
  };
};

/** Has just been admitted: its offer is in the inbox. */
export const admitted = firm({
  firmName: '새봄페이',
  businessNumber: '123-45-67891',
  founded: ['2024', '5', '1'],
  name: '김새봄',
  birth: ['1990', '4', '2'],
  email: 'saebom.kim@saebom-pay.example',
  mobile: '010-0000-4101',
  area: 'payments',
  stage: 'launched',
  staff: '5',
  desks: '4',
  accessNeeds: '휠체어로 드나들 수 있는 자리',
  about: {
    founders:
      '대표는 간편결제 회사에서 정산 시스템을 6년 동안 만들었고, 공동 창업자는 전통시장 상인회에서 3년 동안 일하며 가맹점 200곳의 정산을 도왔습니다. 개발 3명, 현장 2명입니다.',
    product:
      '전통시장 상인이 여러 결제 수단의 입금을 하루 한 번 한 장의 표로 확인하는 정산 서비스입니다. 지금은 상인이 평균 40분 동안 앱 다섯 개를 열어 맞추는데, 시험 가게 32곳에서 6분으로 줄었습니다.',
    customers:
      '시장 세 곳의 가게 87곳이 매달 9,900원을 내고 있습니다. 석 달 동안 그만둔 곳은 4곳이며, 이유는 폐업 3곳, 앱 사용의 어려움 1곳이었습니다.',
    yearPlan:
      '1분기에는 정산 오류를 1,000건에 2건 아래로 줄이고, 2분기에는 시장 10곳으로 넓히며, 3분기에는 은행 한 곳과 매출 담보 대출을 시험하고, 4분기에는 유료 가게 600곳을 달성하겠습니다.',
  },
});

/** Waits in the same round, so that a seat that is given back has somebody to go to. */
export const waiting = firm({
  firmName: '두레보험기술',
  businessNumber: '220-81-62517',
  founded: ['2023', '9', '12'],
  name: '박두레',
  birth: ['1987', '11', '23'],
  email: 'dure.park@dure-insurtech.example',
  mobile: '010-0000-4102',
  area: 'insurance',
  stage: 'prototype',
  staff: '4',
  desks: '4',
  about: {
    founders:
      '대표는 손해보험사에서 소액 보험 심사를 8년 동안 맡았고, 공동 창업자는 자연어 처리 연구실에서 문서 분류를 연구했습니다. 두 사람은 3년 동안 함께 일했습니다.',
    product:
      '배달 기사가 일하는 시간에만 드는 보험의 청구를 사진 세 장으로 끝내는 서비스입니다. 지금은 청구에 서류 7장과 9일이 걸리지만, 시제품으로 120건을 심사한 결과 평균 하루 반이 걸렸습니다.',
    customers:
      '배달 대행사 두 곳의 기사 140명이 시험에 참여하였고, 그중 61명이 두 번 넘게 사용했습니다. 대행사는 기사 한 사람에 월 3,000원을 내겠다는 의향서를 주었습니다.',
    yearPlan:
      '1분기에 심사 기준을 보험사와 확정하고, 2분기에 500명으로 시험을 넓히며, 3분기에 보험사와 상품을 신고하고, 4분기에 유료 기사 2,000명을 목표로 합니다.',
  },
});

/** Is in the Lab for months, and its contract ends soon. */
export const renewing = firm({
  firmName: '한결핀랩',
  businessNumber: '110-81-34859',
  founded: ['2022', '3', '7'],
  name: '이한결',
  birth: ['1985', '6', '30'],
  email: 'hangyeol.lee@hangyeol-finlab.example',
  mobile: '010-0000-4103',
  area: 'data',
  stage: 'revenue',
  staff: '9',
  desks: '8',
  about: {
    founders:
      '대표는 신용평가회사에서 소상공인 모형을 7년 동안 만들었습니다. 구성원 9명 가운데 5명이 자료 분석, 2명이 개발, 2명이 영업을 맡고 있습니다.',
    product:
      '소상공인의 카드 매출과 임대차 자료로 폐업 위험을 석 달 앞서 알려 주는 서비스입니다. 금융회사가 쓰는 지금의 모형보다 실제 폐업을 18퍼센트 더 찾아냈습니다.',
    customers:
      '저축은행 두 곳과 계약하여 매달 사용료를 받고 있으며, 보증기관 한 곳과 시험을 하고 있습니다. 고객은 예상 손실이 줄어든 만큼을 사용료의 근거로 삼습니다.',
    yearPlan:
      '1분기에 세 번째 금융회사와 계약하고, 2분기에 모형을 업종 20개로 넓히며, 3분기에 신용정보 관련 허가를 신청하고, 4분기에 손익분기를 넘기겠습니다.',
  },
});

/** Its contract is over, and it has not given its space back. */
export const staying = firm({
  firmName: '모아지갑',
  businessNumber: '105-86-71240',
  founded: ['2021', '8', '2'],
  name: '최모아',
  birth: ['1992', '2', '14'],
  email: 'moa.choi@moa-wallet.example',
  mobile: '010-0000-4104',
  area: 'wealth',
  stage: 'launched',
  staff: '3',
  desks: '3',
  about: {
    founders:
      '대표는 자산운용사에서 소액 적립 상품을 5년 동안 기획했고, 공동 창업자 두 사람은 은행 앱을 만들었습니다. 세 사람 모두 전업으로 일하고 있습니다.',
    product:
      '잔돈을 모아 목적별로 나누어 투자하는 지갑입니다. 사용자는 여행, 병원비처럼 목적을 정하고, 쓸 때마다 남는 돈이 그 목적에 쌓입니다. 석 달 유지율은 41퍼센트입니다.',
    customers:
      '가입자 3,200명이 한 사람에 평균 월 27,000원을 모으고 있습니다. 유료 기능에 월 1,900원을 내는 사용자는 210명이며, 매달 늘고 있습니다.',
    yearPlan:
      '1분기에 증권사와 계좌 연계를 마치고, 2분기에 가입자 1만 명을 넘기며, 3분기에 유료 비율을 10퍼센트로 올리고, 4분기에 다음 투자를 받겠습니다.',
  },
});
