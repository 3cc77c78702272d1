import * as z from 'zod';
import { emailAddress, longestName, mobileNumber, personName } from '../../shared/normalise.ts';
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
        purpose: { ko: '지원자 본인 확인, 결과 안내', en: 'To know who applies, and to address you' },
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
          ko: '나이 조건과 중복 지원 여부 확인',
          en: 'To check the age condition, and whether you have applied already',
        },
        retention: 'enrolment',
        identifies: true,
      },
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
      data: {
        purpose: { ko: '접수 확인, 문의와 결과 안내', en: 'To send you the receipt, questions and the result' },
        retention: 'enrolment',
        identifies: true,
      },
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
      data: {
        purpose: {
          ko: '이메일로 연락이 닿지 않을 때의 연락, 중복 지원 여부 확인',
          en: 'To call you where no e-mail reaches you, and to check whether you have applied already',
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
      missing: { ko: '사는 곳을 골라 주십시오.', en: 'Choose where you live.' },
      data: {
        purpose: { ko: '서울과의 관계 확인', en: 'To check your ties with Seoul' },
        retention: 'application',
        identifies: true,
      },
    },
  },
});
