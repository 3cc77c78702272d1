import type { EventDraft } from '../shared/audit.ts';
import type { Commit } from '../shared/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Round, RoundDraft } from './round.ts';
import { type HarmfulChange, harmfulChanges } from './round-change.ts';
import type { RoundsTable } from './rounds-table.ts';

export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly version: number; readonly forced: readonly HarmfulChange[] }
  | { readonly kind: 'unchanged'; readonly version: number }
  | { readonly kind: 'harmful'; readonly changes: readonly HarmfulChange[] };

/** Stores a round as its next version. What would hurt applicants wants a reason, which the audit keeps. */
export async function loadRound(
  deps: { readonly rounds: RoundsTable; readonly commit: Commit },
  draft: RoundDraft,
  given: {
    readonly by: string;
    readonly force?: { readonly reason: string };
    readonly requiredFieldsOf: (form: string) => readonly string[];
  },
  now: Instant,
): Promise<LoadOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.rounds.current(draft.id);
    const round: Round = { ...draft, version: (was?.version ?? 0) + 1 };
    if (was && same(round, was)) return { kind: 'unchanged', version: was.version };
    const harmful = was ? harmfulChanges(was, round, now, given.requiredFieldsOf) : [];
    if (harmful.length > 0 && !given.force) return { kind: 'harmful', changes: harmful };
    const event: EventDraft = {
      subject: `round#${round.id}`,
      type: 'RoundLoaded',
      by: given.by,
      at: now,
      data: {
        version: round.version,
        closesAt: round.closesAt,
        ...(harmful.length > 0 && { forced: harmful.map(({ field }) => field), reason: given.force?.reason ?? '' }),
      },
    };
    await deps.commit({ changes: deps.rounds.load(round, was), events: [event] });
    return { kind: 'loaded', version: round.version, forced: harmful };
  });
}

const same = (a: Round, b: Round): boolean =>
  JSON.stringify(sorted({ ...a, version: 0 })) === JSON.stringify(sorted({ ...b, version: 0 }));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
