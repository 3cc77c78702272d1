import { applicationsParts } from '../applications/parts.ts';
import type { InterestsIn } from '../requests/interests.ts';
import { interestsIn } from '../reviewers/interests-in.ts';
import { reviewerRecords } from '../selection/reviewer-records.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';

/** What requests are told of the interests of those whom they ask. */
export const openInterests = (names: TableNames, db: Database) => (): InterestsIn =>
  interestsIn(lazily(applicationsParts(names, db)), reviewerRecords(names, db));
