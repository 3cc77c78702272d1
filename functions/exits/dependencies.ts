import type { StoreReach } from '../checklists/store-list.ts';
import type { Dependencies as Onboarding } from '../onboarding/dependencies.ts';
import type { AskDependencies } from '../requests/ask.ts';
import type { Ending } from '../residencies/ending.ts';

/** What the use cases of exits reach; each asks for the few that it uses. */
export interface Dependencies extends Onboarding {
  /** What else ends with a residency. */
  readonly ending: Ending;
}

/** What the steps of an exit reach. */
export type StepDependencies = Dependencies & AskDependencies & StoreReach;
