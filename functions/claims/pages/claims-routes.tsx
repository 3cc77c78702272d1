import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { refuseDecision } from '../decide-claim.ts';
import { claimRequests } from '../requests.ts';
import { decisionKind } from './decision-kind.tsx';
import { lecturerKind } from './lecturer-kind.tsx';

/** The pages of what claims ask, by their kind. */
const claimRequestPages = (
  deps: Parameters<typeof lecturerKind>[0] & Parameters<typeof decisionKind>[0],
): RequestPagesOf<'claims'> => ({
  [claimRequests.lecturer]: lecturerKind(deps),
  [claimRequests.manager]: decisionKind(deps),
  [claimRequests.finance]: decisionKind(deps),
});

/** What claims ask; an answer of whoever has a part in the claim is not taken, and the audit says so. */
export const claimsRoutes = (
  deps: Omit<RequestPagesDependencies, 'interestRefused'> & Parameters<typeof claimRequestPages>[0],
): PageRoute[] =>
  requestRoutes(
    {
      ...pick(deps),
      interestRefused: ({ request, holder }, { form, now }) =>
        refuseDecision(
          { commit: deps.commit },
          request,
          { by: holder, why: 'interest', outcome: form.get('outcome')?.at(-1) ?? '' },
          now,
        ),
    },
    'claims',
    claimRequestPages(deps),
  );

/** Named one by one, since spreading would make every part. */
const pick = ({ requests, people, commit, verifyLink, kinds, interestsIn }: RequestPagesDependencies) => ({
  requests,
  people,
  commit,
  verifyLink,
  kinds,
  interestsIn,
});
