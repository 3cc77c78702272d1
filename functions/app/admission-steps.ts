import * as z from 'zod';
import { cohortSteps } from '../cohort/steps.ts';
import { committeeSteps } from '../committee/steps.ts';
import { markStuck } from '../runs/mark-stuck.ts';
import { seatsSteps } from '../seats/steps.ts';
import { selectionSteps } from '../selection/steps.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { machinesOf } from './machines.ts';

const subject = { reference: z.string(), run: z.string() };

const counts = { ...selectionSteps.counts, ...seatsSteps.counts, ...cohortSteps.counts };
const asks = { ...committeeSteps.asks, ...seatsSteps.asks };
const { tasks } = selectionSteps;

/** What a state of cohort-admission or seat-offer gives its step: ids only. */
export const stepInputSchema = z.union([
  z.object({ step: z.enum(keysOf(tasks)), ...subject }),
  z.object({ step: z.enum(keysOf(counts)), ...subject, checks: z.number().int().nonnegative() }),
  z.object({ step: z.enum(keysOf(asks)), ...subject, token: z.string() }),
  z.object({ step: z.literal('mark-stuck'), ...subject, error: z.string() }),
]);

function keysOf<Name extends string>(steps: Readonly<Record<Name, unknown>>): Record<Name, Name>;
function keysOf(steps: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.keys(steps).map((name) => [name, name]));
}

/** Does one step; the outcome is what a Choice branches on. */
export async function performStep(
  deps: Dependencies,
  input: z.infer<typeof stepInputSchema>,
  now: Instant,
): Promise<{ readonly outcome: string }> {
  if ('error' in input) {
    const machines = machinesOf(deps);
    const round = await deps.admissions.get(input.reference);
    await markStuck(deps, machines[round ? 'cohort-admission' : 'seat-offer'], input, now);
    return { outcome: 'STUCK' };
  }
  if ('checks' in input) return counts[input.step](deps, input, now);
  if ('token' in input) {
    await asks[input.step](deps, input, now);
    return { outcome: 'ASKED' };
  }
  return { outcome: await tasks[input.step](deps, input, now) };
}
