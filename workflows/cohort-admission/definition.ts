import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { cohortSteps } from '../../functions/cohort/joints.ts';
import { committeeSteps } from '../../functions/committee/joints.ts';
import { seatsSteps } from '../../functions/seats/joints.ts';
import { selectionSteps } from '../../functions/selection/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { count, stuckHandler, task, waitToCountAgain } from '../steps/task.ts';

const steps = { ...selectionSteps, ...committeeSteps, ...seatsSteps, ...cohortSteps };

/** A round from its opening to its cohort. Where it stands is read anew at the start, and after every long wait. */
export function cohortAdmission(scope: Construct, { tasks }: { readonly tasks: IFunction }): IChainable {
  const look = count(scope, 'See where the round stands', { steps, step: 'see-round', tasks });
  const settle = count(scope, 'Settle open intake cases', { steps, step: 'settle-intake', tasks });
  const assign = task(scope, 'Assign the reviewers', { steps, step: 'assign-reviewers', tasks });
  const start = count(scope, 'Start the screenings', { steps, step: 'start-screenings', tasks });
  const countReviews = count(scope, 'Count the reviews', { steps, step: 'count-reviews', tasks });
  const rank = task(scope, 'Rank the applicants', { steps, step: 'rank-applicants', tasks });
  const askCommittee = ask(scope, 'Ask the committee', { steps, step: 'ask-committee', tasks });
  const release = count(scope, 'Release the results', { steps, step: 'release-results', tasks });
  const countSeats = count(scope, 'Count the seats', { steps, step: 'count-seats', tasks });
  const confirm = count(scope, 'Confirm the cohort', { steps, step: 'confirm-cohort', tasks });
  const tell = count(scope, 'Tell everybody that it is cancelled', { steps, step: 'tell-cancelled', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(look, settle, assign, start, countReviews, rank, askCommittee, release, countSeats, confirm, tell);

  const untilClosing = Wait.jsonata(scope, 'Wait until the round closes', {
    time: WaitTime.seconds('{% $states.input.seconds %}'),
  });
  untilClosing.next(look);

  // A step whose work is done, or that finds the round elsewhere (cancelled, or a run before this one was faster),
  // leads back to the question where the round stands.
  const again = (counting: typeof settle | typeof countReviews | typeof countSeats, wait: string) =>
    waitToCountAgain(scope, wait).next(counting);
  branch(scope, 'Is every intake case settled?', {
    of: settle,
    stuck,
    next: { WAIT: again(settle, 'Wait for the intake officers'), ASSIGNING: look, EMPTY: look, MOVED: look },
  });
  assign.next(look);
  branch(scope, 'Are all screenings started?', {
    of: start,
    stuck,
    next: { MORE: start, REVIEWING: look, MOVED: look },
  });
  branch(scope, 'Are all reviews in?', {
    of: countReviews,
    stuck,
    next: { WAIT: again(countReviews, 'Wait for the reviews'), RANKING: look, MOVED: look },
  });
  rank.next(look);
  askCommittee.next(look);
  branch(scope, 'Are all results out?', { of: release, stuck, next: { MORE: release, MOVED: look } });
  branch(scope, 'Is every seat settled?', {
    of: countSeats,
    stuck,
    next: { WAIT: again(countSeats, 'Wait for the seats'), CONFIRMING: look, MOVED: look },
  });
  branch(scope, 'Has everybody heard of the cohort?', {
    of: confirm,
    stuck,
    next: { MORE: confirm, CONFIRMED: look, MOVED: look },
  });
  branch(scope, 'Has everybody heard of it?', { of: tell, stuck, next: { MORE: tell, CANCELLED: look, MOVED: look } });

  return branch(scope, 'Where does the round stand?', {
    of: look,
    stuck,
    next: {
      OPEN: untilClosing,
      SETTLING: settle,
      ASSIGNING: assign,
      STARTING: start,
      REVIEWING: countReviews,
      RANKING: rank,
      WITH_COMMITTEE: askCommittee,
      RELEASING: release,
      SEATING: countSeats,
      CONFIRMING: confirm,
      CANCELLING: tell,
      CONFIRMED: Succeed.jsonata(scope, 'Cohort confirmed'),
      CANCELLED: Succeed.jsonata(scope, 'Cancelled'),
      EMPTY: Succeed.jsonata(scope, 'Nobody to admit'),
      SUPERSEDED: Succeed.jsonata(scope, 'Another run has taken over'),
    },
  });
}
