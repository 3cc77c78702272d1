import type { SlotFiles } from '../documents/document.ts';
import { formats } from '../documents/formats.ts';
import { recordDocumentDownload } from '../documents/record-download.ts';
import type { SignedForms } from '../documents/signed-forms.ts';
import type { Instant } from '../shared/time.ts';
import { type Attachment, ownerOf } from './attachments.ts';
import type { Dependencies } from './dependencies.ts';
import { fileOf } from './sent-documents.ts';

/**
 * The address at which a reviewer gets the file of a document, for a minute; that they took it is in the audit. In a blind
 * round it has the name of what it is, not the applicant's own.
 */
export async function addressForReviewer(
  { commit, forms }: Pick<Dependencies, 'commit'> & { readonly forms: Pick<SignedForms, 'download'> },
  given: {
    readonly reference: string;
    readonly attachment: Attachment;
    readonly blind: boolean;
    readonly reviewer: string;
  },
  now: Instant,
): Promise<string | undefined> {
  const { attachment, blind, reference, reviewer } = given;
  const { document } = attachment;
  const file = fileOf(attachment);
  const { versionId, format, name } = file ?? {};
  if (!file || !versionId || !format || !name) return undefined;
  const slot: Pick<SlotFiles, 'owner' | 'slot'> = { owner: ownerOf(reference), slot: document.id };
  await recordDocumentDownload({ commit }, { slot, file, by: `person:${reviewer}` }, now);
  const { type, endings } = formats[format];
  return forms.download({ id: file.id, versionId, name: blind ? `${document.id}.${endings[0]}` : name, type }, now);
}
