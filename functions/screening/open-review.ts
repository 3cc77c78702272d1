import { openedRequest, type PersonRequest } from '../requests/request.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Change } from '../shared/database/database.ts';
import type { Instant } from '../shared/time.ts';
import type { Review } from './review.ts';
import type { ScreeningsTable } from './screenings-table.ts';

export const reviewKind = 'review';

/** How a request for a review ends; `LAPSE` if nobody answered by its due time. */
export const reviewOutcomes = ['SENT', 'CONFLICT', 'DECLINED'] as const;

interface ToOpen {
  readonly id: string;
  readonly reference: string;
  readonly roundId: string;
  readonly reviewer: string;
  readonly number: number;
  readonly label: number;
  readonly why: Review['why'];
  readonly rules: AdmissionRules['review'];
  readonly now: Instant;
}

/** A review and the request that asks for it. It has no callback: the run of the screening waits for news of them all. */
export function openedReview(
  { requests, screenings }: { readonly requests: RequestsTable; readonly screenings: ScreeningsTable },
  { rules, now, ...given }: ToOpen,
): { readonly review: Review; readonly request: PersonRequest; readonly changes: readonly Change[] } {
  const review: Review = { ...given, state: 'OPEN', revision: 1, scores: {}, assignedAt: now };
  const request = openedRequest({
    id: review.id,
    kind: reviewKind,
    subject: review.reference,
    context: review.roundId,
    askKey: `${reviewKind}/${review.reference}/${review.reviewer}`,
    outcomes: reviewOutcomes,
    assignee: { person: review.reviewer },
    why: 'asked',
    plan: { within: rules.within, remindAfter: rules.remindAfter, lapses: true },
    now,
  });
  return { review, request, changes: [...screenings.createReview(review), ...requests.create(request)] };
}

/** A screening's list of reviews with one of them in its new state. */
export const withReviewState = <Listed extends { readonly id: string; readonly state: Review['state'] }>(
  reviews: readonly Listed[],
  { id, state }: Pick<Review, 'id' | 'state'>,
): Listed[] => reviews.map((listed) => (listed.id === id ? { ...listed, state } : listed));
