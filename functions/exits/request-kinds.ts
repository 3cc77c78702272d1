import type { KindsOf } from '../requests/kind.ts';

export const exitsKinds = {
  'end-confirmation': {
    title: { ko: '입주 협약 즉시 종료 승인', en: 'Confirm that a contract ends straight away' },
    pages: 'exits',
    askedOf: ['signatory'],
    asks: 'person',
    heldBy: 'signatory',
    reminder: { each: 'request-reminder' },
    lapses: false,
  },
} as const satisfies KindsOf<'exits'>;
