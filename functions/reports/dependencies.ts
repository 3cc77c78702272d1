import type { Dependencies as Below } from '../onboarding/dependencies.ts';

/** What the use cases of reports reach; each asks for the few that it uses. */
export type Dependencies = Below;
