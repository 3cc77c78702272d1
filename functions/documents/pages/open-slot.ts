import { PageFault } from '../../shared/pages/problem.tsx';
import type { PageRequest } from '../../shared/pages/request.ts';
import type { Dependencies } from '../dependencies.ts';
import type { SlotFiles, StoredFile } from '../document.ts';
import { ownerKey } from '../owner-keys.ts';
import type { Asked, DocumentOwner, DocumentOwners } from '../owners.ts';
import type { SignedForms } from '../signed-forms.ts';
import type { Slot } from '../slot.ts';

/** What the pages of documents reach. */
export interface DocumentPagesDependencies extends Pick<Dependencies, 'documents' | 'commit' | 'random'> {
  readonly owners: DocumentOwners;
  readonly forms: SignedForms;
  readonly baseUrl: string;
}

/** Whose documents an address names. */
export interface OpenOwner {
  readonly kind: string;
  readonly id: string;
  readonly port: DocumentOwner;
  readonly asked: Asked;
}

export interface OpenSlot extends OpenOwner {
  readonly slot: Slot;
  readonly stored: SlotFiles | undefined;
}

/** The owner in an address. @throws PageFault 404, if there is none: nothing more is told */
export async function openOwner(
  { owners }: Pick<DocumentPagesDependencies, 'owners'>,
  { params, now }: Pick<PageRequest, 'params' | 'now'>,
): Promise<OpenOwner> {
  const { kind = '', owner: id = '' } = params;
  const port = Object.hasOwn(owners, kind) ? owners[kind] : undefined;
  const asked = /^[\w-]{1,80}$/u.test(id) ? await port?.asked(id, now) : undefined;
  if (!port || !asked) throw new PageFault(404);
  return { kind, id, port, asked };
}

/** The slot of an owner in an address, with what was sent for it. @throws PageFault 404 */
export async function openSlot(
  { documents }: Pick<DocumentPagesDependencies, 'documents'>,
  owner: OpenOwner,
  { params }: Pick<PageRequest, 'params'>,
): Promise<OpenSlot> {
  const slot = owner.asked.slots.find(({ id }) => id === params.slot);
  if (!slot) throw new PageFault(404);
  return { ...owner, slot, stored: await documents.slot({ owner: ownerKey(owner.kind, owner.id), slot: slot.id }) };
}

/** The file in an address. @throws PageFault 404 */
export function fileIn({ stored }: OpenSlot, { params }: Pick<PageRequest, 'params'>): StoredFile {
  const file = stored?.files.find(({ id }) => id === params.file);
  if (!file) throw new PageFault(404);
  return file;
}
