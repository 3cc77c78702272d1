import { calculateClaim } from '../claim-rules/calculate-claim.ts';
import { type ClaimedLesson, newClaim } from '../claim-rules/claim.ts';
import { isWaiting, lineOf, repaymentEvent, repaymentMail, settleIn } from '../claim-rules/correction.ts';
import { monthBefore, promisedDay } from '../claim-rules/pay-day.ts';
import type { Lecturer } from '../lecturers/lecturer.ts';
import { startOf } from '../runs/run.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { businessDayEnd, type Instant, seoulDateOf } from '../shared/time.ts';
import type { Missing } from '../wages/look-up.ts';
import { type BasisReach, basisFor } from './claim-basis.ts';
import type { ClaimedLessons } from './claims-table.ts';
import type { Dependencies } from './dependencies.ts';
import { settingsOn } from './wage-rules.ts';

export type Drafted =
  | { readonly kind: 'drafted'; readonly lecturer: string; readonly claim: string }
  /** The rules or what is known of the lecturer do not say what it comes to; nothing is drafted until they do. */
  | { readonly kind: 'impossible'; readonly lecturer: string; readonly missing: readonly Missing[] }
  | { readonly kind: 'unknown-lecturer'; readonly lecturer: string };

/** Nothing is to be paid: what there is, is asked back. */
interface AskedBack {
  readonly kind: 'asked-back';
}

/** Corrections that one claim takes as lines, of the 100 items of a transaction. */
const mostCorrections = 20;

interface Given {
  readonly cohort: string;
  readonly month: string;
  readonly by: string;
  readonly lecturer: Lecturer;
  readonly lessons: readonly ClaimedLesson[];
  readonly claimed: ClaimedLessons | undefined;
}

/**
 * Makes a claim of lessons, with the corrections that wait as its lines as far as they fit; the others are asked back.
 * Without lessons it is off the cycle, of corrections alone: of these nobody has to ask the lecturer, and it is paid on
 * the next pay day.
 */
export async function makeClaim(
  deps: BasisReach & Pick<Dependencies, 'commit'>,
  { cohort, month, by, lecturer, lessons, claimed }: Given,
  now: Instant,
): Promise<Drafted | AskedBack> {
  const { id } = lecturer;
  const isOffCycle = lessons.length === 0;
  const settings = await settingsOn(deps, now);
  const promisedPayDate = promisedDay(settings, isOffCycle ? monthBefore(month) : month, now);
  const basis = await basisFor(deps, lecturer, { cohort, promisedPayDate }, now);
  const { claims, corrections: open, versions } = basis;
  const number = claims.filter((one) => one.cohort === cohort && one.month === month).length + 1;
  const own = { cohort, lessons: [...lessons], said: [], extras: [] };
  const outcome = calculateClaim(own, basis);
  if (outcome.kind === 'impossible') return { kind: 'impossible', lecturer: id, missing: outcome.missing };
  const { calculation } = outcome;
  const waiting = open.filter((one) => one.cohort === cohort && isWaiting(one)).slice(0, mostCorrections);
  const { taken, askedBack } = settleIn(calculation, waiting);
  const claim = newClaim(
    {
      lecturer: id,
      cohort,
      month,
      number,
      lessons: own.lessons,
      corrections: taken.map(lineOf),
      calculation,
      versions,
      promisedPayDate,
      ...(isOffCycle && { state: 'CONFIRMED' }),
    },
    now,
  );
  const isMade = !isOffCycle || taken.length > 0;
  const all = { ...claimed?.claimed, ...Object.fromEntries(lessons.map((lesson) => [lesson.id, claim.id])) };
  const repayBy = seoulDateOf(businessDayEnd(now, settings.repayWithin));
  const drafted: EventDraft = {
    subject: claim.id,
    type: 'ClaimDrafted',
    by,
    at: now,
    data: {
      lecturer: id,
      cohort,
      month,
      lessons: lessons.map((lesson) => lesson.id),
      gross: calculation.gross,
      ...claim.versions,
      payDate: promisedPayDate,
      corrections: taken.map((one) => one.id),
    },
  };
  const [first, ...others] = [...(isMade ? [drafted] : []), ...askedBack.map((one) => repaymentEvent(one, by, now))];
  if (!first) return { kind: 'asked-back' };
  await deps.commit({
    changes: [
      ...(isMade ? deps.claims.create(claim) : []),
      ...(isOffCycle ? [] : [deps.claims.saveClaimed(cohort, all, claimed)]),
      ...taken.map((one) => deps.claims.saveCorrection({ ...one, takenBy: claim.id, count: one.count + 1 }, one)),
      ...askedBack.map((one) => deps.claims.saveCorrection({ ...one, repayBy, count: one.count + 1 }, one)),
    ],
    events: [first, ...others],
    outbox: [
      ...(isMade ? [startOf('lecturer-wage-approval', claim.id, claim.run)] : []),
      ...askedBack.map(repaymentMail),
    ],
  });
  return isMade ? { kind: 'drafted', lecturer: id, claim: claim.id } : { kind: 'asked-back' };
}
