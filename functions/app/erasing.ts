import type { Erasing } from '../applications/leaving.ts';
import { attachmentsParts } from '../attachments/parts.ts';
import { onboardingParts } from '../onboarding/parts.ts';
import { seatsParts } from '../seats/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import * as brought from './ports-brought.ts';

/** Everybody who keeps something of a person, and how it is erased. */
export const openErasing = (names: TableNames, db: Database) => (): readonly Erasing[] => {
  const deps = lazily({ ...attachmentsParts(names, db), ...seatsParts(names, db), ...onboardingParts(names, db) });
  return Object.values(brought).flatMap((ports) => ('erasing' in ports ? [ports.erasing(deps)] : []));
};
