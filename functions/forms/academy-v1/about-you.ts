import * as z from 'zod';
import { emailAddress, longestName, mobileNumber, personName } from '../../shared/text/normalise.ts';
import { districts } from '../districts.ts';
import { applicationPage } from '../form.ts';
import { latinName } from '../latin-name.ts';

export const aboutYou = applicationPage({
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
      maxLength: longestName,
      data: {
        purpose: { ko: '지원자 본인 확인, 결과 안내', en: 'To know who applies, and to tell you the result' },
        retention: 'enrolment',
        identifies: true,
      },
    },
    latinName,
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
      data: {
        purpose: {
          ko: '지원 자격(나이)과 중복 지원 여부 확인',
          en: 'To check that you are old enough, and if you have already applied',
        },
        retention: 'enrolment',
        identifies: true,
      },
    },
    email: {
      widget: 'email',
      label: { ko: '이메일', en: 'Email address' },
      hint: {
        ko: '접수 안내와 결과를 이 주소로 보내 드립니다.',
        en: 'We will send the receipt and the result to this address.',
      },
      schema: emailAddress,
      missing: {
        ko: '이메일 주소를 입력해 주십시오. 예: haneul@example.com',
        en: 'Enter your email address, for example haneul@example.com.',
      },
      autocomplete: 'email',
      maxLength: 254,
      data: {
        purpose: { ko: '접수와 결과 안내, 문의', en: 'To send you the receipt, questions and the result' },
        retention: 'enrolment',
        identifies: true,
      },
    },
    mobile: {
      widget: 'tel',
      label: { ko: '휴대전화', en: 'Mobile number' },
      hint: {
        ko: '붙임표(-)는 없어도 됩니다. 예: 010-1234-5678',
        en: 'With or without hyphens, for example 010-1234-5678',
      },
      schema: mobileNumber,
      missing: {
        ko: '휴대전화 번호를 입력해 주십시오. 예: 010-1234-5678',
        en: 'Enter your mobile number, for example 010-1234-5678.',
      },
      autocomplete: 'tel',
      maxLength: 100,
      data: {
        purpose: {
          ko: '이메일로 연락이 되지 않을 때의 연락, 중복 지원 여부 확인',
          en: 'To call you if our emails do not reach you, and to check if you have already applied',
        },
        retention: 'enrolment',
        identifies: true,
      },
    },
    district: {
      widget: 'select',
      label: { ko: '사는 곳', en: 'Where you live' },
      options: districts,
      schema: z.string(),
      missing: { ko: '사는 곳을 선택해 주십시오.', en: 'Choose where you live.' },
      data: {
        purpose: { ko: '지원 자격(서울 거주) 확인', en: 'To check that you live in Seoul' },
        retention: 'application',
        identifies: true,
      },
    },
  },
});
