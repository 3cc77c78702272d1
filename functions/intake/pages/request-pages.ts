import { intakeRequests } from '../../applications/open-requests.ts';
import type { CaseFigures } from '../../attachments/case-figures.ts';
import type { Dependencies } from '../../attachments/dependencies.ts';
import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { decisionKind } from './decision-kind.tsx';
import { questionKind } from './question-kind.tsx';

/** The pages of intake's requests, by their kind. */
export const intakeRequestPages = (
  deps: Pick<Dependencies, 'applications' | 'commit' | 'documents' | 'people' | 'requests' | 'rounds'> & {
    readonly caseFigures: CaseFigures;
  },
): RequestPagesOf<'intake'> => ({
  [intakeRequests.decision]: decisionKind(deps),
  [intakeRequests.question]: questionKind(deps),
});
