import type { AskDependencies } from '../requests/ask.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { askForFile, askForResult } from './ask-steps.ts';
import type { Dependencies } from './dependencies.ts';
import type { paymentsSteps as listed } from './joints.ts';
import { batchRuns } from './ports.ts';
import { freezeStep, gatherStep, giveBackStep, settleStep } from './run-steps.ts';

type Reach = Dependencies & AskDependencies;

const paymentsSteps = {
  tasks: {
    'gather-claims': gatherStep,
    'freeze-batch': freezeStep,
    'settle-claims': settleStep,
    'give-claims-back': giveBackStep,
  },
  asks: { 'ask-for-file': askForFile, 'ask-for-result': askForResult },
} as const satisfies StepsOf<Reach, typeof listed>;

/** Does the steps that payments bring. */
export const paymentsDoer = stepDoer<Reach>(paymentsSteps, batchRuns);
