import { type App, RemovalPolicy } from 'aws-cdk-lib';
import * as z from 'zod';

/** What differs between stages; in cdk.json, `baseUrl` can be overridden by `-c baseUrl=…`. */
const stageSettings = z.object({
  /** Where it is deployed, whatever region the shell is set to: personal data stays in the country. */
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  /** The address that people see; links in mails begin with it. */
  baseUrl: z.url(),
  /** The certificate (ACM, same region) for the host of `baseUrl`; without it the pages are at the API's own address. */
  certificateArn: z.string().optional(),
  mailFrom: z.email(),
  replyTo: z.email(),
  /** The SES identity (a domain, or one address) that mails come from. */
  mailIdentity: z.string(),
  /** Mails and starts of runs that leave in a second at most: below the account's SES rate and StartExecution quota. */
  mailsASecond: z.number().int().positive(),
  startsASecond: z.number().int().positive(),
  /** Who gets the alarms. */
  operatorEmail: z.email(),
  /** Whether the messages of faults are logged, and source maps deployed: only where nobody's data is real. */
  showFaults: z.boolean().default(false),
  /** Whether tables and keys outlive the stack and are protected from deletion. */
  retain: z.boolean(),
});

export type Stage = z.infer<typeof stageSettings> & {
  readonly name: string;
  /** Stages on the local cloud, which does not act on what local/idle-here.ts lists. */
  readonly local: boolean;
};

/** Stages of the local cloud, where everybody has the same credentials. */
export const isLocalStage = (name: string): boolean => name === 'local' || name === 'test';

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
  const local = isLocalStage(name);
  if (settings.showFaults && !local) {
    throw new Error(`The stage "${name}" may not show faults: their messages may hold what a person typed.`);
  }
  return { ...settings, name, local };
}

/** Physical names are fixed by the stage, so that the operator's command line finds them without a lookup. */
export const resourceName = (stage: Pick<Stage, 'name'>, name: string): string => `sfa-${stage.name}-${name}`;

/** Names of buckets are the whole world's, hence with account and region. */
export const manifestsBucketName = (stage: Pick<Stage, 'name'>, account: string, region: string): string =>
  `${resourceName(stage, 'audit')}-${account}-${region}`;

export const signingKeyAlias = (stage: Pick<Stage, 'name'>): string => `alias/${resourceName(stage, 'audit')}`;

/** Logs outlive the stack where the stage retains its data, but not a first deployment that failed. */
export const logRemoval = (stage: Pick<Stage, 'retain'>): RemovalPolicy =>
  stage.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
