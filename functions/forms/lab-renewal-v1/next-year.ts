import { wholeNumber } from '../../shared/pages/schemas.ts';
import { longText, shortText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

const purpose = { ko: '연장 심사', en: 'To decide about the extension' };

/** What somebody else can see at the end of a quarter. */
const milestone = (number: 1 | 2 | 3 | 4) =>
  ({
    widget: 'text',
    label: {
      ko: `${number * 3 - 2}~${number * 3}개월째의 목표`,
      en: `Milestone of months ${number * 3 - 2} to ${number * 3}`,
    },
    hint: {
      ko: '그때 확인할 수 있는 것을 한 줄로 써 주십시오. 예: 은행 두 곳과 실증 계약',
      en: 'What one can see by then, in one line, for example pilot contracts with two banks',
    },
    schema: shortText({ min: 2, max: 200 }),
    missing: {
      ko: `${number * 3 - 2}~${number * 3}개월째에 이룰 것을 써 주십시오. 예: 은행 두 곳과 실증 계약`,
      en: `Write what you will achieve in months ${number * 3 - 2} to ${number * 3}, for example pilot contracts with two banks.`,
    },
    maxLength: 200,
    data: { purpose, retention: 'enrolment' },
  }) as const;

export const nextYear = applicationPage({
  id: 'next-year',
  title: { ko: '다음 1년의 계획', en: 'Your plan for the next year' },
  lead: {
    ko: '연장하는 기간이 1년보다 짧으면 그 기간의 목표만 쓰고, 나머지에는 ‘해당 없음’이라고 써 주십시오.',
    en: 'If your extension is shorter than a year, write “none” for the months after it.',
  },
  fields: {
    yearPlan: {
      widget: 'textarea',
      label: { ko: '연장하려는 까닭과 계획', en: 'Why you want to stay, and your plan' },
      hint: {
        ko: '다음 1년 동안 무엇을 이룰 것인지, 왜 랩에서 해야 하는지 써 주십시오.',
        en: 'What you will achieve in the next year, and what you need the Lab for.',
      },
      missing: { ko: '다음 1년의 계획을 써 주십시오.', en: 'Write about your plan for the next year.' },
      minLength: 50,
      maxLength: 1500,
      schema: longText({ min: 50, max: 1500 }),
      data: { purpose, retention: 'enrolment' },
    },
    milestone1: milestone(1),
    milestone2: milestone(2),
    milestone3: milestone(3),
    milestone4: milestone(4),
    desks: {
      widget: 'number',
      label: { ko: '필요한 책상 수', en: 'Desks that you need' },
      hint: {
        ko: '다음 1년 동안 랩에서 함께 일할 인원만큼 숫자로 입력해 주십시오(최대 12). 예: 4',
        en: 'One for each person who will work in the Lab in the next year, 12 at most, for example 4',
      },
      schema: wholeNumber({ min: 1, max: 12, unit: /(?:개|석|desks?)$/i }),
      missing: {
        ko: '필요한 책상 수를 숫자로 입력해 주십시오. 예: 4',
        en: 'Enter how many desks you need, for example 4.',
      },
      data: {
        purpose: { ko: '사무 공간 배정', en: 'To find an office that fits' },
        retention: 'enrolment',
      },
    },
  },
});
