import type { DocumentKeepers } from '../documents/keepers.ts';
import { applicationKind } from '../forms/attachments.ts';
import type { Dependencies } from './dependencies.ts';
import { applicationKeeper, attachmentsErasing } from './keep-documents.ts';

/** What the documents of applications do when others tell them something. */
export const attachmentsPorts = {
  documentKeepers: (deps: Pick<Dependencies, 'applications'>): DocumentKeepers => ({
    [applicationKind]: applicationKeeper(deps),
  }),
  erasing: attachmentsErasing,
} as const;
