import * as z from 'zod';
import { cohortDoer } from '../cohort/steps.ts';
import { committeeDoer } from '../committee/steps.ts';
import type { StepDoer } from '../runs/steps.ts';
import { seatsDoer } from '../seats/steps.ts';
import { selectionDoer } from '../selection/steps.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

const doers: readonly StepDoer<Dependencies>[] = [selectionDoer, committeeDoer, seatsDoer, cohortDoer];

/** Who does a step of cohort-admission or seat-offer, for definitions that name one function for all of them. */
export const findStep = (input: unknown): StepDoer<Dependencies> | undefined =>
  doers.find(({ find }) => find(input) !== undefined);

const stuckSchema = z.object({ step: z.literal('mark-stuck'), reference: z.string() });

/** Does any of them. Both a round and a seat may be marked as stuck: which one is meant, the reference tells. */
export async function performStep(
  deps: Dependencies,
  input: unknown,
  now: Instant,
): Promise<{ readonly outcome: string }> {
  const stuck = stuckSchema.safeParse(input).data;
  const ofSeat = stuck && !(await deps.admissions.get(stuck.reference));
  const doer = ofSeat ? seatsDoer : findStep(input);
  if (!doer) throw new Fault('StepUnknown');
  return doer.perform(deps, input, now);
}
