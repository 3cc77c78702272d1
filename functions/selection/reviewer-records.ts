import type { ReviewerRecords } from '../reviewers/round-reviewers.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { selectionParts } from './parts.ts';

/** What those before the selection are told of reviewers; its table is opened when it is first asked. */
export function reviewerRecords(names: TableNames, db: Database): ReviewerRecords {
  const deps = lazily(selectionParts(names, db));
  return { reviewer: (...of) => deps.screenings.reviewer(...of) };
}
