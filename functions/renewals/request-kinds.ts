import { byReference, type KindsOf } from '../requests/kind.ts';
import { residencyOfEvent } from '../residencies/residency-event.ts';

export const renewalsKinds = {
  'renewal-invitation': {
    title: { ko: '입주 연장 신청 여부', en: 'Whether to apply for an extension' },
    pages: 'renewals',
    askedOf: [],
    asks: 'applicant',
    heldBy: undefined,
    reminder: { each: 'renewal-reminder' },
    about: byReference(residencyOfEvent),
    lapses: true,
  },
} as const satisfies KindsOf<'renewals'>;
