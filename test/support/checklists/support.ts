import { checklistRoutes } from '../../../functions/checklists/pages/checklist-routes.tsx';
import type { Support } from '../support.ts';
import { checklistsSamples } from './mail-samples.ts';

export const checklistsSupport: Support = {
  samples: checklistsSamples,
  routes: checklistRoutes,
  indexed: [
    {
      table: 'CHECKLISTS_TABLE',
      attributes: ['underWay', 'nextDueOn'],
      has: ({ sk }) => String(sk).startsWith('list#'),
    },
  ],
};
