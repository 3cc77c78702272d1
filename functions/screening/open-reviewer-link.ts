import type { VerifyLink } from '../shared/links.ts';
import { parseReviewerId, type Reviewer, reviewerLink } from './reviewer.ts';
import type { ScreeningsTable } from './screenings-table.ts';

/** What the link to a reviewer's list opens. */
export type ReviewerLinkState =
  | { readonly kind: 'current'; readonly reviewer: Reviewer }
  /** Genuine, and replaced by a later one. */
  | { readonly kind: 'revoked' }
  /** Never ours, or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

/** Reads the link; changes nothing. */
export async function openReviewerLink(
  { screenings, verifyLink }: { readonly screenings: ScreeningsTable; readonly verifyLink: VerifyLink },
  id: string,
  mac: string,
): Promise<ReviewerLinkState> {
  const parsed = parseReviewerId(id);
  const reviewer = parsed && (await screenings.reviewer(parsed.roundId, parsed.person));
  if (!reviewer) return { kind: 'unknown' };
  for (let generation = reviewer.linkGeneration; generation >= 1; generation -= 1) {
    if (await verifyLink(reviewerLink({ ...reviewer, linkGeneration: generation }), mac)) {
      return generation === reviewer.linkGeneration ? { kind: 'current', reviewer } : { kind: 'revoked' };
    }
  }
  return { kind: 'unknown' };
}
