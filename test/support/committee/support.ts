import { committeeApproval } from '../../../functions/committee/committee-requests.ts';
import { committeePages } from '../../../functions/committee/pages/committee-kind.tsx';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import type { Support } from '../support.ts';
import { committeeVisits } from './committee-visits.ts';
import { leftVisits } from './left-visits.ts';
import { committeeRecorded } from './recorded.ts';

export const committeeSupport: Support = {
  visits: async (at, typed, sign) => (await Promise.all([committeeVisits(at, typed), leftVisits(at, sign)])).flat(),
  recorded: committeeRecorded,
  routes: (reach) => requestRoutes(reach, 'committee', { [committeeApproval]: committeePages(reach) }),
};
