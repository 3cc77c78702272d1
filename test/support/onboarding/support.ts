import { onboardingRequestPages } from '../../../functions/onboarding/pages/request-pages.ts';
import { startupRoutes } from '../../../functions/onboarding/pages/startup-routes.tsx';
import { onboardingDoer } from '../../../functions/onboarding/steps.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { fontsInPackages } from '../fonts.ts';
import type { Support } from '../support.ts';
import { onboardingSamples } from './mail-samples.ts';

export const onboardingSupport: Support = {
  samples: onboardingSamples,
  routes: (reach) => [...startupRoutes(reach), ...requestRoutes(reach, 'onboarding', onboardingRequestPages(reach))],
  steps: {
    'startup-lab-onboarding': {
      find: (input) =>
        onboardingDoer.find(input) && ((deps, now) => onboardingDoer.perform({ ...deps, ...paper }, input, now)),
      perform: (deps, input, now) => onboardingDoer.perform({ ...deps, ...paper }, input, now),
    },
  },
  indexed: [{ table: 'RESIDENCIES_TABLE', attributes: ['needsRun'], has: ({ pk }) => pk === 'residencies' }],
};

/** What agreements are drawn with, and where copies are checked. */
const paper = { fonts: fontsInPackages, baseUrl: 'http://localhost:3000' };
