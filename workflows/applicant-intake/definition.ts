import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { intakeSteps as steps } from '../../functions/intake/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { settle } from '../steps/settle.ts';
import { stuckHandler, task } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/**
 * From a sent application to the answer: at once if nothing is in question, else by the intake officer. An application in which
 * nothing is in question takes the first two states only.
 */
export function applicantIntake(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('intake');
  const check = task(scope, 'Check the application', { steps, step: 'check-application', tasks });
  stuckHandler(scope, tasks).catches(check);

  const askOfficer = ask(scope, 'Ask the intake officer', { steps, step: 'ask-officer', tasks });
  const askApplicant = ask(scope, 'Ask the applicant', { steps, step: 'ask-applicant', tasks });
  const stuck = stuckHandler(scope, tasks, {
    mark: 'Mark the question as stuck and tell the operator',
    end: 'Stuck with the question',
  });
  stuck.catches(askOfficer, askApplicant);

  const accepted = Succeed.jsonata(scope, 'Accepted');
  const refused = Succeed.jsonata(scope, 'Refused');
  const ended = Succeed.jsonata(scope, 'Withdrawn or changed');
  const gone = { WITHDRAWN: ended, CANCELLED: ended, SUPERSEDED: ended };

  branch(scope, 'What did the officer decide?', {
    of: askOfficer,
    stuck,
    next: { ACCEPT: accepted, REFUSE: refused, RETURN: askApplicant, ...gone },
  });
  branch(scope, 'Did the applicant answer?', {
    of: askApplicant,
    stuck,
    next: { ANSWER: askOfficer, LAPSE: askOfficer, ACCEPT: accepted, REFUSE: refused, ...gone },
  });
  return settle(scope, 'Settle what is in question', {
    of: check,
    said: ['ACCEPTED', 'REFUSED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'],
    question: 'Who is asked?',
    stuck,
    next: { OFFICER: askOfficer, APPLICANT: askApplicant },
  });
}
