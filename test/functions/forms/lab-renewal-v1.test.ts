import { describe, expect, it } from 'vitest';
import { labRenewalV1 } from '../../../functions/forms/lab-renewal-v1.ts';
import { checkPages, pagesOf } from '../../../functions/forms/round-form.ts';
import { renewalDraft, renewalRound, renewalTyped } from '../../support/rounds/lab-renewal.ts';

const round = renewalRound();

describe('the form of those who want to stay', () => {
  it('is whole as a startup fills it in', () => {
    const typed = renewalTyped();
    const { answers, problems } = checkPages(pagesOf(round, typed), typed, 'ko');
    expect(problems).toEqual([]);
    expect(answers).toMatchObject({ kind: 'firm', startupName: '새봄페이', desks: 5, milestone4: '월 손익 분기' });
  });

  it('takes a name that the agreement can print, and says so where it is typed', () => {
    const typed = renewalTyped();
    const named = { ...typed, startup: { ...typed.startup, startupName: ['새봄🌱'] } };
    for (const [lang, words] of [
      ['ko', '협약서에 표시할 수 없는 글자'],
      ['en', 'cannot be printed on the agreement'],
    ] as const) {
      const { problems } = checkPages(pagesOf(round, named), named, lang);
      const errors = problems.flatMap((problem) => problem.errors);
      expect(errors).toEqual([{ field: 'startupName', message: expect.stringContaining(words) }]);
    }
  });

  it('asks nothing that is known from the residency, or that no law wants', () => {
    expect(labRenewalV1.fields).not.toContain('birthDate');
    expect(labRenewalV1.fields).not.toContain('businessNumber');
    expect(labRenewalV1.affiliations).toEqual(['startupName']);
  });

  it('names in the consent all that it asks', () => {
    const [consent] = renewalDraft().consents;
    const labels = [
      '이메일 주소',
      '휴대전화 번호',
      '영문 이름',
      '분기별 목표',
      '필요한 책상 수',
      '그동안 달라진 것',
      '입주하신 뒤에 이룬 것',
    ];
    for (const label of labels) expect(consent?.items.ko).toContain(label);
  });

  it('shows reviewers only what it asks, and nothing that tells who applies', () => {
    const shown = round.admission?.review.shows ?? [];
    expect(shown.filter((field) => !labRenewalV1.fields.includes(field))).toEqual([]);
    expect(shown.filter((field) => labRenewalV1.identifying.includes(field))).toEqual([]);
  });
});
