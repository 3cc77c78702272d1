import { closeUnreviewed } from '../../functions/screening/close-reviews.ts';
import { applicationOf } from '../commands/application-of.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';

/** `screening close REFERENCE --reason TEXT`: ends the wait for a reviewer if nobody can be found. */
export async function screeningClose(context: Context, typed: string | undefined): Promise<void> {
  const usage = 'screening close REFERENCE --reason TEXT';
  const { reference } = await applicationOf(context, typed, usage);
  const reason = needed(context.flags.reason, usage);
  await confirm(
    context,
    `${reference} is closed without a review. It is ranked last and not selected, and its applicant is told that there was no review.`,
  );
  const outcome = await closeUnreviewed(context, { reference, by: context.by, reason }, context.now());
  if (outcome === 'has-reviews')
    throw new Complaint(`${reference} has a review, or somebody is asked for one: it closes by itself.`);
  if (outcome === 'not-open') throw new Complaint(`${reference} is not under review.`);
  console.log(`${reference} is closed without a review.`);
}
