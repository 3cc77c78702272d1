import { PageFault } from '../../shared/pages/problem.tsx';
import type { PageRequest, PageResponse } from '../../shared/pages/request.ts';
import { isSafe } from '../document.ts';
import { formats } from '../formats.ts';
import { recordDocumentDownload } from '../record-download.ts';
import { type DocumentPagesDependencies, fileIn, type OpenSlot } from './open-slot.ts';

/**
 * Leads whoever may have a document to it: as a file to be saved, never to be shown, at the address of the bucket and not
 * at ours, for a minute. What was not found to be clean is given to nobody.
 */
export async function giveOut(
  deps: Pick<DocumentPagesDependencies, 'commit' | 'forms'>,
  open: OpenSlot,
  by: string,
  request: PageRequest,
): Promise<PageResponse> {
  const file = fileIn(open, request);
  const { versionId, name, format } = file;
  if (!open.stored || !isSafe(file) || !versionId || !name || !format) throw new PageFault(404);
  await recordDocumentDownload(deps, { slot: open.stored, file, by }, request.now);
  const { type } = formats[format];
  return {
    status: 303,
    headers: {
      Location: await deps.forms.download({ id: file.id, versionId, name, type }, request.now),
      'Cache-Control': 'no-store',
    },
    body: '',
  };
}
