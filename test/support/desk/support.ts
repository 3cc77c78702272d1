import { deskRoutes } from '../../../functions/desk/pages/desk-routes.tsx';
import { codeOf } from '../applications/mail-samples.ts';
import type { Support } from '../support.ts';
import { deskVisits } from './desk-visits.ts';

export const deskSupport: Support = {
  routes: deskRoutes,
  visits: deskVisits,
  samples: (lang) => ({
    'desk-code': [
      {
        to: { challenge: 'c1' },
        facts: { tables: codeOf(lang, 'desk', { email: 'minji.kim@academy.example.kr', scope: 'desk' }) },
      },
    ],
  }),
};
