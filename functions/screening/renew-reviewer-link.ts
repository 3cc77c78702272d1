import { changedReviewer, reviewerId } from '../reviewers/reviewer.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

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
