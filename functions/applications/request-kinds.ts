import type { Kind } from '../requests/kind.ts';
import { intakeKinds } from './open-requests.ts';

export const applicationsKinds: readonly Kind[] = [
  {
    name: intakeKinds.decision,
    title: { ko: '지원서 확인', en: 'Decide on an application' },
    pages: 'applications',
    heldBy: 'intake-officer',
  },
  {
    name: intakeKinds.question,
    title: { ko: '지원자 질문', en: 'Question to the applicant' },
    pages: 'applications',
    reminder: 'question-reminder',
  },
];
