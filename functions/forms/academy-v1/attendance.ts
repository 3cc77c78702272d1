import * as z from 'zod';
import { longText } from '../../shared/text/normalise.ts';
import { applicationPage } from '../form.ts';

export const attendance = applicationPage({
  id: 'attendance',
  title: { ko: '수업 참여', en: 'Attendance' },
  fields: {
    canAttend: {
      widget: 'radios',
      label: { ko: '수업에 얼마나 출석하실 수 있습니까?', en: 'How much of the course can you attend?' },
      options: [
        { value: 'all', label: { ko: '모두 출석할 수 있습니다', en: 'All of it' } },
        { value: 'at-least-80', label: { ko: '80% 이상 출석할 수 있습니다', en: 'At least 80%' } },
        { value: 'less-than-80', label: { ko: '80%를 채우기 어렵습니다', en: 'Less than 80%' } },
      ],
      schema: z.enum(['all', 'at-least-80', 'less-than-80']),
      missing: {
        ko: '수업에 얼마나 출석하실 수 있는지 선택해 주십시오.',
        en: 'Choose how much of the course you can attend.',
      },
      data: {
        purpose: { ko: '지원 자격(출석) 확인', en: 'To check that you can attend enough of the course' },
        retention: 'application',
      },
    },
    finishedEarlier: {
      widget: 'radios',
      label: {
        ko: '서울 핀테크 아카데미의 지난 기수를 수료하셨습니까?',
        en: 'Have you completed an earlier cohort of the academy?',
      },
      options: [
        { value: 'no', label: { ko: '아니요', en: 'No' } },
        { value: 'yes', label: { ko: '예', en: 'Yes' } },
      ],
      schema: z.enum(['no', 'yes']),
      missing: {
        ko: '지난 기수를 수료하셨는지 선택해 주십시오.',
        en: 'Choose if you have completed an earlier cohort.',
      },
      data: {
        purpose: { ko: '지난 기수 수료 여부 확인', en: 'To check that you have not completed an earlier cohort' },
        retention: 'application',
      },
    },
    accessibility: {
      widget: 'textarea',
      label: { ko: '수업 때 필요한 편의', en: 'Support that you need in class' },
      hint: {
        ko: '문자 통역, 휠체어석처럼 필요하신 편의만 적어 주십시오. 장애나 질병 등 그 이유는 적지 마십시오. 수업 준비에만 쓰며 심사에는 반영하지 않습니다.',
        en: 'Tell us only what you need, for example captions or space for a wheelchair. Do not tell us the reason, such as your health. We use it only to prepare the classes, never for the selection.',
      },
      optional: true,
      schema: longText({ max: 500 }),
      maxLength: 500,
      data: {
        purpose: { ko: '수업 때 필요한 편의 준비', en: 'To prepare the support that you need in class' },
        retention: 'enrolment',
      },
    },
  },
});
