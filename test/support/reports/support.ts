import { deskReportRoutes } from '../../../functions/reports/pages/desk-reports.tsx';
import { ownReportRoutes } from '../../../functions/reports/pages/own-reports.tsx';
import { reportsRequestPages } from '../../../functions/reports/pages/report-kind.tsx';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import type { Support } from '../support.ts';
import { reportsSamples } from './mail-samples.ts';
import { reportsVisits } from './reports-visits.ts';

export const reportsSupport: Support = {
  samples: reportsSamples,
  visits: reportsVisits,
  routes: (reach) => [
    ...requestRoutes(reach, 'reports', reportsRequestPages(reach)),
    ...ownReportRoutes(reach),
    ...deskReportRoutes(reach),
  ],
};
