/* Whose documents there are, and who is entitled to them: what every capability says that asks for any. With its pages. */
export { agreementDocuments } from '../agreements/document-owner.ts';
export { caseDocumentOwners } from '../casework/document-owners.ts';
export { itemDocumentOwners } from '../checklists/item-documents.ts';
export { residencyDocumentOwners } from '../onboarding/document-owner.ts';
