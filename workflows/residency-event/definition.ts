import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { contractsSteps } from '../../functions/contracts/joints.ts';
import { exitsSteps } from '../../functions/exits/joints.ts';
import { renewalsSteps } from '../../functions/renewals/joints.ts';
import { reportsSteps } from '../../functions/reports/joints.ts';
import { residencyEventsSteps } from '../../functions/residency-events/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { count, stuckHandler, task, waitToCountAgain } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** What happens in a residency by a date: a report, an invitation to renew, an agreement to be signed, the exit. */
export function residencyEvent(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('residency-events');
  const see = task(scope, 'See what it is about', { steps: residencyEventsSteps, step: 'see-what-it-is', tasks });
  const askForReport = ask(scope, 'Ask for the report', { steps: reportsSteps, step: 'ask-for-report', tasks });
  const invite = ask(scope, 'Ask whether it applies to stay', {
    steps: renewalsSteps,
    step: 'ask-for-renewal',
    tasks,
  });
  const sign = ask(scope, 'Ask for both signatures', { steps: contractsSteps, step: 'ask-for-both-signatures', tasks });
  const putInForce = task(scope, 'Put it in force', { steps: contractsSteps, step: 'put-in-force', tasks });
  const setAside = task(scope, 'Set it aside', { steps: contractsSteps, step: 'set-aside', tasks });
  const beginExit = task(scope, 'Begin the exit list', { steps: exitsSteps, step: 'begin-exit', tasks });
  const awaitReturn = ask(scope, 'Wait for the return of the space', {
    steps: exitsSteps,
    step: 'wait-for-the-return',
    tasks,
  });
  const end = count(scope, 'End the residency', { steps: exitsSteps, step: 'end-residency', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(see, askForReport, invite, sign, putInForce, setAside, beginExit, awaitReturn, end);

  const takenOver = Succeed.jsonata(scope, 'Another run has taken over');
  const over = Succeed.jsonata(scope, 'Nothing more to do');
  const gone = { GONE: over, SUPERSEDED: takenOver };

  branch(scope, 'Is the last day over?', {
    of: end,
    stuck,
    next: {
      WAIT: waitToCountAgain(scope, 'Wait for the last day').next(end),
      ENDED: Succeed.jsonata(scope, 'Residency ended'),
      ...gone,
    },
  });
  branch(scope, 'Is the space given back?', {
    of: awaitReturn,
    stuck,
    next: { NEWS: awaitReturn, RETURNED: end, ...gone },
  });
  branch(scope, 'Is there still an exit?', { of: beginExit, stuck, next: { BEGUN: awaitReturn, ...gone } });
  branch(scope, 'Is it set aside?', {
    of: setAside,
    stuck,
    next: { SET_ASIDE: Succeed.jsonata(scope, 'Not in force'), SUPERSEDED: takenOver },
  });
  branch(scope, 'Is it in force?', {
    of: putInForce,
    stuck,
    next: { IN_FORCE: Succeed.jsonata(scope, 'In force'), GONE: setAside, SUPERSEDED: takenOver },
  });
  branch(scope, 'Have both signed?', {
    of: sign,
    stuck,
    next: { NEWS: sign, SIGNED: putInForce, NOT_SIGNED: setAside, GONE: setAside, SUPERSEDED: takenOver },
  });
  branch(scope, 'Does it apply?', {
    of: invite,
    stuck,
    next: { APPLIED: Succeed.jsonata(scope, 'Applied'), DECLINED: over, LAPSE: over, ...gone },
  });
  branch(scope, 'Is the report there?', {
    of: askForReport,
    stuck,
    next: { SENT: Succeed.jsonata(scope, 'Report sent'), ...gone },
  });
  return branch(scope, 'What is it about?', {
    of: see,
    stuck,
    next: {
      REPORT: askForReport,
      RENEWAL: invite,
      AGREEMENT: sign,
      EXIT: beginExit,
      OVER: over,
      SUPERSEDED: takenOver,
    },
  });
}
