import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { deployLocal } from '../../local/deploy.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud();
}, 120_000);
afterAll(() => cloud.stop());

/** A CDK project with one synthesized stack: a custom resource whose function is this. */
function projectWith(source: string): string {
  const project = mkdtempSync(join(tmpdir(), 'sfa-deploy-'));
  const assembly = join(project, 'assembly');
  mkdirSync(assembly);
  writeFileSync(join(project, 'cdk.json'), JSON.stringify({ app: 'assembly' }));
  writeFileSync(
    join(assembly, 'manifest.json'),
    JSON.stringify({
      version: '36.0.0',
      artifacts: {
        toy: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://000000000000/ap-northeast-2',
          properties: { templateFile: 'toy.template.json' },
        },
      },
    }),
  );
  writeFileSync(
    join(assembly, 'toy.template.json'),
    JSON.stringify({
      Resources: {
        Function: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            FunctionName: 'sfa-test-custom',
            Runtime: 'nodejs24.x',
            Handler: 'index.handler',
            Role: 'arn:aws:iam::000000000000:role/any',
            Code: { ZipFile: source },
          },
        },
        Thing: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] } } },
      },
    }),
  );
  return project;
}

it('gives a deploy up whose custom resource never answers, though the CDK asks on and on', async () => {
  const project = projectWith('exports.handler = async () => "no answer to CloudFormation";');
  const log = join(project, 'deploy.log');
  await expect(
    deployLocal({
      cloud,
      stage: 'test',
      project,
      log,
      output: join(project, 'out'),
      limits: { everyMs: 1_000, looks: 20, cpuSeconds: 5 },
    }),
  ).rejects.toThrow(
    /^The deploy was given up, for it made no progress for 20 seconds; seen last: .*custom resource fails: look into .*deploy\.log/s,
  );
}, 240_000);
