import * as z from 'zod';
import type { Dependencies } from '../applications/dependencies.ts';
import type { AskDependencies } from '../requests/ask.ts';
import { markStuck } from '../runs/mark-stuck.ts';
import type { Instant } from '../shared/time.ts';
import { askApplicant, askOfficer } from './ask-steps.ts';
import { checkApplication } from './check-application.ts';
import { intakeRuns } from './intake-runs.ts';

const subject = { reference: z.string(), run: z.string() };

/** What a state of applicant-intake gives its step: ids only. */
export const stepInputSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('check-application'), ...subject }),
  z.object({ step: z.literal('ask-officer'), ...subject, token: z.string() }),
  z.object({ step: z.literal('ask-applicant'), ...subject, token: z.string() }),
  z.object({ step: z.literal('mark-stuck'), ...subject, error: z.string() }),
]);

/** Does one step; the outcome is what a Choice branches on. */
export async function performStep(
  deps: Dependencies & AskDependencies,
  input: z.infer<typeof stepInputSchema>,
  now: Instant,
): Promise<{ outcome: string }> {
  switch (input.step) {
    case 'check-application':
      return { outcome: await checkApplication(deps, input, now) };
    case 'ask-officer':
      await askOfficer(deps, input, now);
      return { outcome: 'ASKED' };
    case 'ask-applicant':
      await askApplicant(deps, input, now);
      return { outcome: 'ASKED' };
    case 'mark-stuck':
      await markStuck(deps, intakeRuns(deps), input, now);
      return { outcome: 'STUCK' };
  }
}
