import type { ResultOf } from '../applications/pages/applicant-result.ts';
import { applicantResult as ofPlace } from '../seats/pages/applicant-result.tsx';
import { seatsParts } from '../seats/parts.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';

/** What the status page shows once the results are out. */
export const applicantResult = (names: TableNames, db: Database) => (): ResultOf =>
  ofPlace(lazily(seatsParts(names, db)));
