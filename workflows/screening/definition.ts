import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { screeningSteps as steps } from '../../functions/screening/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { stuckHandler, task } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** The reviews of one application: who is asked, who else if somebody cannot, a further one if two differ. */
export function screening(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('screening');
  const compare = task(scope, 'Compare the reviews', { steps, step: 'compare-reviews', tasks });
  const askReviewers = ask(scope, 'Wait for the reviewers', { steps, step: 'wait-for-reviewers', tasks });
  const findAnother = task(scope, 'Find another reviewer', { steps, step: 'find-another-reviewer', tasks });
  const close = task(scope, 'Close the reviews', { steps, step: 'close-reviews', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(compare, askReviewers, findAnother, close);

  const ended = Succeed.jsonata(scope, 'Withdrawn or cancelled');
  const gone = { CANCELLED: ended, SUPERSEDED: ended };
  // Whatever came of these, the reviews are compared anew.
  askReviewers.next(compare);
  findAnother.next(compare);
  branch(scope, 'Are the reviews complete?', {
    of: close,
    stuck,
    next: { REVIEWED: Succeed.jsonata(scope, 'Reviewed'), NEWS: compare, ...gone },
  });
  return branch(scope, 'What is missing?', {
    of: compare,
    stuck,
    next: { WAIT: askReviewers, ANOTHER: findAnother, COMPLETE: close, ...gone },
  });
}
