import type { EventDraft } from '../shared/database/audit.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { HarmfulChange } from './harm.ts';
import type { Round, WrittenDraft, WrittenRound } from './round.ts';
import { harmfulChanges } from './round-change.ts';
import type { RoundSelection } from './round-selection.ts';
import type { RoundsTable } from './rounds-table.ts';

export type LoadOutcome =
  | {
      readonly kind: 'loaded';
      readonly version: number;
      readonly forced: readonly HarmfulChange[];
      /** Fields that were changed and have no effect any more, since the selection goes by the version of the closing. */
      readonly ineffective: readonly string[];
    }
  | { readonly kind: 'unchanged'; readonly version: number }
  | { readonly kind: 'harmful'; readonly changes: readonly HarmfulChange[] }
  /** It would take applications again, though the selection has begun: nobody would look at them. */
  | { readonly kind: 'closed-for-good'; readonly state: string };

/** Stores a round as its next version. What would hurt applicants wants a reason, which the audit keeps. */
export async function loadRound(
  deps: {
    readonly rounds: RoundsTable;
    readonly selection: RoundSelection;
    readonly commit: Commit;
  },
  draft: WrittenDraft,
  given: {
    readonly by: string;
    readonly force?: { readonly reason: string };
    readonly requiredFieldsOf: (form: string) => readonly string[];
  },
  now: Instant,
): Promise<LoadOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.rounds.written(draft.id);
    const round: WrittenRound = { ...draft, version: (was?.version ?? 0) + 1, cancelled: was?.cancelled };
    if (was && same(round, was)) return { kind: 'unchanged', version: was.version };
    const present = await deps.selection.of(round.id);
    const closed = present !== undefined && !present.open;
    if (closed && now < round.closesAt) return { kind: 'closed-for-good', state: present.state };
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
    const announced = round.admission && !present ? deps.selection.announce(round.id, now) : undefined;
    await deps.commit({
      changes: [
        ...deps.rounds.load(round, was, await deps.rounds.pointer(round.id)),
        ...(announced?.changes ?? []),
        // The run may close the round in this very moment; then it has closed, whatever the new version says.
        ...(present && !closed ? [present.stillOpen()] : []),
      ],
      events: [{ ...event, data: { ...event.data, ...announced?.data } }],
      outbox: announced?.outbox ?? [],
    });
    const ineffective = closed && was ? withoutEffect(was, round) : [];
    return { kind: 'loaded', version: round.version, forced: harmful, ineffective };
  });
}

/** By which version of the closing the selection goes: everything but words, dates, contacts and the waitlist's last day. */
function withoutEffect(was: Round, round: Round): string[] {
  const parts = ({ capacity, eligibility, admission }: Round) => ({
    capacity,
    eligibility,
    'admission.review': admission?.review,
    'admission.ranking': admission?.ranking,
    'admission.committee': admission?.committee,
    'admission.lookAgain': admission?.lookAgain,
  });
  const before: Record<string, unknown> = parts(was);
  return Object.entries(parts(round))
    .filter(([field, part]) => !equal(part, before[field]))
    .map(([field]) => field);
}

const same = (a: Round, b: Round): boolean => equal({ ...a, version: 0 }, { ...b, version: 0 });

const equal = (a: unknown, b: unknown): boolean => canonicalHash(a) === canonicalHash(b);
