import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ask } from '../steps/ask.ts';
import { outcome, stuckHandler, task } from '../steps/task.ts';

/** The reviews of one application: who is asked, who else where somebody cannot, a further one where two differ. */
export function screening(scope: Construct, { tasks }: { readonly tasks: IFunction }): IChainable {
  const compare = task(scope, 'Compare the reviews', { step: 'compare-reviews', tasks });
  const askReviewers = ask(scope, 'Wait for the reviewers', { step: 'wait-for-reviewers', tasks });
  const findAnother = task(scope, 'Find another reviewer', { step: 'find-another-reviewer', tasks });
  const close = task(scope, 'Close the reviews', { step: 'close-reviews', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck(compare, askReviewers, findAnother, close);

  const ended = Succeed.jsonata(scope, 'Withdrawn or cancelled');
  askReviewers.next(compare);
  findAnother.next(compare);
  close.next(
    Choice.jsonata(scope, 'Are the reviews complete?')
      .when(outcome('REVIEWED'), Succeed.jsonata(scope, 'Reviewed'))
      .when(outcome('NEWS'), compare)
      .otherwise(ended),
  );
  return compare.next(
    Choice.jsonata(scope, 'What is missing?')
      .when(outcome('WAIT'), askReviewers)
      .when(outcome('ANOTHER'), findAnother)
      .when(outcome('COMPLETE'), close)
      .otherwise(ended),
  );
}
