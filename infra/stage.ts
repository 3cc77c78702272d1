import type { App } from 'aws-cdk-lib';
import * as z from 'zod';

/** What differs between stages; in cdk.json, `baseUrl` can be overridden by `-c baseUrl=…`. */
const stageSettings = z.object({
  /** The address that people see; links in mails begin with it. */
  baseUrl: z.url(),
  mailFrom: z.email(),
  replyTo: z.email(),
  /** The SES identity (a domain, or one address) that mails come from. */
  mailIdentity: z.string(),
  /** Who gets the alarms. */
  operatorEmail: z.email(),
  /** Whether tables and keys outlive the stack and are protected from deletion. */
  retain: z.boolean(),
});

export type Stage = z.infer<typeof stageSettings> & {
  readonly name: string;
  /** Stages on the local cloud, which does not act on what local/idle-here.ts lists. */
  readonly local: boolean;
};

export function readStage(app: App): Stage {
  const name = z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/)
    .parse(app.node.tryGetContext('stage') ?? 'local');
  const stages = z.record(z.string(), z.unknown()).parse(app.node.getContext('stages'));
  if (!stages[name]) {
    throw new Error(
      `cdk.json has no stage "${name}". Add it under context.stages; it has: ${Object.keys(stages).join(', ')}.`,
    );
  }
  const baseUrl: unknown = app.node.tryGetContext('baseUrl');
  const settings = stageSettings.parse({
    ...z.object({}).loose().parse(stages[name]),
    ...(baseUrl ? { baseUrl } : {}),
  });
  return { ...settings, name, local: name === 'local' || name === 'test' };
}

/** Physical names are fixed by the stage, so that the operator's command line finds them without a lookup. */
export const resourceName = (stage: Pick<Stage, 'name'>, name: string): string => `sfa-${stage.name}-${name}`;
