import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { cdkWords } from '../../infra/deploy.ts';
import { freeFailedCreation } from '../../infra/failed-creation.ts';
import { freePort } from '../../local/ports.ts';
import { appOf, flat, newAppOf, templatesOf } from '../support/templates.ts';
import { wholeStages } from '../support/whole-stages.ts';
import { within } from '../support/within.ts';

const production = templatesOf('production');

/** Types of which CloudFormation takes over what exists, and the property by which it knows it. */
const takenOver: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
};

describe('what is kept when a stack is gone', () => {
  const kept = [...production.all].filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete');

  it('is taken over by the next deployment: by a name that is fixed, and a policy that keeps it', () => {
    expect(cdkWords({ name: 'production' })).toContain('--import-existing-resources');
    const named = kept.filter(([, { Type }]) => Type !== 'AWS::KMS::Key');
    expect(named.length).toBeGreaterThan(30);
    for (const [id, { Type, Properties, DeletionPolicy }] of named) {
      const name = Properties[takenOver[Type] ?? ''];
      expect(name, `${id} (${Type}) has a name that is known before it is made`).toEqual(expect.any(String));
      expect(DeletionPolicy, id).toMatch(/^Retain/u);
    }
  });

  it('has no name that another could collide with, if it cannot be taken over: keys', () => {
    const others = kept.filter(([, { Type }]) => !takenOver[Type]);
    expect(others.map(([, { Type }]) => Type)).toEqual(['AWS::KMS::Key', 'AWS::KMS::Key', 'AWS::KMS::Key']);
  });

  it('is nothing of a first creation that failed, but for tables, which their protection keeps', () => {
    for (const [id, { Type, DeletionPolicy }] of kept) {
      expect(DeletionPolicy, id).toBe(Type === 'AWS::DynamoDB::Table' ? 'Retain' : 'RetainExceptOnCreate');
    }
  });
});

describe('the mail identity', () => {
  it('is in a stack of its own, which is made after the data’s and before the app’s', () => {
    const { data, mail, stack } = appOf('production');
    expect(production.data.findResources('AWS::SES::EmailIdentity')).toEqual({});
    expect(production.app.findResources('AWS::SES::EmailIdentity')).toEqual({});
    expect(production.ofType('AWS::SES::EmailIdentity')).toHaveLength(1);
    expect(mail?.dependencies).toEqual([data]);
    expect(stack.dependencies).toContain(mail);
  });

  it('that is there already and somebody else’s is used, and no stack makes it', () => {
    const stages = wholeStages();
    const { mail } = newAppOf('production', {
      ...stages,
      production: { ...stages.production, mailIdentityExists: true },
    });
    expect(mail).toBeUndefined();
  });

  it('gets its topics again if its stack has changed', () => {
    const [[, topics] = []] = production.ofType('Custom::IdentityTopics');
    expect(flat(topics?.Properties.MadeBy)).toBe('sfa-production-mail');
  });
});

describe('a first deployment that failed', () => {
  const asked: string[] = [];
  let stop = (): void => undefined;
  afterEach(() => stop());

  /** CloudFormation, as far as it is asked. */
  async function cloudFormation(answer: (action: string) => { readonly status: number; readonly body: string }) {
    asked.length = 0;
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        const words = new URLSearchParams(body);
        const action = words.get('Action') ?? '';
        asked.push(`${action} ${words.get('StackName')} ${words.get('EnableTerminationProtection') ?? ''}`.trim());
        const { status, body: said } = answer(action);
        response.writeHead(status).end(said);
      });
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    stop = () => void server.close();
    return `http://127.0.0.1:${port}`;
  }

  const free = (endpoint: string) =>
    within({ AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' }, () =>
      freeFailedCreation('sfa-production-data', 'ap-northeast-2'),
    );

  it.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])(
    'and left its stack as %s loses the protection that would keep the CDK from making it anew',
    async (status) => {
      const body = `<Stacks><member><StackStatus>${status}</StackStatus></member></Stacks>`;
      const endpoint = await cloudFormation(() => ({ status: 200, body }));
      expect(await free(endpoint)).toBe('freed');
      expect(asked).toEqual([
        'DescribeStacks sfa-production-data',
        'UpdateTerminationProtection sfa-production-data false',
      ]);
    },
  );

  it.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED'])(
    'is not what a stack is that stands as %s: its protection stays',
    async (status) => {
      const body = `<Stacks><member><StackStatus>${status}</StackStatus></member></Stacks>`;
      const endpoint = await cloudFormation(() => ({ status: 200, body }));
      expect(await free(endpoint)).toBe('none');
      expect(asked).toEqual(['DescribeStacks sfa-production-data']);
    },
  );

  it('is not looked for any further if there is no stack yet, or if the caller may deploy by the CDK’s roles only', async () => {
    const missing = '<Error><Message>Stack with id sfa-production-data does not exist</Message></Error>';
    expect(await free(await cloudFormation(() => ({ status: 400, body: missing })))).toBe('none');
    stop();
    const denied = await cloudFormation(() => ({ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }));
    expect(await free(denied)).toBe('not allowed');
    stop();
    const broken = await cloudFormation(() => ({ status: 500, body: 'InternalFailure' }));
    await expect(free(broken)).rejects.toThrow('InternalFailure');
  });
});
