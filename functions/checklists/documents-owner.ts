import { ownerKey } from '../documents/owner-keys.ts';
import { listIn } from './checklist.ts';

/** What documents call the owner of those that show that items are done. */
export const itemDocumentsKind = 'checklist';

/** The id of that owner: of one doer of a list, so that nobody sends or sees those of another. */
export const documentsId = (list: string, doer: string): string => `${list}--${doer}`;

export const documentsOwner = (list: string, doer: string): string =>
  ownerKey(itemDocumentsKind, documentsId(list, doer));

/** Whose such documents an id names. */
export function documentsOf(id: string): { readonly list: string; readonly doer: string } | undefined {
  const at = id.lastIndexOf('--');
  const [list, doer] = [id.slice(0, at), id.slice(at + 2)];
  return at > 0 && listIn(list) ? { list, doer } : undefined;
}
