import { attachmentsToSend } from '../attachments/pages/attached.tsx';
import { attachmentsParts } from '../attachments/parts.ts';
import type { AttachmentsOf } from '../forms/attachments.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';

/** What applicants send beside their answers. */
export const openAttachments = (names: TableNames, db: Database) => (): AttachmentsOf =>
  attachmentsToSend(lazily(attachmentsParts(names, db)));
