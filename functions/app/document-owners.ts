import type { DocumentOwners } from '../documents/owners.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';
import { openChecklistOwners } from './checklist-owners.ts';
import type { Dependencies } from './dependencies.ts';
import { allParts, type Parts } from './parts.ts';
import * as brought from './ports-brought.ts';

/** Checklists have documents too, and owners of their own. */
type Reach = Parts & Pick<Dependencies, 'checklistOwners'>;

interface BringsOwners {
  readonly documentOwners?: (deps: Reach) => DocumentOwners;
  readonly [other: string]: unknown;
}

/** Whose documents there are, and who is entitled to them: what every capability says that asks for any. */
export const openDocumentOwners = (names: TableNames, db: Database) => (): DocumentOwners => {
  const deps = lazily({ ...allParts(names, db), checklistOwners: openChecklistOwners(names, db) });
  const all = Object.values<BringsOwners>(brought).map((ports) => ports.documentOwners?.(deps) ?? {});
  return Object.fromEntries(all.flatMap((some) => Object.entries(some)));
};
