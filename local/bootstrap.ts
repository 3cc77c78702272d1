import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CloudAddress, elements, queryService } from './aws-query.ts';
import { root } from './paths.ts';
import { Problem } from './problem.ts';
import { type ProgressLimits, untilReady } from './progress.ts';

const stack = 'CDKToolkit';
const template = join(root, 'node_modules', 'aws-cdk', 'lib', 'api', 'bootstrap', 'bootstrap-template.yaml');

/**
 * What `cdk bootstrap` does, in a third of a second instead of many: creates the toolkit stack from the template that
 * the pinned CDK brings. Does nothing if it is there already.
 */
export async function bootstrap(
  cloud: CloudAddress,
  limits?: Omit<ProgressLimits, 'look'>,
): Promise<'done' | 'was there'> {
  const before = await status(cloud);
  if (before === 'CREATE_COMPLETE') return 'was there';
  if (before) throw await failed(cloud, `of an earlier start, ${before}`);
  await queryService(cloud, 'cloudformation', {
    Action: 'CreateStack',
    StackName: stack,
    TemplateBody: readFileSync(template, 'utf8'),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  await untilReady('The bootstrap of the local cloud for the CDK', {
    ...limits,
    ready: async () => {
      const now = await status(cloud);
      if (now === undefined || /FAILED|ROLLBACK/.test(now)) throw await failed(cloud, now ?? 'gone');
      return now === 'CREATE_COMPLETE';
    },
    look: async () => ({ said: await events(cloud) }),
    log: 'the log of the cloud',
  });
  return 'done';
}

const status = async (cloud: CloudAddress): Promise<string | undefined> =>
  elements(
    await queryService(cloud, 'cloudformation', { Action: 'DescribeStacks', StackName: stack }).catch(() => ''),
    'StackStatus',
  )[0];

const failed = async (cloud: CloudAddress, state: string): Promise<Problem> =>
  new Problem(
    `The local cloud could not be bootstrapped for the CDK (its stack is ${state}: ${await events(cloud).catch(String)}): try again with "npm start -- --fresh".`,
  );

/** What has happened to the stack so far, newest last. */
async function events(cloud: CloudAddress): Promise<string> {
  const described = await queryService(cloud, 'cloudformation', { Action: 'DescribeStackEvents', StackName: stack });
  const [ids, states, reasons] = ['LogicalResourceId', 'ResourceStatus', 'ResourceStatusReason'].map((name) =>
    elements(described, name).toReversed(),
  );
  return (ids ?? [])
    .map((id, index) => `${id} ${states?.[index] ?? ''}`)
    .concat(reasons ?? [])
    .join(', ');
}
