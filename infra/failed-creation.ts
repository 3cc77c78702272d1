import { KMSClient } from '@aws-sdk/client-kms';
import { signedFetch } from '../functions/shared/aws/signed-fetch.ts';

/** The states that the CDK takes for a creation that failed: it deletes such a stack, and makes it anew. */
const failed = ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'];

/**
 * Lets the CDK delete a stack whose creation failed. It switched termination protection on before it began, and
 * CloudFormation deletes nothing that has it, not even what never came to be. What was kept of it stays, and is taken
 * over by the next try.
 * @returns whether there was such a stack; `not allowed`, if the caller may only deploy by the CDK's roles
 */
export async function freeFailedCreation(stack: string, region: string): Promise<'freed' | 'none' | 'not allowed'> {
  const described = await cloudFormation(region, { Action: 'DescribeStacks', StackName: stack });
  if (!described.ok && /does not exist/u.test(described.text)) return 'none';
  if (isDenied(described)) return 'not allowed';
  if (!described.ok) throw new Error(`DescribeStacks: ${described.text}`);
  const [, status = ''] = /<StackStatus>(\w+)<\/StackStatus>/u.exec(described.text) ?? [];
  if (!failed.includes(status)) return 'none';
  const freed = await cloudFormation(region, {
    Action: 'UpdateTerminationProtection',
    StackName: stack,
    EnableTerminationProtection: 'false',
  });
  if (isDenied(freed)) return 'not allowed';
  if (!freed.ok) throw new Error(`UpdateTerminationProtection: ${freed.text}`);
  return 'freed';
}

const isDenied = ({ ok, text }: { readonly ok: boolean; readonly text: string }): boolean =>
  !ok && text.includes('AccessDenied');

async function cloudFormation(
  region: string,
  parameters: Readonly<Record<string, string>>,
): Promise<{ readonly ok: boolean; readonly text: string }> {
  const response = await signedFetch(new KMSClient({ region }), {
    service: 'cloudformation',
    host: `cloudformation.${region}.amazonaws.com`,
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...parameters, Version: '2010-05-15' }).toString(),
  });
  return { ok: response.ok, text: await response.text() };
}
