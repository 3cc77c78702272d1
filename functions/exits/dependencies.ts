import type { Ports } from '../applications/dependencies.ts';
import type { StoreReach } from '../checklists/store-list.ts';
import type { Dependencies } from '../onboarding/dependencies.ts';
import type { AskDependencies } from '../requests/ask.ts';

/** What the use cases of exits reach is what onboarding reaches; each asks for the few that it uses. */
export type { Dependencies } from '../onboarding/dependencies.ts';

/** What the steps of an exit reach. */
export type StepDependencies = Dependencies & AskDependencies & StoreReach & Pick<Ports, 'leaving'>;
