import { onboardingParts } from '../onboarding/parts.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';

/** The parts of the capabilities below. */
export const exitsParts = (names: TableNames, db: Database) => onboardingParts(names, db);
