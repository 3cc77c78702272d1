import type { AgreementOwners } from '../agreements/owners.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { lazily } from '../shared/parts.ts';
import { allParts, type Parts } from './parts.ts';
import * as brought from './ports-brought.ts';

interface BringsOwners {
  readonly agreementOwners?: (deps: Parts) => AgreementOwners;
  readonly [other: string]: unknown;
}

/** Whose agreements there are, and what follows for each case: what every capability says that has any. */
export const openAgreementOwners = (names: TableNames, db: Database) => (): AgreementOwners => {
  const deps = lazily(allParts(names, db));
  const all = Object.values<BringsOwners>(brought).map((ports) => ports.agreementOwners?.(deps) ?? {});
  return Object.fromEntries(all.flatMap((some) => Object.entries(some)));
};
