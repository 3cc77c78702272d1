import type { KindsOf } from '../requests/kind.ts';
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
    about: {
      term: { ko: '접수 번호', en: 'Reference number' },
      name: (event) => ({ ko: residencyOfEvent(event), en: residencyOfEvent(event) }),
    },
    lapses: false,
  },
} as const satisfies KindsOf<'reports'>;
