import * as z from 'zod';
import { openAgreementOwners } from '../app/agreement-owners.ts';
import { openChecklistOwners } from '../app/checklist-owners.ts';
import { openResidencyInterests } from '../app/interests.ts';
import { kinds } from '../app/kinds.ts';
import { readEnvironment } from '../shared/aws/read-environment.ts';
import { openLogger, systemClock } from '../shared/aws/service.ts';
import { openDatabase } from '../shared/database/database.ts';
import { lazily } from '../shared/parts.ts';
import { fontsIn } from '../shared/pdf/fonts.ts';
import { redactErrors } from '../shared/redact-errors.ts';
import { onboardingLambdas } from './lambdas.ts';
import { onboardingParts } from './parts.ts';
import { onboardingDoer } from './steps.ts';

const logger = openLogger();
const environment = readEnvironment(onboardingLambdas['onboarding-tasks']);
const db = openDatabase();
const deps = lazily({
  ...onboardingParts(environment, db),
  kinds: () => kinds,
  interestsIn: openResidencyInterests(environment, db),
  agreementOwners: openAgreementOwners(environment, db),
  checklistOwners: openChecklistOwners(environment, db),
  baseUrl: () => environment.BASE_URL,
  fonts: () => fontsIn(import.meta.dirname),
});
const loggedSchema = z.object({ step: z.string(), run: z.string() });

/** The steps of onboarding. */
export const handler = redactErrors(logger, async (event: unknown): Promise<{ outcome: string }> => {
  const { step, run } = loggedSchema.parse(event);
  const result = await onboardingDoer.perform(deps, event, systemClock());
  logger.info('step done', { step, run, outcome: result.outcome });
  return result;
});
