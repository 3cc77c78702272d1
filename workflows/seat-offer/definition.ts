import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { seatsSteps as steps } from '../../functions/seats/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { stuckHandler } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** One seat: offered to the first who waits, and on to the next, until somebody has it or nobody is left. */
export function seatOffer(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('seats');
  const offer = ask(scope, 'Offer the seat', { steps, step: 'offer-seat', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(offer);
  const ended = Succeed.jsonata(scope, 'Waitlist ended or cancelled');
  return branch(scope, 'What did the applicant answer?', {
    of: offer,
    stuck,
    next: {
      ACCEPT: Succeed.jsonata(scope, 'Seat taken'),
      DECLINE: offer,
      LAPSE: offer,
      WITHDRAWN: offer,
      NOBODY: Succeed.jsonata(scope, 'Nobody waits for it'),
      ENDED: ended,
      CANCELLED: ended,
      SUPERSEDED: ended,
    },
  });
}
