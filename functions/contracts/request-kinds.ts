import { byReference, type KindsOf } from '../requests/kind.ts';
import { residencyOfEvent } from '../residencies/residency-event.ts';

const askedOfManager = {
  pages: 'contracts',
  askedOf: ['lab-manager'],
  asks: 'person',
  heldBy: 'lab-manager',
  reminder: { each: 'request-reminder' },
  lapses: false,
} as const;

export const contractsKinds = {
  'addendum-request': {
    ...askedOfManager,
    title: { ko: '입주 내용 변경 결정', en: 'Decide on a change of a contract' },
  },
  'extension-space': {
    ...askedOfManager,
    title: { ko: '연장 기간의 공간 배정', en: 'Allot a space for an extended contract' },
    about: byReference(residencyOfEvent),
  },
} as const satisfies KindsOf<'contracts'>;
