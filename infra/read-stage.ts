import { type App, RemovalPolicy } from 'aws-cdk-lib';
import * as z from 'zod';
import { localAccount, notForAws, type Stage, stageNamed } from './stage.ts';

/**
 * The stage that the CDK's context names (`-c stage=…`, local if nothing is said); `-c baseUrl=…` takes the place of
 * what cdk.json says.
 */
export function readStage(app: App): Stage {
  const context = (key: string): unknown => app.node.tryGetContext(key);
  const name = z.string().default('local').parse(context('stage'));
  return stageNamed(name, context('stages'), { baseUrl: context('baseUrl') });
}

/**
 * Where a stage is deployed.
 * @throws StageProblem for a stage of the local cloud that was about to go into an account.
 */
export function environmentOf(stage: Stage): { readonly account?: string; readonly region: string } {
  const called = process.env.CDK_DEFAULT_ACCOUNT;
  if (stage.local && called !== undefined && called !== localAccount) throw notForAws(stage.name);
  return { account: stage.local ? called : stage.account, region: stage.region };
}

/** What is kept outlives the stack if the stage retains its data, but not a creation that failed. */
export const keptUnlessNew = (stage: Pick<Stage, 'retain'>): RemovalPolicy =>
  stage.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
