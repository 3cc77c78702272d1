import type { DeskRequest } from '../desk/desk.ts';
import type { PeopleTable } from '../people/people-table.ts';
import { openStaffLink, targetFor } from '../people/staff-link.ts';
import { changedReviewer, parseReviewerId, type Reviewer, reviewerId, reviewerLink } from '../reviewers/reviewer.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { linkPath, type SignLink, type VerifyLink } from '../shared/links.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { applicationLabel } from './pages/review-texts.ts';
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

/** A review at its reviewer's desk: a number, since a reference would tell whose it is, and its page in their list. */
export const reviewOnDesk = (deps: {
  readonly screenings: ScreeningsTable;
  readonly sign: SignLink;
}): { readonly review: DeskRequest } => ({
  review: {
    about: async ({ id }) => {
      const review = await deps.screenings.review(id);
      return review && applicationLabel(review.label);
    },
    path: async ({ id, context }, person) => {
      const reviewer = await deps.screenings.reviewer(context, person.id);
      if (!reviewer) return undefined;
      const target = targetFor(reviewerLink(reviewer), person);
      return `${linkPath(target, await deps.sign(target))}/${id}`;
    },
  },
});

/** Makes every link that a reviewer had in a round worthless and mails a new one. */
export async function renewReviewerLink(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  given: { readonly roundId: string; readonly person: string; readonly by: string },
  now: Instant,
): Promise<'renewed' | 'unknown'> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.reviewer(given.roundId, given.person);
    if (!was) return 'unknown';
    const next = changedReviewer(was, { linkGeneration: was.linkGeneration + 1 });
    await deps.commit({
      changes: [deps.screenings.saveReviewer(next, was)],
      events: [
        {
          subject: `reviewer#${reviewerId(was)}`,
          type: 'ReviewerLinkRenewed',
          by: given.by,
          at: now,
          data: { generation: next.linkGeneration },
        },
      ],
      outbox: [{ kind: 'mail', template: 'reviews-assigned', to: { person: was.person }, ids: { round: was.roundId } }],
    });
    return 'renewed';
  });
}
