import type { Instant } from '../shared/time.ts';
import {
  acceptedIn,
  documentLifecycle,
  type ReturnReason,
  type SlotFiles,
  type StoredFile,
  withFile,
} from './document.ts';

export type Decision =
  | { readonly outcome: 'ACCEPT' }
  | { readonly outcome: 'RETURN'; readonly reason: ReturnReason; readonly words?: string };

/** The file that stands for a slot: the last that somebody can decide on, or has. */
export const presentIn = (files: readonly StoredFile[]): StoredFile | undefined =>
  acceptedIn(files) ?? files.findLast(({ state }) => state === 'CLEAN' || state === 'RETURNED');

/** The file that waits for a decision: the newest that is clean, and none if a later one was decided. */
export const undecidedIn = (files: readonly StoredFile[]): StoredFile | undefined => {
  const present = presentIn(files);
  return present?.state === 'CLEAN' ? present : undefined;
};

/** The slot after a decision on its present file; nothing, if that is another or was decided. */
export function decide(
  was: SlotFiles,
  id: string,
  decision: Decision,
  { by, now }: { readonly by: string; readonly now: Instant },
): SlotFiles | undefined {
  const file = undecidedIn(was.files);
  if (file?.id !== id) return undefined;
  const move = decision.outcome === 'ACCEPT' ? 'accept' : 'return';
  const decided = {
    by,
    at: now,
    ...(decision.outcome === 'RETURN' && {
      reason: decision.reason,
      ...(decision.words !== undefined && { words: decision.words }),
    }),
  };
  return withFile(was, { ...file, state: documentLifecycle.moved(file.state, move), decided });
}

export const slotStates = ['missing', 'checking', 'refused', 'undecided', 'returned', 'accepted'] as const;
export type SlotState = (typeof slotStates)[number];

/** Where a slot stands, for whoever is asked for it. */
export function slotState(files: readonly StoredFile[]): SlotState {
  const present = presentIn(files);
  if (present?.state === 'ACCEPTED') return 'accepted';
  if (files.some(({ state }) => state === 'ARRIVED')) return 'checking';
  if (present?.state === 'CLEAN') return 'undecided';
  const last = files.findLast(({ state }) => state === 'REFUSED' || state === 'RETURNED');
  if (last?.state === 'RETURNED') return 'returned';
  if (last?.state === 'REFUSED') return 'refused';
  return 'missing';
}
