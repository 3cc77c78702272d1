import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import type { Dependencies } from '../dependencies.ts';
import { intakeKinds } from '../open-requests.ts';
import { decisionKind } from './decision-kind.tsx';
import { questionKind } from './question-kind.tsx';

/** The pages of intake's requests, by their kind. */
export const applicationsRequestPages = (deps: Dependencies): RequestPagesOf<'applications'> => ({
  [intakeKinds.decision]: decisionKind(deps),
  [intakeKinds.question]: questionKind(deps),
});
