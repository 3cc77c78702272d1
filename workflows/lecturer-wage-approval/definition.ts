import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { claimsSteps as steps } from '../../functions/claims/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { stuckHandler, task } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** From a drafted claim to its approval: the lecturer, the academy manager and finance, three persons. */
export function lecturerWageApproval(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('claims');
  const askLecturer = ask(scope, 'Ask the lecturer', { steps, step: 'ask-lecturer', tasks });
  const check = task(scope, 'Check the claim', { steps, step: 'check-claim', tasks });
  const askManager = ask(scope, 'Ask the academy manager', { steps, step: 'ask-manager', tasks });
  const askFinance = ask(scope, 'Ask the finance officer', { steps, step: 'ask-finance', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(askLecturer, check, askManager, askFinance);

  const approved = Succeed.jsonata(scope, 'Approved');
  const refused = Succeed.jsonata(scope, 'Refused');
  const ended = Succeed.jsonata(scope, 'Cancelled or changed');
  const gone = { CANCELLED: ended, SUPERSEDED: ended };

  branch(scope, 'What is it waiting for?', {
    of: check,
    stuck,
    next: {
      LECTURER: askLecturer,
      MANAGER: askManager,
      FINANCE: askFinance,
      APPROVED: approved,
      REFUSED: refused,
      ...gone,
    },
  });
  branch(scope, 'What did the manager decide?', {
    of: askManager,
    stuck,
    next: { APPROVE: askFinance, RETURN: askLecturer, REFUSE: refused, CHANGED: check, MOVED: check, ...gone },
  });
  branch(scope, 'What did finance decide?', {
    of: askFinance,
    stuck,
    next: {
      APPROVE: approved,
      ANOTHER: askFinance,
      RETURN: askLecturer,
      ASK_MANAGER: askManager,
      REFUSE: refused,
      CHANGED: check,
      MOVED: check,
      ...gone,
    },
  });
  return branch(scope, 'Did the lecturer answer?', {
    of: askLecturer,
    stuck,
    next: { CONFIRM: check, LAPSE: check, MOVED: check, ...gone },
  });
}
