import type { Invited } from '../applications/dependencies.ts';
import type { CaseFigures } from '../attachments/case-figures.ts';
import { renewalFigures } from '../renewals/case-figures.ts';
import { renewalApplications } from '../renewals/invited-applications.ts';
import { residenciesParts } from '../residencies/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';

/** Who is asked in rounds by invitation. */
export const openInvited = (names: TableNames, db: Database) => (): Invited =>
  renewalApplications(lazily(residenciesParts(names, db)));

/** What whoever judges an application sees beside it, of startups that want to stay. */
export const openCaseFigures = (names: TableNames, db: Database) => (): CaseFigures =>
  renewalFigures(lazily(residenciesParts(names, db)));
