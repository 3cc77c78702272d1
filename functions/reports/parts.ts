import { onboardingParts } from '../onboarding/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';

/** The parts of the capabilities below. */
export const reportsParts = (names: TableNames, db: Database) => onboardingParts(names, db);
