import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Decision, decide } from './deciding.ts';
import type { Dependencies } from './dependencies.ts';
import { fileEvent, findFile } from './store-file.ts';

/**
 * Accepts a document or returns it. The first decision counts, and only one on the newest that is clean: whoever has a
 * page of before open decides nothing.
 */
export async function decideDocument(
  { documents, commit }: Pick<Dependencies, 'documents' | 'commit'>,
  given: { readonly file: string; readonly by: string; readonly decision: Decision },
  now: Instant,
): Promise<'decided' | 'not-open'> {
  return decideAgainOnConflict(async () => {
    const { file: id, by, decision } = given;
    const found = await findFile({ documents }, id);
    const next = found && decide(found.slot, id, decision, { by, now });
    if (!next) return 'not-open';
    const { slot: was, file } = found;
    await commit({
      changes: [documents.save(next, was)],
      events: [
        fileEvent(was, file, {
          type: decision.outcome === 'ACCEPT' ? 'DocumentAccepted' : 'DocumentReturned',
          by: `person:${by}`,
          at: now,
          ...(decision.outcome === 'RETURN' && { why: decision.reason }),
        }),
      ],
    });
    return 'decided';
  });
}
