import type { ChecklistOwners } from '../checklists/owners.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';
import { allParts, type Parts } from './parts.ts';
import * as brought from './ports-brought.ts';

interface BringsOwners {
  readonly checklistOwners?: (deps: Parts) => ChecklistOwners;
  readonly [other: string]: unknown;
}

/** Whose checklists there are, and who is entitled to them: what every capability says that has any. */
export const openChecklistOwners = (names: TableNames, db: Database) => (): ChecklistOwners => {
  const deps = lazily(allParts(names, db));
  const all = Object.values<BringsOwners>(brought).map((ports) => ports.checklistOwners?.(deps) ?? {});
  return Object.fromEntries(all.flatMap((some) => Object.entries(some)));
};
