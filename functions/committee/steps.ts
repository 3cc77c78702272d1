import type { Dependencies } from '../selection/dependencies.ts';
import type { RoundSteps } from '../selection/round-steps.ts';
import { askCommittee } from './ask-committee.ts';

export const committeeSteps = { asks: { 'ask-committee': askCommittee } } as const satisfies RoundSteps<Dependencies>;
