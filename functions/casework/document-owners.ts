import type { SessionDependencies } from '../applications/pages/context.ts';
import { applicationDocuments } from '../attachments/application-documents.ts';
import type { DocumentOwners } from '../documents/owners.ts';
import { applicationKind } from '../forms/attachments.ts';
import { type SeesDocuments, seesDocuments } from './may-see.ts';

/** Whose documents applications have, and who sees them at their desk. */
export const caseDocumentOwners = (deps: SessionDependencies & SeesDocuments): DocumentOwners => ({
  [applicationKind]: applicationDocuments(deps, seesDocuments(deps)),
});
