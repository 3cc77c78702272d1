import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { paymentsSteps as steps } from '../../functions/payments/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { stuckHandler, task } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** One batch of payments: from the approved claims over the bank's file to what the bank says of each row. */
export function paymentRun(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('payments');
  const gather = task(scope, 'Gather the approved claims', { steps, step: 'gather-claims', tasks });
  const freeze = task(scope, 'Freeze the batch', { steps, step: 'freeze-batch', tasks });
  const askForFile = ask(scope, 'Ask finance for the bank’s file', { steps, step: 'ask-for-file', tasks });
  const askForResult = ask(scope, 'Ask for the bank’s result', { steps, step: 'ask-for-result', tasks });
  const settle = task(scope, 'Settle the claims', { steps, step: 'settle-claims', tasks });
  const giveBack = task(scope, 'Give the claims back', { steps, step: 'give-claims-back', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(gather, freeze, askForFile, askForResult, settle, giveBack);

  const takenOver = Succeed.jsonata(scope, 'Another run has taken over');
  const gone = { GIVEN_UP: giveBack, SUPERSEDED: takenOver };

  branch(scope, 'Are all of them given back?', {
    of: giveBack,
    stuck,
    next: { GIVEN_BACK: Succeed.jsonata(scope, 'Given up'), MORE: giveBack, SUPERSEDED: takenOver },
  });
  branch(scope, 'Are all of them told?', {
    of: settle,
    stuck,
    next: { SETTLED: Succeed.jsonata(scope, 'Settled'), MORE: settle, SUPERSEDED: takenOver },
  });
  branch(scope, 'What did the bank say?', { of: askForResult, stuck, next: { CONFIRMED: settle, ...gone } });
  branch(scope, 'Was the file made?', { of: askForFile, stuck, next: { MADE: askForResult, ...gone } });
  branch(scope, 'Can it be paid?', { of: freeze, stuck, next: { FROZEN: askForFile, ...gone } });
  return branch(scope, 'Are all of them in it?', {
    of: gather,
    stuck,
    next: { GATHERED: freeze, MORE: gather, ...gone },
  });
}
