import { lotRoutes } from '../../../functions/selection/pages/lot-routes.tsx';
import type { Support } from '../support.ts';
import { selectionRecorded } from './recorded.ts';

export const selectionSupport: Support = {
  recorded: selectionRecorded,
  indexed: [{ table: 'ADMISSIONS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'admission' }],
  routes: lotRoutes,
};
