import type { ResultOf } from '../applications/pages/applicant-result.ts';
import { residencyResult } from '../onboarding/pages/residency-result.tsx';
import { onboardingParts } from '../onboarding/parts.ts';
import { toOwnResidency } from '../residency-events/pages/own-residency.ts';
import { applicantResult as ofPlace } from '../seats/pages/applicant-result.tsx';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';

/** What the status page shows once the results are out, with the way to what follows from it. */
export const applicantResult = (names: TableNames, db: Database) => (): ResultOf => {
  const deps = lazily(onboardingParts(names, db));
  return toOwnResidency(deps, residencyResult(deps, ofPlace(deps)));
};
