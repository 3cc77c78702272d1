import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { erased } from './sending.ts';

/**
 * What goes into the commit with which an owner is erased: names, dates and words of all its documents. Their files, all
 * versions, the clock takes away within minutes.
 */
export async function documentsErasing(
  { documents }: Pick<Dependencies, 'documents'>,
  owner: string,
  now: Instant,
): Promise<Change[]> {
  const slots = await documents.of(owner);
  return slots.map((was) => documents.save(erased(was, now), was));
}
