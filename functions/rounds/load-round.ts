import { type Admission, newAdmission } from '../admission/admission.ts';
import type { AdmissionsTable } from '../admission/admissions-table.ts';
import { seedHashOf } from '../admission/lot.ts';
import { startOf } from '../runs/run.ts';
import type { EventDraft } from '../shared/audit.ts';
import type { Commit } from '../shared/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import type { HarmfulChange } from './harm.ts';
import type { Round, RoundDraft } from './round.ts';
import { harmfulChanges } from './round-change.ts';
import type { RoundsTable } from './rounds-table.ts';

export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly version: number; readonly forced: readonly HarmfulChange[] }
  | { readonly kind: 'unchanged'; readonly version: number }
  | { readonly kind: 'harmful'; readonly changes: readonly HarmfulChange[] };

/** Stores a round as its next version. What would hurt applicants wants a reason, which the audit keeps. */
export async function loadRound(
  deps: {
    readonly rounds: RoundsTable;
    readonly admissions: AdmissionsTable;
    readonly commit: Commit;
    readonly random: RandomBytes;
  },
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
    const round: Round = { ...draft, version: (was?.version ?? 0) + 1, cancelled: was?.cancelled };
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
    const admission = round.admission && (await announcedAdmission(deps, round.id, now));
    await deps.commit({
      changes: [...deps.rounds.load(round, was), ...(admission ? [deps.admissions.create(admission)] : [])],
      events: [admission ? { ...event, data: { ...event.data, lotSeedHash: admission.seedHash } } : event],
      outbox: admission ? [startOf('cohort-admission', round.id, admission.run)] : [],
    });
    return { kind: 'loaded', version: round.version, forced: harmful };
  });
}

/** A round's admission begins when it is announced: the hash of the seed of its lot is public from then on. */
async function announcedAdmission(
  { admissions, random }: { readonly admissions: AdmissionsTable; readonly random: RandomBytes },
  roundId: string,
  now: Instant,
): Promise<Admission | undefined> {
  if (await admissions.get(roundId)) return undefined;
  const seed = Buffer.from(random(32)).toString('hex');
  return newAdmission({ roundId, seed, seedHash: seedHashOf(seed), now });
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
