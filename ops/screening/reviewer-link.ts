import { renewReviewerLink } from '../../functions/screening/reviewer-link.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

/** `reviewer link ROUND PERSON`: a new link to somebody's reviews; the mailed ones open nothing any more. */
export async function reviewerLink(
  context: Context,
  roundId: string | undefined,
  person: string | undefined,
): Promise<void> {
  const usage = 'reviewer link ROUND PERSON';
  const reviewer = await context.screenings.reviewer(needed(roundId, usage), needed(person, usage));
  if (!reviewer) throw new Complaint(`${person} has no reviews in ${roundId}.`);
  const known = await context.people.get(reviewer.person);
  if (!known?.roles.includes('reviewer'))
    throw new Complaint(`${reviewer.person} is no longer a reviewer: a link would open nothing.`);
  const reviews = await context.screenings.reviewsOf(reviewer);
  const open = reviews.filter(({ state }) => state === 'OPEN').length;
  await confirm(
    context,
    `${reviewer.person} is emailed a new link to ${reviews.length} reviews in ${reviewer.roundId}, ${open} of them open. Links in earlier emails stop working.`,
  );
  await renewReviewerLink(context, { ...reviewer, by: context.by }, context.now());
  console.log(`The new link is on its way to ${reviewer.person}.`);
}
