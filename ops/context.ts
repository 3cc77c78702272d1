import { createInterface } from 'node:readline/promises';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient } from '@aws-sdk/client-sfn';
import { namesOfTables } from '../functions/app/names-of-tables.ts';
import { wire } from '../functions/app/wiring.ts';
import { outboxTable } from '../functions/outbox/outbox-table.ts';
import { systemClock } from '../functions/shared/aws/service.ts';
import { openDatabase } from '../functions/shared/database/database.ts';
import {
  codeKeyAlias,
  manifestsBucketName,
  resourceName,
  type Stage,
  signingKeyAlias,
  stageNamed,
  stagesInFile,
} from '../infra/stage.ts';
import { cloudEnvironment } from '../local/environment.ts';
import { readRunning } from '../local/running.ts';
import { type Caller, whoCalls } from './caller.ts';

/** What the person at the keyboard asked for beside the command's own words. */
export interface Flags {
  readonly stage: string;
  readonly yes: boolean;
  readonly force: boolean;
  readonly reason?: string;
  readonly version?: string;
  readonly hours?: string;
  /** Of what is resent: all that was given up since. */
  readonly failed?: boolean;
  readonly since?: string;
  /** The moment as of which something is done. */
  readonly at?: string;
  /** What another operator has said, which proves one decision about money. */
  readonly code?: string;
  /** Who the audit names on the local cloud, where everybody has the same key. */
  readonly as?: string;
}

/** Something the operator has to put right; printed as it is. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}

/**
 * The stage of cdk.json that is meant, with the AWS SDK pointed at its region; a local one at the cloud of `npm start`,
 * unless the shell says where that is.
 */
export function aim(name: string, stages: unknown): Stage {
  const stage = stageNamed(name, stages);
  if (!stage.local) {
    process.env.AWS_REGION = stage.region;
    return stage;
  }
  if (process.env.AWS_ENDPOINT_URL) return stage;
  const running = name === 'local' ? readRunning() : undefined;
  if (!running)
    throw new Complaint(
      'The local cloud is not running: npm start. For an AWS account, name its stage: --stage production.',
    );
  Object.assign(process.env, cloudEnvironment(running));
  return stage;
}

/** @throws Complaint if the shell's credentials lead into another account than the stage's. */
export function inAccountOf(stage: Pick<Stage, 'name' | 'account' | 'local'>, caller: Pick<Caller, 'account'>): void {
  if (stage.local || caller.account === stage.account) return;
  throw new Complaint(
    `The stage "${stage.name}" is in the account ${stage.account}, and the shell's credentials are of ${caller.account}. Nothing was done.`,
  );
}

/** Who works on the local cloud: whom the command or the shell's setting names. */
const localOperator = ({ as: name }: Flags): string => name ?? process.env.SFA_OPERATOR ?? 'demo';

export async function openContext(flags: Flags) {
  const stage = aim(flags.stage, stagesInFile());
  if (flags.as !== undefined && !stage.local) {
    throw new Complaint('--as is for the local cloud: elsewhere the audit names whom the credentials belong to.');
  }
  const kms = new KMSClient({});
  const caller = await whoCalls(kms);
  inAccountOf(stage, caller);
  const named = (name: string): string => resourceName(stage, name);
  const db = openDatabase();
  const tables = namesOfTables(named);
  return {
    ...wire(tables, db),
    flags,
    db,
    tables,
    outbox: outboxTable(db, tables.OUTBOX_TABLE),
    sfn: new SFNClient({}),
    lambda: new LambdaClient({}),
    logs: new CloudWatchLogsClient({}),
    named,
    local: stage.local,
    stageName: stage.name,
    kms,
    signingKeyId: signingKeyAlias(stage),
    codeKeyId: codeKeyAlias(stage),
    manifestsBucket: manifestsBucketName(stage, caller.account, await kms.config.region()),
    now: systemClock,
    by: `operator:${stage.local ? localOperator(flags) : caller.name}`,
  };
}
export type Context = Awaited<ReturnType<typeof openContext>>;

/** What whoever only looks needs: the page of runs has no more than this. */
export type Reading = Omit<
  Context,
  'by' | 'codeKeyId' | 'flags' | 'kms' | 'lambda' | 'manifestsBucket' | 'signingKeyId'
>;

/** A line of what is shown: its name and its value. */
export type Row = readonly [string, string];

/** Says what is about to happen and asks, unless --yes was given. */
export async function confirm({ flags }: Pick<Context, 'flags'>, what: string): Promise<void> {
  console.log(what);
  if (flags.yes) return;
  if (!process.stdin.isTTY) throw new Complaint('Nothing was done: nobody is there to confirm. Add --yes.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question('Go on? (yes/no) ');
  prompt.close();
  if (!/^y(es)?$/iu.test(answer.trim())) throw new Complaint('Nothing was done.');
}

export const needed = <Value>(value: Value | undefined, usage: string): Value => {
  if (value === undefined) throw new Complaint(`Usage: npm run ops -- ${usage}`);
  return value;
};
