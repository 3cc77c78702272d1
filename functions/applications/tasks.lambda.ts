import * as z from 'zod';
import { readEnvironment } from '../shared/environment.ts';
import { applicationsTasksEnvironment } from '../shared/environments.ts';
import { openLogger, systemClock } from '../shared/service.ts';
import { wordless } from '../shared/wordless.ts';
import { askApplicant, askOfficer } from './ask-steps.ts';
import { checkApplication } from './check-application.ts';
import { markStuck } from './mark-stuck.ts';
import { wire } from './wiring.ts';

const logger = openLogger();
const deps = wire(readEnvironment(applicationsTasksEnvironment));

const subject = { reference: z.string(), run: z.string() };
const inputSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('check-application'), ...subject }),
  z.object({ step: z.literal('ask-officer'), ...subject, token: z.string() }),
  z.object({ step: z.literal('ask-applicant'), ...subject, token: z.string() }),
  z.object({ step: z.literal('mark-stuck'), ...subject, error: z.string() }),
]);

const perform = async (input: z.infer<typeof inputSchema>): Promise<{ outcome: string }> => {
  switch (input.step) {
    case 'check-application':
      return { outcome: await checkApplication(deps, input, systemClock()) };
    case 'ask-officer':
      await askOfficer(deps, input, systemClock());
      return { outcome: 'ASKED' };
    case 'ask-applicant':
      await askApplicant(deps, input, systemClock());
      return { outcome: 'ASKED' };
    case 'mark-stuck':
      await markStuck(deps, input, systemClock());
      return { outcome: 'STUCK' };
  }
};

/** The steps of applicant-intake. */
export const handler = wordless(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const input = inputSchema.parse(event);
  const result = await perform(input);
  logger.info('step done', { step: input.step, run: input.run, outcome: result.outcome });
  return result;
});
