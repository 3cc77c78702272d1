import type { KindsOf } from '../requests/kind.ts';

export const intakeKinds = {
  'intake-decision': {
    title: { ko: '지원서 확인', en: 'Check an application' },
    pages: 'intake',
    askedOf: ['intake-officer', 'academy-manager'],
    asks: 'person',
    heldBy: 'intake-officer',
    reminder: { each: 'request-reminder' },
    lapses: false,
  },
  'intake-question': {
    title: { ko: '지원자 질문', en: 'Question to the applicant' },
    pages: 'intake',
    askedOf: [],
    asks: 'applicant',
    heldBy: undefined,
    reminder: { each: 'question-reminder' },
    lapses: true,
  },
} as const satisfies KindsOf<'intake'>;
