/** What the use cases about contracts reach is what onboarding reaches; each asks for the few that it uses. */
export type { Dependencies } from '../onboarding/dependencies.ts';
