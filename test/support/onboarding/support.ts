import { onboardingDoer } from '../../../functions/onboarding/steps.ts';
import { fontsInPackages } from '../fonts.ts';
import type { Support } from '../support.ts';
import { onboardingSamples } from './mail-samples.ts';

export const onboardingSupport: Support = {
  samples: onboardingSamples,
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
