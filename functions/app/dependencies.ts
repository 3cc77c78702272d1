import type { AgreementOwners } from '../agreements/owners.ts';
import type { Ports } from '../applications/dependencies.ts';
import type { CaseFigures } from '../attachments/case-figures.ts';
import type { ChecklistOwners } from '../checklists/owners.ts';
import type { Extending } from '../residencies/extending.ts';
import type { Accepting } from '../seats/accepting.ts';
import type { SpaceHolders } from '../spaces/holders.ts';
import type { Parts } from './parts.ts';

/** All that use cases reach. */
export type Dependencies = Parts &
  Ports & {
    readonly agreementOwners: AgreementOwners;
    readonly checklistOwners: ChecklistOwners;
    readonly accepting: Accepting;
    readonly caseFigures: CaseFigures;
    readonly extending: Extending;
    readonly spaceHolders: SpaceHolders;
  };
