import type { ChecklistOwners } from '../checklists/owners.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import type { VerifyLink } from '../shared/links.ts';
import { lazily } from '../shared/parts.ts';
import { allParts, type Parts } from './parts.ts';
import * as brought from './ports-brought.ts';

/** What it takes to know whose browser it is. */
export interface Browsers {
  readonly verifyLink: VerifyLink;
  readonly secure: boolean;
}

interface BringsOwners {
  readonly checklistOwners?: (deps: Parts & Browsers) => ChecklistOwners;
  readonly [other: string]: unknown;
}

/** Of a Lambda to which no browser comes. */
const noBrowsers: Browsers = { verifyLink: async () => false, secure: true };

/** Whose checklists there are, and who is entitled to them: what every capability says that has any. */
export const openChecklistOwners =
  (names: TableNames, db: Database, { verifyLink, secure }: Browsers = noBrowsers) =>
  (): ChecklistOwners => {
    const deps = lazily({ ...allParts(names, db), verifyLink: () => verifyLink, secure: () => secure });
    const all = Object.values<BringsOwners>(brought).map((ports) => ports.checklistOwners?.(deps) ?? {});
    return Object.fromEntries(all.flatMap((some) => Object.entries(some)));
  };
