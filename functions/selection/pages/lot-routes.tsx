import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import { LotPage } from './lot.tsx';

/** What else stands in an address is no round, and too long a key would be a fault of the table. */
const roundIdPattern = /^[a-z0-9-]{1,200}$/;

/** How a round draws lots, and how anybody verifies it. */
export const lotRoutes = (deps: Pick<Dependencies, 'rounds' | 'admissions'>): PageRoute[] => [
  {
    method: 'GET',
    path: '/lot/{round}',
    page: async ({ params, lang }) => {
      const { round: id = '' } = params;
      const [round, admission] = roundIdPattern.test(id)
        ? await Promise.all([deps.rounds.current(id), deps.admissions.get(id)])
        : [];
      if (!round || !admission) throw new PageFault(404);
      return html(<LotPage round={round} admission={admission} lang={lang} />);
    },
  },
];
