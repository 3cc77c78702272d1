import type { Dependencies as Applications } from '../applications/dependencies.ts';
import type { Dependencies as Documents } from '../documents/dependencies.ts';

/** What the documents of applications reach; each use asks for the few that it uses. */
export type Dependencies = Applications & Pick<Documents, 'documents'>;
