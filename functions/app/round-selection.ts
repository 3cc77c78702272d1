import type { RoundSelection } from '../rounds/round-selection.ts';
import { selectionParts } from '../selection/parts.ts';
import { roundSelection } from '../selection/round-selection.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';

/** What those before the selection are told of it. */
export const openRoundSelection = (names: TableNames, db: Database) => (): RoundSelection =>
  roundSelection(lazily(selectionParts(names, db)));
