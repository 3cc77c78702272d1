import type { Dependencies } from '../../applications/dependencies.ts';
import { intakeKinds } from '../../applications/open-requests.ts';
import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { decisionKind } from './decision-kind.tsx';
import { questionKind } from './question-kind.tsx';

/** The pages of intake's requests, by their kind. */
export const applicationsRequestPages = (deps: Dependencies): RequestPagesOf<'applications'> => ({
  [intakeKinds.decision]: decisionKind(deps),
  [intakeKinds.question]: questionKind(deps),
});
