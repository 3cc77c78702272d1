import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { PasskeyFault } from './verify-passkey.ts';

/** Why somebody was not let through: nothing has changed by it. */
export type Refusal = PasskeyFault | 'other-person' | 'replayed' | 'too-late' | 'wrong-code';

/** Records that somebody was refused, so that who looks after it sees that it was tried. */
export async function recordRefusal(
  { commit }: { readonly commit: Commit },
  refused: {
    /** Whose second factor it is. */
    readonly person: string;
    /** Who has tried, if that is not them. */
    readonly by?: string;
    readonly reason: Refusal;
    /** What was to be decided. */
    readonly about?: string;
  },
  now: Instant,
): Promise<void> {
  const { person, by = person, reason, about } = refused;
  const data = { reason, ...(about !== undefined && { about }) };
  // Told of whose it is, and kept in the chain of who tried: nobody fills a chain of somebody else.
  const chain = by === person ? undefined : `person#${by}`;
  const event = { subject: `person#${person}`, chain, by: `person:${by}`, at: now, data } as const;
  await decideAgainOnConflict(
    () => commit({ changes: [], events: [{ ...event, type: 'SecondFactorRefused' }] }),
    tries.shared,
  );
}
