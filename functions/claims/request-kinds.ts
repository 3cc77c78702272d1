import type { KindsOf } from '../requests/kind.ts';

const aboutClaim = {
  term: { ko: '청구 번호', en: 'Claim number' },
  name: (id: string) => ({ ko: id, en: id }),
};

export const claimsKinds = {
  'wage-claim': {
    title: { ko: '강의 내역 확인', en: 'Check your lessons' },
    pages: 'claims',
    askedOf: [],
    asks: 'lecturer',
    heldBy: undefined,
    reminder: { each: 'wage-reminder' },
    lapses: true,
  },
  'wage-manager': {
    title: { ko: '강사료 확인', en: 'Check a lecturer’s pay' },
    pages: 'claims',
    askedOf: ['academy-manager'],
    asks: 'person',
    heldBy: 'academy-manager',
    reminder: { each: 'request-reminder' },
    about: aboutClaim,
    lapses: false,
  },
  'wage-finance': {
    title: { ko: '강사료 지급 승인', en: 'Approve a lecturer’s pay' },
    pages: 'claims',
    askedOf: ['finance-officer'],
    asks: 'person',
    heldBy: 'finance-officer',
    reminder: { each: 'request-reminder' },
    about: aboutClaim,
    lapses: false,
  },
} as const satisfies KindsOf<'claims'>;
