import { KMSClient } from '@aws-sdk/client-kms';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type LinkTarget, linkSigner } from '../../../functions/shared/links.ts';

const target: LinkTarget = { purpose: 'request', id: 'abc', generation: 2, assignee: 'kim-minji' };

/** What KMS is given to sign for a target. */
async function signedOver(given: LinkTarget): Promise<string> {
  const kms = new KMSClient({
    region: 'ap-northeast-2',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let message = '';
  kms.middlewareStack.add(
    () =>
      async ({ input }) => {
        message = Buffer.from(z.object({ Message: z.instanceof(Uint8Array) }).parse(input).Message).toString('utf8');
        return { output: { $metadata: {}, Mac: new Uint8Array(32) }, response: {} };
      },
    { step: 'initialize' },
  );
  await linkSigner('key', kms)(given);
  return message;
}

it('a link of somebody who has not changed is signed as it was before people had generations of links', async () => {
  const before = '["request","abc",2,"kim-minji"]';
  expect(await signedOver(target)).toBe(before);
  expect(await signedOver({ ...target, own: 0 })).toBe(before);
});

it('a link is signed over what it opens, both generations, for whom, and for what', async () => {
  const others: LinkTarget[] = [
    { ...target, own: 1 },
    { ...target, own: 2 },
    { ...target, purpose: 'cohort' },
    { ...target, id: 'abd' },
    { ...target, generation: 3 },
    { ...target, assignee: 'lee-junho' },
  ];
  const messages = await Promise.all([target, ...others].map(signedOver));
  expect(new Set(messages).size).toBe(7);
});
