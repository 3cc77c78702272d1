import * as z from 'zod';
import { wholeNumber } from '../../shared/pages/schemas.ts';
import { shortText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

export const background = applicationPage({
  id: 'background',
  title: { ko: '학력과 경력', en: 'Background' },
  fields: {
    seoulTies: {
      widget: 'checkboxes',
      label: { ko: '서울 거주·재직·재학 여부', en: 'Living, working or studying in Seoul' },
      hint: { ko: '해당하는 것을 모두 선택해 주십시오.', en: 'Choose all that apply.' },
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
              ko: '‘해당 없음’은 다른 답변과 함께 선택하실 수 없습니다. 하나만 남겨 주십시오.',
              en: 'You cannot choose ‘None of these’ with another answer. Leave only one.',
            },
          },
        }),
      missing: {
        ko: '서울 거주·재직·재학 여부를 하나 이상 선택해 주십시오.',
        en: 'Choose at least one answer about Seoul.',
      },
      data: {
        purpose: {
          ko: '지원 자격(서울 거주·재직·재학) 확인, 교육생 선발',
          en: 'To check that you live, work or study in Seoul, and to select participants',
        },
        retention: 'application',
      },
    },
    education: {
      widget: 'radios',
      label: { ko: '최종 학력', en: 'Education' },
      hint: {
        ko: '지금까지의 학력 가운데 가장 높은 것을 선택해 주십시오.',
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
      missing: { ko: '최종 학력을 선택해 주십시오.', en: 'Choose your education.' },
      data: {
        purpose: {
          ko: '교육생 선발, (동의한 경우) 채용 연계',
          en: 'To select participants and, if you agree, to put you in touch with employers',
        },
        retention: 'enrolment',
      },
    },
    employment: {
      widget: 'radios',
      label: { ko: '지금 하는 일', en: 'What you do now' },
      options: [
        { value: 'employed', label: { ko: '직장에 다니고 있습니다', en: 'Employed' } },
        { value: 'self-employed', label: { ko: '사업을 하거나 프리랜서입니다', en: 'Self-employed' } },
        { value: 'seeking', label: { ko: '일자리를 찾고 있습니다', en: 'Looking for work' } },
        { value: 'student', label: { ko: '학생입니다', en: 'Student' } },
        { value: 'other', label: { ko: '그 밖의 경우', en: 'Other' } },
      ],
      schema: z.enum(['employed', 'self-employed', 'seeking', 'student', 'other']),
      missing: { ko: '지금 하는 일을 선택해 주십시오.', en: 'Choose what you do now.' },
      data: {
        purpose: {
          ko: '교육생 선발, (동의한 경우) 채용 연계',
          en: 'To select participants and, if you agree, to put you in touch with employers',
        },
        retention: 'enrolment',
      },
    },
    organisation: {
      widget: 'text',
      label: { ko: '직장이나 학교 이름', en: 'Your employer or school' },
      hint: {
        ko: '그곳에서 일하거나 공부하는 사람은 이 지원서를 심사하지 않습니다.',
        en: 'Nobody who works or studies there will review your application.',
      },
      optional: true,
      schema: shortText({ max: 100 }),
      autocomplete: 'organization',
      maxLength: 100,
      data: {
        purpose: {
          ko: '심사위원과의 이해관계 확인',
          en: 'To make sure that nobody with a conflict of interest reviews your application',
        },
        retention: 'application',
        identifies: true,
        affiliation: true,
      },
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
      missing: { ko: '전공이나 경력 분야를 선택해 주십시오.', en: 'Choose your field of study or work.' },
      data: {
        purpose: {
          ko: '지원 자격(전공·경력) 확인, 교육생 선발, (동의한 경우) 채용 연계',
          en: 'To check that you have the background that you need, to select participants and, if you agree, to put you in touch with employers',
        },
        retention: 'enrolment',
      },
    },
    years: {
      widget: 'number',
      label: { ko: '해당 분야 경력(년)', en: 'Years of work in that field' },
      hint: {
        ko: '그 분야에서 일한 햇수를 숫자로 입력해 주십시오. 1년이 안 되거나 일한 적이 없으면 0을 입력해 주십시오.',
        en: 'Enter 0 for less than a year or none.',
      },
      schema: wholeNumber({ min: 0, max: 50, unit: /(?:년|years?)$/i }),
      missing: {
        ko: '해당 분야 경력을 숫자로 입력해 주십시오. 없으면 0을 입력해 주십시오. 예: 3',
        en: 'Enter your years of work, for example 3.',
      },
      data: {
        purpose: {
          ko: '교육생 선발, (동의한 경우) 채용 연계',
          en: 'To select participants and, if you agree, to put you in touch with employers',
        },
        retention: 'enrolment',
      },
    },
  },
});
