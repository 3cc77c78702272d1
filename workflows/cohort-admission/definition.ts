import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ask } from '../steps/ask.ts';
import { count, outcome, stuckHandler, task, waitToCountAgain } from '../steps/task.ts';

/** A round from its opening to its cohort. Where it stands is read anew at the start, and after every long wait. */
export function cohortAdmission(scope: Construct, { tasks }: { readonly tasks: IFunction }): IChainable {
  const look = count(scope, 'See where the round stands', { step: 'see-round', tasks });
  const settle = count(scope, 'Settle open intake cases', { step: 'settle-intake', tasks });
  const assign = task(scope, 'Assign the reviewers', { step: 'assign-reviewers', tasks });
  const start = count(scope, 'Start the screenings', { step: 'start-screenings', tasks });
  const countReviews = count(scope, 'Count the reviews', { step: 'count-reviews', tasks });
  const rank = task(scope, 'Rank the applicants', { step: 'rank-applicants', tasks });
  const askCommittee = ask(scope, 'Ask the committee', { step: 'ask-committee', tasks });
  const release = count(scope, 'Release the results', { step: 'release-results', tasks });
  const countSeats = count(scope, 'Count the seats', { step: 'count-seats', tasks });
  const confirm = count(scope, 'Confirm the cohort', { step: 'confirm-cohort', tasks });
  const tell = count(scope, 'Tell everybody that it is cancelled', { step: 'tell-cancelled', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck(look, settle, assign, start, countReviews, rank, askCommittee, release, countSeats, confirm, tell);

  const untilClosing = Wait.jsonata(scope, 'Wait until the round closes', {
    time: WaitTime.seconds('{% $states.input.seconds %}'),
  });
  untilClosing.next(look);

  // A step whose work is done, or that finds the round elsewhere (cancelled, or a run before this one was faster),
  // leads back to the question where the round stands.
  const waiting = (name: string, counting: typeof settle, wait: string) =>
    counting.next(
      Choice.jsonata(scope, name).when(outcome('WAIT'), waitToCountAgain(scope, wait).next(counting)).otherwise(look),
    );
  const paged = (name: string, working: typeof settle) =>
    working.next(Choice.jsonata(scope, name).when(outcome('MORE'), working).otherwise(look));

  waiting('Is every intake case settled?', settle, 'Wait for the intake officers');
  assign.next(look);
  paged('Are all screenings started?', start);
  waiting('Are all reviews in?', countReviews, 'Wait for the reviews');
  rank.next(look);
  askCommittee.next(look);
  paged('Are all results out?', release);
  waiting('Is every seat settled?', countSeats, 'Wait for the seats');
  paged('Has everybody heard of the cohort?', confirm);
  paged('Has everybody heard of it?', tell);

  return look.next(
    Choice.jsonata(scope, 'Where does the round stand?')
      .when(outcome('OPEN'), untilClosing)
      .when(outcome('SETTLING'), settle)
      .when(outcome('ASSIGNING'), assign)
      .when(outcome('STARTING'), start)
      .when(outcome('REVIEWING'), countReviews)
      .when(outcome('RANKING'), rank)
      .when(outcome('WITH_COMMITTEE'), askCommittee)
      .when(outcome('RELEASING'), release)
      .when(outcome('SEATING'), countSeats)
      .when(outcome('CONFIRMING'), confirm)
      .when(outcome('CANCELLING'), tell)
      .when(outcome('CONFIRMED'), Succeed.jsonata(scope, 'Cohort confirmed'))
      .when(outcome('CANCELLED'), Succeed.jsonata(scope, 'Cancelled'))
      .when(outcome('EMPTY'), Succeed.jsonata(scope, 'Nobody to admit'))
      .otherwise(Succeed.jsonata(scope, 'Another run has taken over')),
  );
}
