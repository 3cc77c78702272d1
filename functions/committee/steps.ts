import { type StepsOf, stepDoer } from '../runs/steps.ts';
import type { Dependencies } from '../selection/dependencies.ts';
import { askCommittee } from './ask-committee.ts';
import type { committeeSteps as steps } from './joints.ts';

const committeeSteps = { asks: { 'ask-committee': askCommittee } } as const satisfies StepsOf<
  Dependencies,
  typeof steps
>;

/** Does the steps that the committee brings. */
export const committeeDoer = stepDoer<Dependencies>(committeeSteps);
