import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cdkWords, stageToDeploy } from '../../infra/deploy.ts';
import { environmentOf } from '../../infra/read-stage.ts';
import { localAccount, StageProblem, stageNamed, stagesInFile } from '../../infra/stage.ts';
import { root } from '../../local/paths.ts';
import { aim, inAccountOf } from '../../ops/context.ts';
import { accountOfProduction, filledIn, wholeStages } from '../support/whole-stages.ts';
import { within } from '../support/within.ts';

/** The stage as it is committed or with changes to it, `undefined` for a setting that is not there. */
const production = (change: Readonly<Record<string, unknown>> = {}) =>
  stageNamed('production', { production: { ...wholeStages().production, ...change } });

/** What is said of a stage that is not whole. */
function said(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof StageProblem) return error.message;
    throw error;
  }
  return '';
}

const node = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { status, said: stderr };
};

describe('the stage production', () => {
  it('is refused as it is committed, with all that is to be filled in', () => {
    expect(said(() => stageNamed('production', stagesInFile()))).toBe(
      [
        'The stage "production" is not ready. Put right in cdk.json, under context.stages.production:',
        '  account is missing: the twelve digits of the AWS account',
        '  baseUrl is still an example (academy.example.kr): the host that people will see',
        '  certificateArn is missing: the ARN of an ACM certificate in ap-northeast-2 for academy.example.kr',
        '  mailFrom is still an example (no-reply@academy.example.kr)',
        '  replyTo is still an example (help@academy.example.kr)',
        '  mailIdentity is still an example (academy.example.kr)',
        '  operatorEmail is still an example (operator@academy.example.kr)',
      ].join('\n'),
    );
  });

  it('is refused by the synthesis itself, before anything is bundled or compared', () => {
    const { status, said: words } = node([join(root, 'infra/app.ts')], {
      CDK_CONTEXT_JSON: JSON.stringify({ stages: stagesInFile(), stage: 'production' }),
    });
    expect(words).toContain('baseUrl is still an example');
    expect(words).not.toMatch(/^\s+at /mu);
    expect(status).toBe(1);
  });

  it('is taken once it is filled in', () => {
    expect(production()).toMatchObject({ ...filledIn, name: 'production', local: false, mailIdentityExists: false });
  });

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{ operatorEmail: undefined }, 'operatorEmail is missing: an e-mail address'],
    [{ region: 'Seoul' }, 'region has to be a region such as ap-northeast-2'],
    [{ mailsASecond: '14' }, 'mailsASecond has to be a whole number'],
    [{ account: '1234' }, 'account has to be the twelve digits of the AWS account'],
    [{ baseUrl: 'http://academy.city.test' }, 'baseUrl has to begin with https://'],
    [{ baseUrl: 'https://academy.city.test/apply' }, 'baseUrl has to end with its host: links add their own paths'],
    [
      { certificateArn: filledIn.certificateArn.replace('ap-northeast-2', 'us-east-1') },
      'certificateArn is of another region or account: the ARN of an ACM certificate in ap-northeast-2 for academy.city.test',
    ],
    [
      { mailFrom: 'no-reply@other.test' },
      'mailFrom (no-reply@other.test) has to be an address of mailIdentity (academy.city.test): SES refuses any other',
    ],
  ])('with %j is refused in a sentence', (change, sentence) => {
    expect(said(() => production(change))).toContain(`\n  ${sentence}`);
  });

  it('needs no certificate if people see the API’s own address', () => {
    const baseUrl = 'https://a1b2c3.execute-api.ap-northeast-2.amazonaws.com';
    expect(production({ baseUrl, certificateArn: undefined }).certificateArn).toBeUndefined();
  });

  it('goes into its own account and region, whatever the shell says', () => {
    expect(environmentOf(production())).toEqual({ account: accountOfProduction, region: 'ap-northeast-2' });
  });
});

describe('a deployment', () => {
  it('asks which stage, and says which there are if it is none of them', () => {
    expect(said(() => stageToDeploy([], wholeStages()))).toContain('Which stage?');
    expect(said(() => stageToDeploy(['--stage', 'staging'], wholeStages()))).toBe(
      'cdk.json has no stage "staging". Add it under context.stages; it has: local, test, production.',
    );
    expect(said(() => stageToDeploy(['--stage', 'Production'], wholeStages()))).toContain('cannot be a stage');
  });

  it.each(['local', 'test'])('of the stage %s to an account is refused', (stage) => {
    expect(said(() => stageToDeploy(['--stage', stage], wholeStages()))).toContain('is for the local cloud');
    const environment = (account: string) => () =>
      within({ CDK_DEFAULT_ACCOUNT: account }, () => environmentOf(stageNamed(stage, wholeStages())));
    expect(said(environment(accountOfProduction))).toContain(`The stage "${stage}" is for the local cloud`);
    expect(said(environment(localAccount))).toBe('');
  });

  it('says what is wrong in words and not in frames', () => {
    const { status, said: words } = node([join(root, 'infra/deploy.ts'), '--stage', 'production']);
    expect(words).toMatch(/^The stage "production" is not ready\./u);
    expect(words).not.toMatch(/^\s+at /mu);
    expect(status).toBe(2);
  });

  it('of a whole stage deploys all of its stacks', () => {
    expect(cdkWords(stageToDeploy(['--stage', 'production'], wholeStages()))).toEqual(
      expect.arrayContaining(['deploy', '--all', 'stage=production']),
    );
  });
});

describe('a command of an operator', () => {
  it('goes to the region of its stage, whatever the shell is set to', () => {
    const region = within({ AWS_REGION: 'us-east-1' }, () => {
      aim('production', wholeStages());
      return process.env.AWS_REGION;
    });
    expect(region).toBe('ap-northeast-2');
  });

  it('is refused if the shell’s credentials are of another account than the stage’s', () => {
    expect(() => inAccountOf(production(), { account: '999999999999' })).toThrow(
      'The stage "production" is in the account 123456789012, and the shell\'s credentials are of 999999999999.',
    );
    expect(() => inAccountOf(production(), { account: accountOfProduction })).not.toThrow();
  });

  it('says in words what is missing of a stage, or that there is none', () => {
    const { status, said: told } = node([join(root, 'ops/main.ts'), 'stuck', '--stage', 'production']);
    expect(told).toMatch(/^The stage "production" is not ready\. Put right in cdk\.json/u);
    expect(told).not.toMatch(/^\s+at /mu);
    expect(status).toBe(1);
    expect(said(() => aim('nowhere', wholeStages()))).toMatch(/^cdk\.json has no stage "nowhere"\./u);
    expect(() => within({ AWS_ENDPOINT_URL: '' }, () => aim('test', wholeStages()))).toThrow('npm start');
  });
});
