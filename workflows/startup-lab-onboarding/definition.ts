import { type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { onboardingSteps as steps } from '../../functions/onboarding/joints.ts';
import { ask } from '../steps/ask.ts';
import { branch } from '../steps/branch.ts';
import { count, stuckHandler, task, waitToCountAgain } from '../steps/task.ts';
import type { TasksOf } from '../steps/workflow.ts';

/** One startup of the Lab: from the accepted place over documents, signatures, space and services to its first day. */
export function startupLabOnboarding(scope: Construct, tasksOf: TasksOf): IChainable {
  const tasks = tasksOf('onboarding');
  const askForDocuments = ask(scope, 'Ask the startup for its documents', { steps, step: 'ask-for-documents', tasks });
  const check = ask(scope, 'Ask the lab manager to check them', { steps, step: 'check-documents', tasks });
  const sign = ask(scope, 'Ask for the signatures', { steps, step: 'ask-for-signatures', tasks });
  const allot = ask(scope, 'Allot the space', { steps, step: 'ask-for-space', tasks });
  const prepare = ask(scope, 'Prepare the services', { steps, step: 'prepare-services', tasks });
  const begin = count(scope, 'Begin the residency', { steps, step: 'begin-residency', tasks });
  const letGo = task(scope, 'Let go of the place', { steps, step: 'let-go', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck.catches(askForDocuments, check, sign, allot, prepare, begin, letGo);

  const takenOver = Succeed.jsonata(scope, 'Another run has taken over');
  const gone = { GONE: letGo, SUPERSEDED: takenOver };

  branch(scope, 'Is all of it taken back?', {
    of: letGo,
    stuck,
    next: { LET_GO: Succeed.jsonata(scope, 'Not begun'), SUPERSEDED: takenOver },
  });
  branch(scope, 'Has the first day come?', {
    of: begin,
    stuck,
    next: {
      WAIT: waitToCountAgain(scope, 'Wait for the first day').next(begin),
      BEGUN: Succeed.jsonata(scope, 'Residency begun'),
      ...gone,
    },
  });
  branch(scope, 'Is what is required done?', { of: prepare, stuck, next: { NEWS: prepare, DONE: begin, ...gone } });
  branch(scope, 'Is the space allotted?', { of: allot, stuck, next: { ALLOTTED: prepare, ...gone } });
  branch(scope, 'Have both signed?', {
    of: sign,
    stuck,
    next: { NEWS: sign, SIGNED: allot, NOT_SIGNED: letGo, ...gone },
  });
  branch(scope, 'Are the documents right?', {
    of: check,
    stuck,
    next: { ACCEPTED: sign, RETURNED: askForDocuments, REFUSED: letGo, ...gone },
  });
  return branch(scope, 'Has the startup sent them?', {
    of: askForDocuments,
    stuck,
    next: { SENT: check, LAPSE: letGo, ...gone },
  });
}
