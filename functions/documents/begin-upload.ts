import { decideAgainOnConflict } from '../shared/errors.ts';
import { newId } from '../shared/random.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { ownerId } from './owner-keys.ts';
import { type BeginOutcome, begin } from './sending.ts';
import type { Slot } from './slot.ts';

/** Lets somebody send a file for a slot: its key is drawn, and waited for. Who has a form open gets the same again. */
export async function beginUpload(
  { documents, commit, random }: Pick<Dependencies, 'documents' | 'commit' | 'random'>,
  given: {
    readonly owner: string;
    readonly slot: Slot;
    readonly by: string;
    readonly issuedOn?: LocalDate;
    readonly closesAt?: Instant;
    readonly ownerDueAt?: Instant;
  },
  now: Instant,
): Promise<BeginOutcome> {
  return decideAgainOnConflict(async () => {
    const { owner, slot, by } = given;
    const was = await documents.slot({ owner, slot: slot.id });
    const outcome = begin(was, { ...given, id: newId(random) }, now);
    if (outcome.kind !== 'begun') return outcome;
    const { next, file } = outcome;
    await commit({
      changes: [documents.save(next, was), documents.point(file.id, next)],
      events: [
        {
          subject: ownerId(owner),
          type: 'DocumentAwaited',
          by,
          at: now,
          data: { slot: slot.id, number: file.number, file: file.id },
        },
      ],
    });
    return outcome;
  });
}
