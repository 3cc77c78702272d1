import type { Dependencies } from '../claims/dependencies.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';

/**
 * Of which lecturers corrections may wait for a claim, or are asked back. On the first of a month all lecturers are looked
 * at: the index does not know what an earlier release has stored.
 */
export async function whoseCorrections(
  { claims, lecturers }: Pick<Dependencies, 'claims' | 'lecturers'>,
  state: Parameters<Dependencies['claims']['lecturersWith']>[0],
  now: Instant,
): Promise<readonly string[]> {
  return seoulDateOf(now).endsWith('-01') ? lecturers.ids() : claims.lecturersWith(state);
}
