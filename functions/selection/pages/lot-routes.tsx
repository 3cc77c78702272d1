import { roundIdIn } from '../../rounds/round-in-path.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import { LotPage } from './lot.tsx';

/** How a round draws lots, and how anybody verifies it. */
export const lotRoutes = (deps: Pick<Dependencies, 'rounds' | 'admissions'>): PageRoute[] => [
  {
    method: 'GET',
    path: '/lot/{round}',
    page: async (request) => {
      const id = roundIdIn(request);
      const [round, admission] = id ? await Promise.all([deps.rounds.current(id), deps.admissions.get(id)]) : [];
      if (!round || !admission) throw new PageFault(404);
      return html(<LotPage round={round} admission={admission} lang={request.lang} />);
    },
  },
];
