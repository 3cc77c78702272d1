import * as z from 'zod';
import { emailAddress, longText, mobileNumber, personName } from '../../shared/normalise.ts';
import { formPage } from '../../shared/pages/form.ts';
import { wholeNumber } from '../../shared/pages/schemas.ts';
import { districts } from './districts.ts';
import { applicationForm } from './form.ts';

const aboutYou = formPage({
  id: 'about-you',
  title: { ko: '기본 정보', en: 'About you' },
  fields: {
    name: {
      widget: 'text',
      label: { ko: '이름', en: 'Full name' },
      hint: {
        ko: '주민등록증이나 외국인등록증에 적힌 대로 입력해 주십시오.',
        en: 'As it is on your identity card or residence card.',
      },
      schema: personName,
      autocomplete: 'name',
      maxLength: 60,
    },
    birthDate: {
      widget: 'date',
      label: { ko: '생년월일', en: 'Date of birth' },
      hint: { ko: '예: 1995년 3월 2일', en: 'For example: year 1995, month 3, day 2' },
      schema: z.iso.date().refine((date) => date >= '1900-01-01' && date < '2020-01-01', {
        params: {
          text: { ko: '태어난 연도를 다시 확인해 주십시오.', en: 'Check the year in which you were born.' },
        },
      }),
      autocomplete: 'bday',
    },
    email: {
      widget: 'email',
      label: { ko: '이메일', en: 'E-mail address' },
      hint: {
        ko: '접수 확인과 결과를 이 주소로 보냅니다.',
        en: 'We send the receipt and the result to this address.',
      },
      schema: emailAddress,
      missing: { ko: '이메일 주소를 입력해 주십시오.', en: 'Enter your e-mail address.' },
      autocomplete: 'email',
      maxLength: 254,
    },
    mobile: {
      widget: 'tel',
      label: { ko: '휴대전화', en: 'Mobile number' },
      hint: {
        ko: '하이픈은 있어도 없어도 됩니다. 예: 010-1234-5678',
        en: 'With or without hyphens, for example 010-1234-5678',
      },
      schema: mobileNumber,
      missing: { ko: '휴대전화 번호를 입력해 주십시오.', en: 'Enter your mobile number.' },
      autocomplete: 'tel',
      maxLength: 100,
    },
    district: {
      widget: 'select',
      label: { ko: '사는 곳', en: 'Where you live' },
      options: districts,
      schema: z.string(),
      missing: { ko: '사는 곳을 골라 주십시오.', en: 'Choose where you live.' },
    },
  },
});

const background = formPage({
  id: 'background',
  title: { ko: '학력과 경력', en: 'Background' },
  fields: {
    seoulTies: {
      widget: 'checkboxes',
      label: { ko: '서울 거주·재직·재학 여부', en: 'Your ties with Seoul' },
      hint: { ko: '해당하는 것을 모두 골라 주십시오.', en: 'Choose all that apply.' },
      options: [
        { value: 'lives', label: { ko: '서울에 살고 있습니다', en: 'I live in Seoul' } },
        { value: 'works', label: { ko: '서울에서 일하고 있습니다', en: 'I work in Seoul' } },
        { value: 'studies', label: { ko: '서울에 있는 학교에 다닙니다', en: 'I study in Seoul' } },
        { value: 'none', label: { ko: '해당 없음', en: 'None of these' } },
      ],
      schema: z
        .array(z.enum(['lives', 'works', 'studies', 'none']))
        .refine((ties) => ties.length === 1 || !ties.includes('none'), {
          params: {
            text: {
              ko: '‘해당 없음’은 다른 답과 함께 고를 수 없습니다.',
              en: '‘None of these’ cannot be chosen together with another answer.',
            },
          },
        }),
      missing: {
        ko: '서울 거주·재직·재학 여부를 하나 이상 골라 주십시오.',
        en: 'Choose at least one answer about your ties with Seoul.',
      },
    },
    education: {
      widget: 'radios',
      label: { ko: '최종 학력', en: 'Education' },
      hint: {
        ko: '지금까지의 학력 가운데 가장 높은 것을 골라 주십시오.',
        en: 'The highest level that you have reached.',
      },
      options: [
        { value: 'high-school', label: { ko: '고등학교 졸업', en: 'High school' } },
        { value: 'college', label: { ko: '전문대학 졸업', en: 'College (two or three years)' } },
        { value: 'student', label: { ko: '대학교 재학·휴학', en: 'At university now' } },
        { value: 'bachelor', label: { ko: '대학교 졸업', en: 'Bachelor’s degree' } },
        { value: 'postgraduate', label: { ko: '대학원 재학 이상', en: 'Postgraduate' } },
        { value: 'other', label: { ko: '그 밖의 학력', en: 'Other' } },
      ],
      schema: z.enum(['high-school', 'college', 'student', 'bachelor', 'postgraduate', 'other']),
      missing: { ko: '최종 학력을 골라 주십시오.', en: 'Choose your education.' },
    },
    employment: {
      widget: 'radios',
      label: { ko: '지금 하는 일', en: 'What you do now' },
      options: [
        { value: 'employed', label: { ko: '직장에 다님', en: 'Employed' } },
        { value: 'self-employed', label: { ko: '사업·프리랜서', en: 'Self-employed' } },
        { value: 'seeking', label: { ko: '일자리를 찾는 중', en: 'Looking for work' } },
        { value: 'student', label: { ko: '학생', en: 'Student' } },
        { value: 'other', label: { ko: '그 밖의 상태', en: 'Other' } },
      ],
      schema: z.enum(['employed', 'self-employed', 'seeking', 'student', 'other']),
      missing: { ko: '지금 하는 일을 골라 주십시오.', en: 'Choose what you do now.' },
    },
    field: {
      widget: 'radios',
      label: { ko: '전공이나 경력 분야', en: 'Your field of study or work' },
      options: [
        {
          value: 'it',
          label: { ko: 'IT·소프트웨어', en: 'IT or software' },
          hint: {
            ko: '개발, 데이터, 보안, 서비스 기획, 정보통신 관련 전공 등',
            en: 'Development, data, security, product planning, a degree in computing',
          },
        },
        {
          value: 'finance',
          label: { ko: '금융', en: 'Finance' },
          hint: {
            ko: '은행, 증권, 보험, 카드, 회계, 경제·경영 관련 전공 등',
            en: 'Banking, securities, insurance, cards, accounting, a degree in economics or business',
          },
        },
        {
          value: 'other',
          label: { ko: '그 밖의 분야', en: 'Another field' },
          hint: {
            ko: '위의 두 분야에서 공부하거나 일한 적이 없음',
            en: 'You have neither studied nor worked in either of the two',
          },
        },
      ],
      schema: z.enum(['it', 'finance', 'other']),
      missing: { ko: '전공이나 경력 분야를 골라 주십시오.', en: 'Choose your field of study or work.' },
    },
    years: {
      widget: 'number',
      label: { ko: '해당 분야 경력(년)', en: 'Years of work in that field' },
      hint: {
        ko: '그 분야에서 일한 햇수를 숫자로 입력해 주십시오. 1년이 안 되거나 일한 적이 없으면 0입니다.',
        en: 'Enter 0 for less than a year or none.',
      },
      schema: wholeNumber({ min: 0, max: 50, unit: /(?:년|years?)$/i }),
      missing: {
        ko: '해당 분야 경력을 숫자로 입력해 주십시오. 없으면 0을 입력해 주십시오.',
        en: 'Enter your years of work.',
      },
    },
  },
});

const essay = { minLength: 50, maxLength: 1000, schema: longText({ min: 50, max: 1000 }) };

const why = formPage({
  id: 'why',
  title: { ko: '지원 동기와 계획', en: 'Why you apply' },
  fields: {
    motivation: {
      ...essay,
      widget: 'textarea',
      label: { ko: '지원 동기', en: 'Your motivation' },
      hint: {
        ko: '왜 핀테크를 배우려 하는지, 지금까지 무엇을 해 보았는지 써 주십시오.',
        en: 'Why you want to learn fintech, and what you have tried so far.',
      },
      missing: { ko: '지원 동기를 써 주십시오.', en: 'Write about your motivation.' },
    },
    plan: {
      ...essay,
      widget: 'textarea',
      label: { ko: '수료 후 계획', en: 'Your plan afterwards' },
      hint: {
        ko: '과정을 수료한 뒤 배운 것을 어디에 어떻게 쓸 것인지 써 주십시오.',
        en: 'Where and how you will use what you learn once you have finished.',
      },
      missing: { ko: '수료 후 계획을 써 주십시오.', en: 'Write about your plan afterwards.' },
    },
  },
});

const attendance = formPage({
  id: 'attendance',
  title: { ko: '수업 참여', en: 'Attendance' },
  fields: {
    canAttend: {
      widget: 'radios',
      label: { ko: '수업에 얼마나 출석할 수 있습니까?', en: 'How much of the course can you attend?' },
      options: [
        { value: 'all', label: { ko: '모두 출석할 수 있습니다', en: 'All of it' } },
        { value: 'at-least-80', label: { ko: '80% 이상 출석할 수 있습니다', en: 'At least 80 %' } },
        { value: 'less-than-80', label: { ko: '80%를 채우기 어렵습니다', en: 'Less than 80 %' } },
      ],
      schema: z.enum(['all', 'at-least-80', 'less-than-80']),
      missing: {
        ko: '수업에 얼마나 출석할 수 있는지 골라 주십시오.',
        en: 'Choose how much of the course you can attend.',
      },
    },
    finishedEarlier: {
      widget: 'radios',
      label: {
        ko: '서울 핀테크 아카데미의 지난 기수를 수료했습니까?',
        en: 'Have you finished an earlier cohort of the academy?',
      },
      options: [
        { value: 'no', label: { ko: '아니요', en: 'No' } },
        { value: 'yes', label: { ko: '예', en: 'Yes' } },
      ],
      schema: z.enum(['no', 'yes']),
      missing: {
        ko: '지난 기수를 수료했는지 골라 주십시오.',
        en: 'Choose whether you have finished an earlier cohort.',
      },
    },
    accessibility: {
      widget: 'textarea',
      label: { ko: '수업에 필요한 지원', en: 'Support that you need in class' },
      hint: {
        ko: '문자 통역, 휠체어석처럼 필요한 지원만 적어 주십시오. 장애나 질병 등 그 이유는 적지 마십시오. 수업 준비에만 쓰며 심사에는 반영하지 않습니다.',
        en: 'Name only what you need, for example captions or room for a wheelchair, and please not the reason for it, such as your health. We use it to prepare the classes, never for the selection.',
      },
      optional: true,
      schema: longText({ max: 500 }),
      maxLength: 500,
    },
  },
});

/** The academy's application form. A change that applicants would notice is a new form, `academy-v2`. */
export const academyV1 = applicationForm('academy-v1', [aboutYou, background, why, attendance]);

export { consentsPage } from './consents.ts';
