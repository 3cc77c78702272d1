import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { root } from '../../local/paths.ts';
import { appOf, newAppOf } from '../support/templates.ts';

function synth() {
  const output = mkdtempSync(join(tmpdir(), 'sfa-synth-'));
  try {
    const { status, stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/cdk'),
      [
        'synth',
        '--quiet',
        '-c',
        'stage=production',
        '--app',
        `${process.execPath} test/support/synth.ts`,
        '-o',
        output,
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, AWS_REGION: 'us-east-1' } },
    );
    return { status, said: `${stdout}${stderr}`, files: readdirSync(output) };
  } finally {
    rmSync(output, { recursive: true });
  }
}

describe('`cdk synth` of the stage production', () => {
  it('passes cdk-nag and the checks of CloudFormation', () => {
    const { status, said, files } = synth();
    expect(said).not.toMatch(/ERROR|WARNING/u);
    expect(status).toBe(0);
    expect(files).toContain('sfa-production-app.template.json');
  });

  it('fails on a finding that nobody acknowledged, and on nothing else', () => {
    const { app, stack } = newAppOf('production');
    new Queue(stack, 'Planted');
    let said = '';
    try {
      app.synth();
    } catch (error) {
      said = String(error);
    }
    const found = [...said.matchAll(/Acknowledge with '(AwsSolutions.*)'/gu)].map(([, finding]) => finding);
    expect(found.sort()).toEqual(['AwsSolutions::AwsSolutions-SQS3', 'AwsSolutions::AwsSolutions-SQS4']);
  });

  it('has room in each stack for a programme more: CloudFormation takes 500 resources', () => {
    const { app } = appOf('production');
    for (const stack of app.node.findAll().filter((node) => Stack.isStack(node))) {
      const resources = stack.node.findAll().filter((node) => CfnResource.isCfnResource(node));
      expect(resources.length, stack.stackName).toBeLessThan(450);
    }
  });

  it('names a reason for every finding it accepts', () => {
    const { app } = appOf('production');
    const key = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;
    const accepted = app.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata.filter(({ type }) => type === key).map(({ data }) => ({ at: node.path, data })),
      );
    const reasons = accepted.flatMap(({ at, data }) =>
      Object.entries(z.record(z.string(), z.unknown()).parse(data)).map(
        ([id, reason]) => `${at}: ${id}: ${String(reason)}`,
      ),
    );
    console.log(`cdk-nag: ${reasons.length} findings acknowledged`);
    for (const reason of reasons) expect(reason).toMatch(/: AwsSolutions::AwsSolutions-\w+.*: .{30,}/u);
    expect(reasons.length).toBeGreaterThan(0);
  });
});
