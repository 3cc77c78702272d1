import type { Dependencies } from '../selection/dependencies.ts';
import type { RoundSteps } from '../selection/round-steps.ts';
import { askCommittee } from './ask-committee.ts';
import type { committeeSteps as steps } from './joints.ts';

export const committeeSteps = { asks: { 'ask-committee': askCommittee } } as const satisfies RoundSteps<
  Dependencies,
  typeof steps
>;
