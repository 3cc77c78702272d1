import type { ResultOf } from '../applications/pages/applicant-result.ts';
import { residencyResult } from '../onboarding/pages/residency-result.tsx';
import { onboardingParts } from '../onboarding/parts.ts';
import { applicantResult as ofPlace } from '../seats/pages/applicant-result.tsx';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';

/** What the status page shows once the results are out. */
export const applicantResult = (names: TableNames, db: Database) => (): ResultOf => {
  const deps = lazily(onboardingParts(names, db));
  return residencyResult(deps, ofPlace(deps));
};
