import type { KindsOf } from '../requests/kind.ts';

export const agreementsKinds = {
  'agreement-signature': {
    title: { ko: '협약서 서명', en: 'Sign an agreement' },
    pages: 'agreements',
    askedOf: [],
    asks: 'signer',
    heldBy: undefined,
    reminder: { each: 'agreement-reminder' },
    lapses: true,
  },
  'agreement-countersign': {
    title: { ko: '협약서 서명(기관)', en: 'Sign an agreement for the institution' },
    pages: 'agreements',
    askedOf: ['signatory'],
    asks: 'person',
    heldBy: 'signatory',
    reminder: { each: 'request-reminder' },
    lapses: true,
  },
  'agreement-copy': {
    title: { ko: '서명한 협약서 사본 확인', en: 'Check the copy of a signed agreement' },
    pages: 'agreements',
    askedOf: ['signatory'],
    asks: 'person',
    heldBy: 'signatory',
    reminder: { each: 'request-reminder' },
    lapses: true,
  },
} as const satisfies KindsOf<'agreements'>;
