import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import type { Dependencies as Checklists } from '../checklists/dependencies.ts';
import type { Dependencies as Below } from '../residencies/dependencies.ts';

/** What the use cases of onboarding reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly documents: Checklists['documents'];
  readonly checklists: Checklists['checklists'];
  readonly agreements: Agreements['agreements'];
}
