import { type Draft, draftsOf } from '../claim-rules/taught-lessons.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { type Drafted, makeClaim } from './make-claim.ts';
import { missingRules } from './wage-rules.ts';

type Reach = Pick<Dependencies, 'claims' | 'commit' | 'lecturers' | 'rules' | 'timetables'>;

export type DraftOutcome =
  | { readonly kind: 'done'; readonly drafts: readonly Drafted[] }
  | { readonly kind: 'no-timetable' }
  /** Files that finance has not confirmed. */
  | { readonly kind: 'no-rules'; readonly missing: readonly string[] };

/** Lessons of one claim, so that its item stays small. */
const perClaim = 100;

/**
 * Drafts a claim for each lecturer of a cohort from what was taught by now and not claimed yet, and starts its run. Done
 * again, it drafts only what has come since.
 */
export async function draftClaims(
  deps: Reach,
  given: { readonly cohort: string; readonly month: string; readonly by: string; readonly only?: string },
  now: Instant,
): Promise<DraftOutcome> {
  const missing = await missingRules(deps, now);
  if (missing.length > 0) return { kind: 'no-rules', missing };
  if (!(await deps.timetables.get(given.cohort))) return { kind: 'no-timetable' };
  const drafts = await openDrafts(deps, given, now);
  const outcomes: Drafted[] = [];
  for (const { lecturer } of drafts) {
    if (given.only !== undefined && given.only !== lecturer) continue;
    const outcome = await decideAgainOnConflict(() => draftOne(deps, { ...given, lecturer }, now), tries.shared);
    if (outcome) outcomes.push(outcome);
  }
  return { kind: 'done', drafts: outcomes };
}

async function openDrafts(
  { claims, timetables }: Reach,
  { cohort, month }: { readonly cohort: string; readonly month: string },
  now: Instant,
): Promise<readonly Draft[]> {
  const [timetable, claimed] = await Promise.all([timetables.get(cohort), claims.claimedOf(cohort)]);
  return draftsOf(timetable?.lessons ?? [], { month, claimed: claimed?.claimed ?? {}, now, perClaim });
}

async function draftOne(
  deps: Reach,
  given: { readonly cohort: string; readonly month: string; readonly by: string; readonly lecturer: string },
  now: Instant,
): Promise<Drafted | undefined> {
  const { cohort, month, by, lecturer: id } = given;
  const claimed = await deps.claims.claimedOf(cohort);
  const draft = (await openDrafts(deps, given, now)).find((one) => one.lecturer === id);
  if (!draft) return undefined;
  const lecturer = await deps.lecturers.get(id);
  if (!lecturer) return { kind: 'unknown-lecturer', lecturer: id };
  const made = await makeClaim(deps, { cohort, month, by, lecturer, lessons: draft.lessons, claimed }, now);
  return made.kind === 'asked-back' ? undefined : made;
}
