import * as z from 'zod';
import { stagesInFile } from '../../infra/stage.ts';

const objects = z.record(z.string(), z.record(z.string(), z.unknown()));

/** The account that production is in, for tests. */
export const accountOfProduction = '123456789012';

/** What whoever deploys production fills in. */
export const filledIn = {
  account: accountOfProduction,
  baseUrl: 'https://academy.city.test',
  certificateArn: `arn:aws:acm:ap-northeast-2:${accountOfProduction}:certificate/11111111-2222-3333-4444-555555555555`,
  mailFrom: 'no-reply@academy.city.test',
  replyTo: 'help@academy.city.test',
  mailIdentity: 'academy.city.test',
  operatorEmail: 'operator@academy.city.test',
} as const;

/** The stages of cdk.json, of which production is committed with examples, with those filled in. */
export const wholeStages = () => {
  const stages = objects.parse(stagesInFile());
  return { ...stages, production: { ...stages.production, ...filledIn } };
};
