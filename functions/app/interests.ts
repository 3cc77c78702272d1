import { applicationsParts } from '../applications/parts.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { residenciesParts } from '../residencies/parts.ts';
import { residencyInterests } from '../residencies/residency-interests.ts';
import { interestsIn } from '../reviewers/interests-in.ts';
import { reviewerRecords } from '../selection/reviewer-records.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';

/** What requests are told of the interests of those whom they ask. */
export const openInterests = (names: TableNames, db: Database) => (): InterestsIn =>
  interestsIn(lazily(applicationsParts(names, db)), reviewerRecords(names, db));

/** What those who serve residencies are told of the interests of those whom they ask about a startup. */
export const openResidencyInterests = (names: TableNames, db: Database) => (): InterestsIn =>
  residencyInterests(lazily(residenciesParts(names, db)));
