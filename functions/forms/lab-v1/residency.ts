import { wholeNumber } from '../../shared/pages/schemas.ts';
import { longText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

const toPlace = { ko: '사무 공간 배정', en: 'To find an office that fits' };

export const residency = applicationPage({
  id: 'residency',
  title: { ko: '입주 계획', en: 'Your year in the Lab' },
  fields: {
    yearPlan: {
      widget: 'textarea',
      label: { ko: '입주 1년의 계획', en: 'Your plan for the year' },
      hint: {
        ko: '분기마다 무엇을 이룰 것인지, 그것을 어떻게 확인할 수 있는지, 랩의 어떤 도움이 필요한지 써 주십시오.',
        en: 'What you will achieve in each quarter, how one can see it, and what you need from the Lab for it.',
      },
      missing: { ko: '입주 1년의 계획을 써 주십시오.', en: 'Write about your plan for the year.' },
      minLength: 50,
      maxLength: 1500,
      schema: longText({ min: 50, max: 1500 }),
      data: { purpose: { ko: '입주 기업 선발', en: 'To select the startups' }, retention: 'enrolment' },
    },
    desks: {
      widget: 'number',
      label: { ko: '필요한 책상 수', en: 'Desks that you need' },
      hint: {
        ko: '랩에서 함께 일할 인원만큼 숫자로 입력해 주십시오(최대 12). 예: 4',
        en: 'One for each person who will work in the Lab, 12 at most, for example 4',
      },
      schema: wholeNumber({ min: 1, max: 12, unit: /(?:개|석|desks?)$/i }),
      missing: {
        ko: '필요한 책상 수를 숫자로 입력해 주십시오. 예: 4',
        en: 'Enter how many desks you need, for example 4.',
      },
      data: { purpose: toPlace, retention: 'enrolment' },
    },
    accessNeeds: {
      widget: 'textarea',
      label: { ko: '공간을 쓸 때 필요한 편의', en: 'Support that you need in the office' },
      hint: {
        ko: '휠체어로 드나들 수 있는 자리, 높낮이 조절 책상처럼 필요하신 편의만 적어 주십시오. 장애나 질병 등 그 이유는 적지 마십시오. 공간을 준비하는 데만 쓰며 심사에는 반영하지 않습니다.',
        en: 'Tell us only what you need, for example step-free access or a height-adjustable desk. Do not tell us the reason, such as somebody’s health. We use it only to prepare the office, never for the selection.',
      },
      optional: true,
      schema: longText({ max: 500 }),
      maxLength: 500,
      data: { purpose: toPlace, retention: 'enrolment' },
    },
  },
});
