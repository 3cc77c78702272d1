/* Whose documents there are, and who is entitled to them: what every capability says that asks for any. With its pages. */
export { caseDocumentOwners } from '../casework/document-owners.ts';
