import type { KindsOf } from '../requests/kind.ts';

const askedOfManager = {
  pages: 'onboarding',
  askedOf: ['lab-manager'],
  asks: 'person',
  heldBy: 'lab-manager',
  reminder: { each: 'request-reminder' },
  lapses: false,
} as const;

export const onboardingKinds = {
  'onboarding-documents': {
    title: { ko: '입주 서류 제출', en: 'Documents for moving in' },
    pages: 'onboarding',
    askedOf: [],
    asks: 'applicant',
    heldBy: undefined,
    reminder: { each: 'onboarding-documents-reminder' },
    lapses: true,
  },
  'onboarding-check': { ...askedOfManager, title: { ko: '입주 서류 확인', en: 'Check the documents of a startup' } },
  'space-allotment': { ...askedOfManager, title: { ko: '입주 공간 배정', en: 'Allot a space' } },
} as const satisfies KindsOf<'onboarding'>;
