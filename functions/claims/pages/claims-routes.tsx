import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { RequestKinds } from '../../shared/names.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { refuseDecision } from '../decide-claim.ts';
import { claimRequests } from '../requests.ts';
import { decisionKind } from './decision-kind.tsx';
import { lecturerKind } from './lecturer-kind.tsx';

type RoutesReach = Omit<RequestPagesDependencies, 'interestRefused'>;

/** The pages of what claims ask, by their kind. */
export const claimsRoutes = (
  deps: RoutesReach & Parameters<typeof lecturerKind>[0] & Parameters<typeof decisionKind>[0],
): PageRoute[] =>
  routesAboutClaims(deps, 'claims', {
    [claimRequests.lecturer]: lecturerKind(deps),
    [claimRequests.manager]: decisionKind(deps),
    [claimRequests.finance]: decisionKind(deps),
  });

/** What is asked about claims; an answer of whoever has a part in the claim is not taken, and the audit says so. */
export const routesAboutClaims = <Capability extends keyof RequestKinds>(
  // Named one by one, since spreading would make every part.
  { requests, people, commit, verifyLink, kinds, interestsIn, contact }: RoutesReach,
  capability: Capability,
  pages: RequestPagesOf<Capability>,
): PageRoute[] =>
  requestRoutes(
    {
      requests,
      people,
      commit,
      verifyLink,
      kinds,
      interestsIn,
      ...(contact && { contact }),
      interestRefused: ({ request, holder }, { form, now }) =>
        refuseDecision(
          { commit },
          request,
          { by: holder, why: 'interest', outcome: form.get('outcome')?.at(-1) ?? '' },
          now,
        ),
    },
    capability,
    pages,
  );
