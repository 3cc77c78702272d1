import type { SessionDependencies } from '../applications/pages/context.ts';
import { applicationDocuments } from '../attachments/application-documents.ts';
import type { DeskLink } from '../desk/desk.ts';
import type { DocumentOwners } from '../documents/owners.ts';
import { applicationKind } from '../forms/attachments.ts';
import { caseworkRoles, type SeesCases, seesCase } from './may-see.ts';
import { caseworkPaths } from './pages/casework-paths.ts';

/** What those who look after rounds have at their desks beside their requests; and who sees documents of applications. */
export const caseworkPorts = {
  documentOwners: (deps: SessionDependencies & SeesCases): DocumentOwners => ({
    [applicationKind]: applicationDocuments(deps, seesCase(deps)),
  }),
  deskLinks: [
    { href: caseworkPaths.rounds, label: { ko: '모집과 지원서', en: 'Rounds and applications' }, roles: caseworkRoles },
  ] satisfies readonly DeskLink[],
} as const;
