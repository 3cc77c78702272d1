import * as z from 'zod';
import { longText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

const essay = { minLength: 50, maxLength: 1500, schema: longText({ min: 50, max: 1500 }) };
const purpose = { ko: '입주 기업 선발', en: 'To select the startups' };

const stages = ['idea', 'prototype', 'launched', 'revenue', 'investment'] as const;
const areas = ['payments', 'lending', 'wealth', 'insurance', 'regtech', 'blockchain', 'data', 'other'] as const;

export const product = applicationPage({
  id: 'product',
  title: { ko: '제품과 고객', en: 'Product and customers' },
  fields: {
    area: {
      widget: 'radios',
      label: { ko: '핀테크 분야', en: 'Field of fintech' },
      options: [
        { value: 'payments', label: { ko: '결제·송금', en: 'Payments and transfers' } },
        { value: 'lending', label: { ko: '대출·신용 분석', en: 'Lending and credit scoring' } },
        { value: 'wealth', label: { ko: '자산 관리·투자', en: 'Wealth and investment' } },
        { value: 'insurance', label: { ko: '보험', en: 'Insurance' } },
        { value: 'regtech', label: { ko: '보안·인증·규제 준수', en: 'Security, identity and compliance' } },
        { value: 'blockchain', label: { ko: '블록체인', en: 'Blockchain' } },
        { value: 'data', label: { ko: '금융 데이터·인공지능', en: 'Financial data and AI' } },
        { value: 'other', label: { ko: '핀테크가 아닌 분야', en: 'Not fintech' } },
      ],
      schema: z.enum(areas),
      missing: { ko: '핀테크 분야를 선택해 주십시오.', en: 'Choose your field of fintech.' },
      data: {
        purpose: {
          ko: '지원 자격(핀테크 분야) 확인, 입주 기업 선발',
          en: 'To check the field, and to select the startups',
        },
        retention: 'enrolment',
      },
    },
    stage: {
      widget: 'radios',
      label: { ko: '지금의 단계', en: 'Stage' },
      options: [
        { value: 'idea', label: { ko: '아이디어를 검증하고 있습니다', en: 'We are testing an idea' } },
        { value: 'prototype', label: { ko: '시제품이 있습니다', en: 'We have a prototype' } },
        { value: 'launched', label: { ko: '출시하였고 사용자가 있습니다', en: 'It is launched and has users' } },
        { value: 'revenue', label: { ko: '매출이 있습니다', en: 'We have revenue' } },
        { value: 'investment', label: { ko: '투자를 받았습니다', en: 'We have investors' } },
      ],
      schema: z.enum(stages),
      missing: { ko: '지금의 단계를 선택해 주십시오.', en: 'Choose the stage you have reached.' },
      data: { purpose, retention: 'enrolment' },
    },
    founders: {
      ...essay,
      widget: 'textarea',
      label: { ko: '창업자와 구성원', en: 'Founders and team' },
      hint: {
        ko: '누가 무엇을 맡고 있고, 그 일을 하기에 앞서 무엇을 해 왔는지 써 주십시오. 다른 분의 이름과 경력은 그분의 동의를 받은 뒤 적어 주십시오.',
        en: 'Who does what, and what they did before. Get the consent of others before you write their names and careers.',
      },
      missing: { ko: '창업자와 구성원을 소개해 주십시오.', en: 'Write about the founders and the team.' },
      data: { purpose, retention: 'enrolment', identifies: true },
    },
    product: {
      ...essay,
      widget: 'textarea',
      label: { ko: '제품이나 서비스', en: 'Product or service' },
      hint: {
        ko: '누구의 어떤 문제를 어떻게 해결하는지, 지금 쓰이는 방법과 무엇이 다른지 써 주십시오.',
        en: 'Whose problem it solves and how, and how it differs from what is used today.',
      },
      missing: { ko: '제품이나 서비스를 소개해 주십시오.', en: 'Write about your product or service.' },
      data: { purpose, retention: 'application' },
    },
    customers: {
      ...essay,
      widget: 'textarea',
      label: { ko: '고객과 시장', en: 'Customers and market' },
      hint: {
        ko: '지금의 고객이나 만나 본 예비 고객, 그들에게서 알게 된 것을 숫자와 함께 써 주십시오.',
        en: 'Your customers, or those you have talked to, and what you learnt from them, with figures.',
      },
      missing: { ko: '고객과 시장에 관하여 써 주십시오.', en: 'Write about your customers and market.' },
      data: { purpose, retention: 'application' },
    },
  },
});
