import type { DocumentKeepers } from '../documents/keepers.ts';
import type { DocumentOwners } from '../documents/owners.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { type Browsers, openChecklistOwners } from './checklist-owners.ts';
import * as owners from './owners-brought.ts';
import { allParts, type Parts } from './parts.ts';
import * as brought from './ports-brought.ts';

interface BringsKeepers {
  readonly documentKeepers?: (deps: Parts) => DocumentKeepers;
  readonly [other: string]: unknown;
}

const joined = <Port>(all: readonly Readonly<Record<string, Port>>[]): Readonly<Record<string, Port>> =>
  Object.fromEntries(all.flatMap((some) => Object.entries(some)));

/** Whose documents there are, and who is entitled to them: what every capability says that asks for any. */
export const openDocumentOwners = (names: TableNames, db: Database, browsers: Browsers) => (): DocumentOwners => {
  const { verifyLink, secure } = browsers;
  const deps = lazily({
    ...allParts(names, db),
    // Items of checklists have documents, and checklists owners of their own.
    checklistOwners: openChecklistOwners(names, db, browsers),
    verifyLink: () => verifyLink,
    secure: () => secure,
  });
  return joined(Object.values(owners).map((of) => of(deps)));
};

/** Who has to know what becomes of documents. */
export const openDocumentKeepers = (names: TableNames, db: Database) => (): DocumentKeepers => {
  const deps = lazily(allParts(names, db));
  return joined(Object.values<BringsKeepers>(brought).map((ports) => ports.documentKeepers?.(deps) ?? {}));
};
