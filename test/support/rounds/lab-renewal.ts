import { readFileSync } from 'node:fs';
import type { TypedPages } from '../../../functions/forms/answers.ts';
import { forms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import type { Round, WrittenDraft } from '../../../functions/rounds/round.ts';
import { toldRound } from '../../../functions/rounds/told-round.ts';
import { copies } from '../copies.ts';

/** The file of the Lab's round of renewal, as it is in `rounds/`. */
export const renewalFile = readFileSync(new URL('../../../rounds/lab-2027-renewal.yaml', import.meta.url), 'utf8');

export const renewalDraft = copies((): WrittenDraft => {
  const checked = checkRound(renewalFile, Object.fromEntries(forms));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.round;
});

/** As people are told it, in its first version or as a test changes it. */
export const renewalRound = (change: Partial<Round> = {}): Round =>
  toldRound({ ...renewalDraft(), version: 1, ...change });

const essay = (about: string) => `${about}에 관하여 구체적인 숫자와 함께 씁니다. `.repeat(4);

/** What an invented startup types that wants to stay, by page and control. */
export const renewalTyped = (email = 'saebom@example.com'): TypedPages => ({
  consents: { 'consent-personal-data': ['yes'] },
  startup: {
    kind: ['firm'],
    startupName: ['새봄페이'],
    name: ['김새봄'],
    latinName: [],
    email: [email],
    mobile: ['010-2345-6789'],
  },
  achieved: { achieved: [essay('성과')], changes: [] },
  'next-year': {
    yearPlan: [essay('계획')],
    milestone1: ['은행 두 곳과 실증 계약'],
    milestone2: ['월 거래 1만 건'],
    milestone3: ['일본 법인 설립'],
    milestone4: ['월 손익 분기'],
    desks: ['5'],
  },
});
