import { applyRoutes } from '../../../functions/applications/pages/apply-routes.tsx';
import { startRoutes } from '../../../functions/applications/pages/start-routes.tsx';
import { statusRoutes } from '../../../functions/applications/pages/status-routes.tsx';
import { policyRoutes } from '../../../functions/forms/pages/policy-routes.tsx';
import { helpRoutes } from '../../../functions/intake/pages/help-routes.tsx';
import { intakeRequestPages } from '../../../functions/intake/pages/request-pages.ts';
import { intakeDoer } from '../../../functions/intake/steps.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import type { Support } from '../support.ts';
import { applicationsSamples } from './mail-samples.ts';
import { applicationsRecorded } from './recorded.ts';

export const applicationsSupport: Support = {
  samples: applicationsSamples,
  recorded: applicationsRecorded,
  indexed: [{ table: 'APPLICATIONS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'application' }],
  routes: (reach) => [
    ...startRoutes(reach),
    ...applyRoutes(reach),
    ...statusRoutes(reach),
    ...policyRoutes(reach),
    ...requestRoutes(reach, 'intake', intakeRequestPages(reach)),
    ...helpRoutes(reach),
  ],
  steps: { 'applicant-intake': intakeDoer },
};
