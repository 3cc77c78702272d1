import type { KindsOf } from '../requests/kind.ts';

/** By the id: no name stands in a mail to somebody else. */
const aboutLecturer = {
  term: { ko: '강사', en: 'Lecturer' },
  name: (id: string) => ({ ko: id, en: id }),
};

export const lecturersKinds = {
  'lecturer-account': {
    title: { ko: '강사료를 받을 계좌', en: 'The account that fees are paid to' },
    pages: 'lecturers',
    askedOf: [],
    asks: 'lecturer',
    heldBy: undefined,
    reminder: { each: 'account-reminder' },
    lapses: true,
  },
  'account-check': {
    title: { ko: '강사 계좌 확인', en: 'Check a lecturer’s account' },
    pages: 'lecturers',
    askedOf: ['finance-officer'],
    asks: 'person',
    heldBy: 'finance-officer',
    reminder: { each: 'request-reminder' },
    about: aboutLecturer,
    lapses: false,
  },
} as const satisfies KindsOf<'lecturers'>;
