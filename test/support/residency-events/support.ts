import { residencyRoutes } from '../../../functions/residency-events/pages/routes.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { fontsInPackages } from '../fonts.ts';
import type { Support } from '../support.ts';
import { residencyVisits } from './residency-visits.ts';

/** What agreements are drawn with, and where copies are checked. */
const paper = { fonts: fontsInPackages, baseUrl: 'http://localhost:3000' };

export const residencyEventsSupport: Support = {
  routes: residencyRoutes,
  visits: residencyVisits,
  steps: {
    'residency-event': {
      find: (input) =>
        residencyEventsDoer.find(input) &&
        ((deps, now) => residencyEventsDoer.perform({ ...deps, ...paper }, input, now)),
      perform: (deps, input, now) => residencyEventsDoer.perform({ ...deps, ...paper }, input, now),
    },
  },
  indexed: [{ table: 'RESIDENCYEVENTS_TABLE', attributes: ['needsRun'], has: () => true }],
};
