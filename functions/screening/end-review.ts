import { cancelled, lapsed, type PersonRequest, settled } from '../requests/request.ts';
import { relievedReviewer } from '../reviewers/reviewer.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { movedReview, type Review } from './review.ts';
import { reviewCase, tellScreening } from './review-case.ts';

/** How a review ends without scores. */
export type WithoutScores =
  | { readonly how: 'conflict'; readonly by: string }
  | { readonly how: 'decline'; readonly by: string; readonly reason: string }
  | { readonly how: 'lapse' }
  /** Its reviewer has lost the role (`left`), is away until it is due, or turns out to be of the applicant's own. */
  | { readonly how: 'unassign'; readonly by: string; readonly why: 'left' | 'away' | 'interest' };

const moves = { conflict: 'declareConflict', decline: 'decline', lapse: 'miss', unassign: 'unassign' } as const;
const events = {
  conflict: 'ConflictDeclared',
  decline: 'ReviewDeclined',
  lapse: 'ReviewMissed',
  unassign: 'ReviewUnassigned',
} as const;

/** Who ends it, as the audit calls them. */
function actorOf(end: WithoutScores): string {
  if (end.how === 'lapse') return 'system:clock';
  return end.how === 'unassign' ? end.by : `person:${end.by}`;
}

/** Ends an open review without scores; the run of the screening then asks somebody else. */
export async function endReview(
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  id: string,
  end: WithoutScores,
  now: Instant,
): Promise<{ readonly kind: 'ended' | 'not-open'; readonly review: Review }> {
  return decideAgainOnConflict(async () => {
    const { review: was, request, screening } = await reviewCase(deps, id);
    if (was.state !== 'OPEN') return { kind: 'not-open', review: was };
    const record = await deps.screenings.reviewer(was.roundId, was.reviewer);
    if (!record) throw new Fault('ReviewerMissing', { round: was.roundId, person: was.reviewer });
    const review = movedReview(was, moves[end.how], end.how === 'decline' ? { reason: end.reason } : {}, now);
    const told = tellScreening(deps.screenings, screening, review, now, { short: undefined });
    const relieved = relievedReviewer(record, end.how === 'conflict' ? was.reference : undefined);
    const missed = record.missed + (end.how === 'lapse' ? 1 : 0);
    await deps.commit({
      changes: [
        deps.screenings.saveReview(review, was),
        deps.screenings.saveReviewer({ ...relieved, missed }, record),
        deps.requests.save(endedRequest(request, end, now), request),
        told.change,
      ],
      events: [
        {
          subject: was.reference,
          type: events[end.how],
          by: actorOf(end),
          at: now,
          data: { request: was.id, reviewer: was.reviewer, ...(end.how === 'unassign' && { why: end.why }) },
        },
      ],
      outbox: told.outbox,
    });
    return { kind: 'ended', review };
  }, tries.contested);
}

const endedRequest = (request: PersonRequest, end: WithoutScores, now: Instant): PersonRequest => {
  if (end.how === 'lapse') return lapsed(request, now);
  if (end.how === 'unassign') return cancelled(request, 'UNASSIGNED', end.by, now);
  return settled(request, { outcome: end.how === 'conflict' ? 'CONFLICT' : 'DECLINED', by: end.by, at: now });
};

/** Declares a conflict of interest with the application of an open review: kept for the round, and somebody else is asked. */
export const declareConflict = (
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  { review, by }: { readonly review: string; readonly by: string },
  now: Instant,
) => endReview(deps, review, { how: 'conflict', by }, now);

/** Declines an open review with a reason; somebody else is asked. */
export const declineReview = (
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'commit'>,
  { review, by, reason }: { readonly review: string; readonly by: string; readonly reason: string },
  now: Instant,
) => endReview(deps, review, { how: 'decline', by, reason }, now);
