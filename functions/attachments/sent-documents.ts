import type { SentVersion } from '../applications/applications-table.ts';
import { presentIn } from '../documents/deciding.ts';
import { isSafe, type StoredFile } from '../documents/document.ts';
import type { Round } from '../rounds/round.ts';
import { shownToReviewers } from '../rounds/round-documents.ts';
import { type Attachment, askedAfter, attachmentsOf, ownerOf } from './attachments.ts';
import type { Dependencies } from './dependencies.ts';

type Sent = Pick<SentVersion, 'reference' | 'typed'>;

/** The documents that were asked of an application by the version that was sent last, each with what was sent for it. */
export async function documentsOf(
  { documents }: Pick<Dependencies, 'documents'>,
  made: Pick<Round, 'documents'>,
  version: Sent | undefined,
): Promise<readonly Attachment[]> {
  const asked = version ? askedAfter(made, version.typed) : [];
  return version && asked.length > 0 ? attachmentsOf(asked, await documents.of(ownerOf(version.reference))) : [];
}

/** Of them those that reviewers see. */
export async function documentsForReview(
  deps: Pick<Dependencies, 'documents'>,
  made: Pick<Round, 'documents'>,
  version: Sent | undefined,
  blind: boolean,
): Promise<readonly Attachment[]> {
  const seen = shownToReviewers(made.documents ?? [], blind);
  return documentsOf(deps, { documents: [...seen] }, version);
}

/** The file that stands for a document, if somebody may have it. */
export function fileOf({ files }: Pick<Attachment, 'files'>): StoredFile | undefined {
  const file = presentIn(files);
  return file && isSafe(file) ? file : undefined;
}
