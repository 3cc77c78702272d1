import { type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { cohortSteps } from '../../functions/cohort/joints.ts';
import { committeeSteps } from '../../functions/committee/joints.ts';
import { seatsSteps } from '../../functions/seats/joints.ts';
import { selectionSteps } from '../../functions/selection/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { count, stuckHandler, task, waitToCountAgain } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** A round from its opening to its cohort. Where it stands is read anew at the start, and after every long wait. */
export function cohortAdmission(scope: Construct, tasksOf: TasksOf): IChainable {
  const selection = { steps: selectionSteps, tasks: tasksOf('selection') };
  const committee = { steps: committeeSteps, tasks: tasksOf('committee') };
  const seats = { steps: seatsSteps, tasks: tasksOf('seats') };
  const cohort = { steps: cohortSteps, tasks: tasksOf('cohort') };
  const look = count(scope, 'See where the round stands', { ...selection, step: 'see-round' });
  const settle = count(scope, 'Settle open intake cases', { ...selection, step: 'settle-intake' });
  const assign = task(scope, 'Assign the reviewers', { ...selection, step: 'assign-reviewers' });
  const start = count(scope, 'Start the screenings', { ...selection, step: 'start-screenings' });
  const countReviews = count(scope, 'Count the reviews', { ...selection, step: 'count-reviews' });
  const rank = task(scope, 'Rank the applicants', { ...selection, step: 'rank-applicants' });
  const askCommittee = ask(scope, 'Ask the committee', { ...committee, step: 'ask-committee' });
  const release = count(scope, 'Release the results', { ...seats, step: 'release-results' });
  const countSeats = count(scope, 'Count the seats', { ...seats, step: 'count-seats' });
  const confirm = count(scope, 'Confirm the cohort', { ...cohort, step: 'confirm-cohort' });
  const tell = count(scope, 'Tell everybody that it is cancelled', { ...cohort, step: 'tell-cancelled' });
  const stuck = stuckHandler(scope, selection.tasks);
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
