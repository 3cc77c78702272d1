import * as z from 'zod';
import { wholeNumber } from '../../shared/pages/schemas.ts';
import { piece, shortText } from '../../shared/text/normalise.ts';
import { normaliseLine } from '../../shared/text/text.ts';
import { businessNumberIn, corporateNumberIn, isCorporateCheckRight, isNoPersonsNumber } from '../check-digits.ts';
import { applicationPage } from '../form.ts';
import { printed } from '../printed.ts';
import { isKind } from './kind.ts';

const toSelect = { ko: '입주 기업 선발', en: 'To select the startups' };
const toAvoidConflicts = {
  ko: '기업 확인, 심사위원과의 이해관계 확인',
  en: 'To know the firm, and to make sure that nobody with a conflict of interest reviews your application',
};
const peopleSchema = wholeNumber({ min: 1, max: 500, unit: /(?:명|people|persons?)$/i });

/** A number that is read as people write it, and kept in one form; else the words say what is wrong with it. */
const numberOf = (read: (typed: string) => string | undefined, text: { readonly ko: string; readonly en: string }) =>
  z.string().transform((typed, context) => {
    const number = read(typed);
    if (number !== undefined) return number;
    context.addIssue({ code: 'custom', params: { text }, input: typed });
    return z.NEVER;
  });

/** Of who has not founded yet. */
export const founder = applicationPage({
  id: 'founder',
  title: { ko: '창업 준비', en: 'Your plans to found' },
  askedIf: isKind('founder'),
  fields: {
    teamName: {
      widget: 'text',
      label: { ko: '팀이나 사업의 이름', en: 'Name of your team or project' },
      hint: { ko: '아직 정해지지 않았으면 임시 이름을 써 주십시오.', en: 'A working name will do.' },
      schema: printed(shortText({ min: 1, max: 100 })),
      maxLength: 100,
      missing: {
        ko: '팀이나 사업의 이름을 입력해 주십시오.',
        en: 'Enter a name of your team or project.',
      },
      data: { purpose: toSelect, retention: 'enrolment', identifies: true },
    },
    teamSize: {
      widget: 'number',
      label: { ko: '함께 준비하는 인원', en: 'People in your team' },
      hint: { ko: '본인을 포함하여 숫자로 입력해 주십시오. 예: 3', en: 'With you, for example 3' },
      schema: peopleSchema,
      missing: {
        ko: '함께 준비하는 인원을 숫자로 입력해 주십시오. 예: 3',
        en: 'Enter how many people are in your team, for example 3.',
      },
      data: { purpose: toSelect, retention: 'enrolment' },
    },
    plannedOn: {
      widget: 'date',
      label: { ko: '창업 예정일', en: 'When you plan to found' },
      hint: {
        ko: '사업자 등록을 하려는 날입니다. 예: 2027년 7월 1일',
        en: 'When you plan to register the business, for example year 2027, month 7, day 1',
      },
      missing: { ko: '창업 예정일을 입력해 주십시오.', en: 'Enter the date on which you plan to found.' },
      schema: z.iso.date().refine((date) => date >= '2026-01-01' && date < '2035-01-01', {
        params: {
          text: { ko: '앞으로 창업하실 날을 다시 확인해 주십시오.', en: 'Check the date on which you plan to found.' },
        },
      }),
      data: { purpose: toSelect, retention: 'application' },
    },
    employer: {
      widget: 'text',
      label: { ko: '지금 다니는 직장이나 학교', en: 'Your employer or school now' },
      hint: {
        ko: '그곳에서 일하거나 공부하는 사람은 이 지원서를 심사하지 않습니다.',
        en: 'Nobody who works or studies there will review your application.',
      },
      optional: true,
      schema: shortText({ max: 100 }),
      maxLength: 100,
      data: { purpose: toAvoidConflicts, retention: 'application', identifies: true, affiliation: true },
    },
  },
});

/** Of a firm that is registered in Korea. */
export const firm = applicationPage({
  id: 'firm',
  title: { ko: '기업 정보', en: 'Your firm' },
  askedIf: isKind('firm'),
  fields: {
    firmName: {
      widget: 'text',
      label: { ko: '기업 이름', en: 'Name of the firm' },
      hint: { ko: '사업자등록증에 적힌 대로 입력해 주십시오.', en: 'As it is on your business registration.' },
      schema: printed(shortText({ min: 1, max: 100 })),
      autocomplete: 'organization',
      maxLength: 100,
      data: { purpose: toAvoidConflicts, retention: 'enrolment', identifies: true, affiliation: true },
    },
    businessNumber: {
      widget: 'text',
      inputMode: 'numeric',
      label: { ko: '사업자등록번호', en: 'Business registration number' },
      hint: {
        ko: '숫자 10자리입니다. 붙임표(-)는 없어도 됩니다. 예: 123-45-67891',
        en: 'Ten digits, with or without hyphens, for example 123-45-67891',
      },
      schema: numberOf(businessNumberIn, {
        ko: '사업자등록번호가 맞지 않습니다. 사업자등록증의 숫자 10자리를 다시 확인해 주십시오. 예: 123-45-67891',
        en: 'This is not a business registration number. Check the ten digits on your registration, for example 123-45-67891.',
      }),
      maxLength: 30,
      data: {
        purpose: { ko: '기업과 중복 지원 여부 확인', en: 'To know the firm, and to check if it has already applied' },
        retention: 'enrolment',
        identifies: true,
      },
    },
    corporateNumber: {
      widget: 'text',
      inputMode: 'numeric',
      label: { ko: '법인등록번호', en: 'Corporate registration number' },
      hint: {
        ko: '법인만 입력해 주십시오. 숫자 13자리입니다. 예: 110111-1234567',
        en: 'Only for corporations: thirteen digits, for example 110111-1234567',
      },
      optional: true,
      schema: numberOf(corporateNumberIn, {
        ko: '법인등록번호는 숫자 13자리입니다. 등기사항증명서를 다시 확인해 주십시오. 예: 110111-1234567',
        en: 'A corporate registration number has thirteen digits. Check your register extract, for example 110111-1234567.',
      }),
      notResident: isNoPersonsNumber,
      warns: (typed) =>
        corporateNumberIn(typed) === undefined || isCorporateCheckRight(typed)
          ? undefined
          : {
              ko: '법인등록번호의 마지막 숫자가 앞의 숫자와 맞지 않습니다. 등기사항증명서와 같은지 다시 확인해 주십시오. 같다면 그대로 제출하실 수 있습니다.',
              en: 'The last digit of the corporate registration number does not fit the others. Check it with your register extract. If it is the same, you can send it as it is.',
            },
      maxLength: 30,
      data: {
        purpose: { ko: '기업 확인, 협약서 작성', en: 'To know the firm, and to write the agreement' },
        retention: 'enrolment',
        identifies: true,
      },
    },
  },
});

/** Of a firm that is registered abroad only. */
export const foreignFirm = applicationPage({
  id: 'foreign-firm',
  title: { ko: '외국 기업 정보', en: 'Your firm abroad' },
  askedIf: isKind('foreign-firm'),
  fields: {
    foreignName: {
      widget: 'text',
      label: { ko: '기업 이름', en: 'Name of the firm' },
      hint: {
        ko: '그 나라의 등기나 등록증에 적힌 대로 입력해 주십시오.',
        en: 'As it is in the register of your country.',
      },
      schema: printed(shortText({ min: 1, max: 100 })),
      autocomplete: 'organization',
      maxLength: 100,
      data: { purpose: toAvoidConflicts, retention: 'enrolment', identifies: true, affiliation: true },
    },
    country: {
      widget: 'text',
      label: { ko: '설립한 나라', en: 'Country where it is registered' },
      hint: { ko: '예: 싱가포르', en: 'For example Singapore' },
      schema: shortText({ min: 2, max: 60 }),
      missing: {
        ko: '설립한 나라를 입력해 주십시오. 예: 싱가포르',
        en: 'Enter the country where it is registered, for example Singapore.',
      },
      autocomplete: 'country-name',
      maxLength: 60,
      data: { purpose: toSelect, retention: 'enrolment' },
    },
    foreignNumber: {
      widget: 'text',
      label: { ko: '그 나라의 등록 번호', en: 'Registration number in that country' },
      hint: {
        ko: '글자와 숫자를 그대로 입력해 주십시오. 예: 201912345K',
        en: 'As it is written, for example 201912345K',
      },
      schema: printed(
        piece(normaliseLine, (number) =>
          /^[\p{L}\p{N}][\p{L}\p{N} ./()-]*$/u.test(number) ? undefined : { problem: 'text-without-letter' },
        ),
      ),
      invalid: {
        ko: '그 나라의 등록 번호를 등기나 등록증에 적힌 대로 입력해 주십시오. 예: 201912345K',
        en: 'Enter the registration number as it is in the register, for example 201912345K.',
      },
      maxLength: 40,
      data: {
        purpose: { ko: '기업과 중복 지원 여부 확인', en: 'To know the firm, and to check if it has already applied' },
        retention: 'enrolment',
        identifies: true,
      },
    },
    koreaPlan: {
      widget: 'text',
      label: { ko: '국내 법인이나 지점 설립 계획', en: 'Your plan to register in Korea' },
      hint: {
        ko: '어떤 형태로 언제 등록할 것인지 한 줄로 써 주십시오. 예: 2027년 9월 주식회사 설립',
        en: 'In what form and when, in one line, for example a stock company in September 2027',
      },
      schema: shortText({ min: 2, max: 200 }),
      missing: {
        ko: '국내 법인이나 지점을 언제 어떤 형태로 설립할 것인지 써 주십시오. 예: 2027년 9월 주식회사 설립',
        en: 'Write when and in what form you will register in Korea, for example a stock company in September 2027.',
      },
      maxLength: 200,
      data: { purpose: toSelect, retention: 'enrolment' },
    },
  },
});

/** Of a firm, wherever it is registered. */
export const company = applicationPage({
  id: 'company',
  title: { ko: '설립과 인원', en: 'Founding and staff' },
  askedIf: isKind('firm', 'foreign-firm'),
  fields: {
    foundedOn: {
      widget: 'date',
      label: { ko: '설립일', en: 'Date of founding' },
      hint: {
        ko: '개인 사업자는 개업 연월일을 입력해 주십시오. 예: 2023년 5월 1일',
        en: 'The date on your registration, for example year 2023, month 5, day 1',
      },
      schema: z.iso.date().refine((date) => date >= '1950-01-01' && date < '2030-01-01', {
        params: { text: { ko: '설립한 연도를 다시 확인해 주십시오.', en: 'Check the year of founding.' } },
      }),
      missing: {
        ko: '설립일을 숫자로 입력해 주십시오. 예: 2023년 5월 1일',
        en: 'Enter the date of founding, for example year 2023, month 5, day 1.',
      },
      data: {
        purpose: { ko: '지원 자격(설립 후 기간) 확인', en: 'To check how long ago the firm was founded' },
        retention: 'enrolment',
      },
    },
    staff: {
      widget: 'number',
      label: { ko: '일하는 인원', en: 'Staff' },
      hint: {
        ko: '대표자를 포함하여 지금 일하는 인원을 숫자로 입력해 주십시오. 예: 5',
        en: 'How many people work for the firm now, founders included, for example 5',
      },
      schema: peopleSchema,
      missing: {
        ko: '일하는 인원을 숫자로 입력해 주십시오. 예: 5',
        en: 'Enter how many people work for the firm, for example 5.',
      },
      data: { purpose: toSelect, retention: 'enrolment' },
    },
  },
});
