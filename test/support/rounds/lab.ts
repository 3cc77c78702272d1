import { readFileSync } from 'node:fs';
import type { TypedPages } from '../../../functions/forms/answers.ts';
import type { ApplicantKind } from '../../../functions/forms/lab-v1/kind.ts';
import { forms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import type { Round, WrittenDraft } from '../../../functions/rounds/round.ts';
import { toldRound } from '../../../functions/rounds/told-round.ts';
import { copies } from '../copies.ts';

/** The file of the Lab's round, as it is in `rounds/`. */
export const labFile = readFileSync(new URL('../../../rounds/lab-2027.yaml', import.meta.url), 'utf8');

export const labDraft = copies((): WrittenDraft => {
  const checked = checkRound(labFile, Object.fromEntries(forms));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.round;
});

/** As people are told it, in its first version or as a test changes it. */
export const labRound = (change: Partial<Round> = {}): Round => toldRound({ ...labDraft(), version: 1, ...change });

const essay = (about: string) => `${about}에 관하여 구체적인 숫자와 함께 씁니다. `.repeat(4);

const common: TypedPages = {
  consents: { 'consent-personal-data': ['yes'], 'consent-news': [] },
  representative: {
    name: ['김새봄'],
    latinName: [],
    'birthDate.year': ['1990'],
    'birthDate.month': ['4'],
    'birthDate.day': ['2'],
    email: ['saebom@example.com'],
    mobile: ['010-2345-6789'],
    position: ['대표'],
  },
  product: {
    area: ['payments'],
    stage: ['launched'],
    founders: [essay('창업자')],
    product: [essay('제품')],
    customers: [essay('고객')],
  },
  residency: { yearPlan: [essay('계획')], desks: ['4'], accessNeeds: [] },
};
const company = {
  'foundedOn.year': ['2023'],
  'foundedOn.month': ['5'],
  'foundedOn.day': ['1'],
  staff: ['5'],
};
const own: Readonly<Record<ApplicantKind, TypedPages>> = {
  founder: {
    founder: {
      teamName: ['새봄페이 준비팀'],
      teamSize: ['3'],
      'plannedOn.year': ['2027'],
      'plannedOn.month': ['7'],
      'plannedOn.day': ['1'],
      employer: [],
    },
  },
  firm: {
    firm: { firmName: ['새봄페이'], businessNumber: ['123-45-67891'], corporateNumber: [] },
    company,
  },
  'foreign-firm': {
    'foreign-firm': {
      foreignName: ['Springtide Pte. Ltd.'],
      country: ['싱가포르'],
      foreignNumber: ['201912345K'],
      koreaPlan: ['2027년 9월 주식회사 설립'],
    },
    company,
  },
};

/** What invented applicants type, by page and control; whole for each kind of them. */
export const labTyped = {
  personal: ['name', 'birthDate', 'email', 'mobile'],
  of: (kind: ApplicantKind, change: TypedPages = {}): TypedPages => ({
    ...common,
    kind: { kind: [kind] },
    ...own[kind],
    ...change,
  }),
} as const;
