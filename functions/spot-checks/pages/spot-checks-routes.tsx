import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { refuse } from '../settle-spot-check.ts';
import { spotCheckKind } from './spot-check-kind.tsx';

/** What the links about drawn claims open; an answer of whoever has a part in the claim is not taken, and the audit says so. */
export const spotChecksRoutes = (
  deps: Omit<RequestPagesDependencies, 'interestRefused'> & Parameters<typeof spotCheckKind>[0],
): PageRoute[] => {
  const { requests, people, commit, verifyLink, kinds, interestsIn } = deps;
  return requestRoutes(
    {
      requests,
      people,
      commit,
      verifyLink,
      kinds,
      interestsIn,
      interestRefused: ({ request, holder }, { form, now }) =>
        refuse({ commit }, request, { by: holder, why: 'interest', outcome: form.get('outcome')?.at(-1) ?? '' }, now),
    },
    'spot-checks',
    { 'spot-check': spotCheckKind(deps) },
  );
};
