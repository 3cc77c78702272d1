import type { PeopleTable } from '../people/people-table.ts';
import { openStaffLink } from '../people/staff-link.ts';
import { parseReviewerId, type Reviewer, reviewerLink } from '../reviewers/reviewer.ts';
import type { VerifyLink } from '../shared/links.ts';
import type { ScreeningsTable } from './screenings-table.ts';

/** What the link to a reviewer's list opens. */
export type ReviewerLinkState =
  | { readonly kind: 'current'; readonly reviewer: Reviewer }
  /** Genuine, and replaced by a later one. */
  | { readonly kind: 'revoked' }
  /** Genuine, of somebody who is no longer a reviewer. */
  | { readonly kind: 'left' }
  /** Never ours, or tampered with: nothing more is said. */
  | { readonly kind: 'unknown' };

/** Reads the link; changes nothing. */
export async function openReviewerLink(
  deps: { readonly screenings: ScreeningsTable; readonly people: PeopleTable; readonly verifyLink: VerifyLink },
  id: string,
  mac: string,
): Promise<ReviewerLinkState> {
  const parsed = parseReviewerId(id);
  const reviewer = parsed && (await deps.screenings.reviewer(parsed.roundId, parsed.person));
  if (!reviewer) return { kind: 'unknown' };
  for (let generation = reviewer.linkGeneration; generation >= 1; generation -= 1) {
    const target = reviewerLink({ ...reviewer, linkGeneration: generation });
    const link = await openStaffLink(deps, target, mac, ({ roles }) => roles.includes('reviewer'));
    if (link.kind === 'unknown') continue;
    if (link.kind === 'left') return link;
    const replaced = link.kind === 'renewed' || generation !== reviewer.linkGeneration;
    return replaced ? { kind: 'revoked' } : { kind: 'current', reviewer };
  }
  return { kind: 'unknown' };
}
