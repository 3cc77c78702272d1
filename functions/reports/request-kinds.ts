import { byReference, type KindsOf } from '../requests/kind.ts';
import { residencyOfEvent } from '../residencies/residency-event.ts';

export const reportsKinds = {
  'quarterly-report': {
    title: { ko: '분기 보고서 제출', en: 'Quarterly report' },
    pages: 'reports',
    askedOf: [],
    asks: 'applicant',
    heldBy: undefined,
    reminder: { each: 'report-reminder' },
    late: 'report-late',
    about: byReference(residencyOfEvent),
    lapses: false,
  },
} as const satisfies KindsOf<'reports'>;
