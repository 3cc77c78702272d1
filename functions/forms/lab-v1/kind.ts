import * as z from 'zod';
import type { Typed } from '../../shared/pages/form.ts';
import { applicationPage } from '../form.ts';

/** Who applies for the Lab: each is asked what it can answer. */
export const applicantKinds = ['founder', 'firm', 'foreign-firm'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** Whether who applies is, by what was typed so far, one of these. */
export const isKind =
  (...kinds: readonly ApplicantKind[]) =>
  ({ kind = [] }: Typed): boolean =>
    kinds.some((one) => kind.at(-1) === one);

export const kind = applicationPage({
  id: 'kind',
  title: { ko: '지원 유형', en: 'Who applies' },
  lead: {
    ko: '선택하신 유형에 맞는 질문만 여쭙니다. 나중에 유형을 바꾸셔도 이미 작성하신 내용은 그대로 남아 있습니다.',
    en: 'We only ask what fits your answer. If you change it later, what you have written stays.',
  },
  leads: true,
  fields: {
    kind: {
      widget: 'radios',
      label: { ko: '누가 지원하십니까?', en: 'Who is applying?' },
      options: [
        {
          value: 'founder',
          label: { ko: '예비 창업자', en: 'Prospective founder' },
          hint: {
            ko: '아직 사업자 등록을 하지 않은 개인이나 팀',
            en: 'A person or a team that has not registered a business yet',
          },
        },
        {
          value: 'firm',
          label: { ko: '국내 기업', en: 'Firm in Korea' },
          hint: { ko: '사업자등록번호가 있는 개인 사업자나 법인', en: 'With a Korean business registration number' },
        },
        {
          value: 'foreign-firm',
          label: { ko: '외국 기업', en: 'Foreign firm' },
          hint: {
            ko: '외국에서 설립되어 아직 국내에 사업자 등록을 하지 않은 기업',
            en: 'Registered in another country, and not in Korea yet',
          },
        },
      ],
      schema: z.enum(applicantKinds),
      missing: { ko: '누가 지원하시는지 선택해 주십시오.', en: 'Choose who is applying.' },
      data: {
        purpose: {
          ko: '지원 유형에 맞는 질문과 서류 안내',
          en: 'To ask only the questions and documents that fit you',
        },
        retention: 'enrolment',
      },
    },
  },
});
