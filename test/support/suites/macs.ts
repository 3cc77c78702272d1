import { randomBytes } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { expect, it } from 'vitest';
import { type LinkTarget, linkSigner, linkVerifier } from '../../../functions/shared/links.ts';
import type { TestCloud } from '../cloud.ts';
import { linkKeyId } from '../link-key.ts';

/** Random MACs against the verifier with the key of the deployed pages. */
export function randomMacsAreRefused(opened: () => Pick<TestCloud, 'named'>, macs: number): void {
  it(`${macs} random MACs are refused by the verifier with the real key, every one`, async () => {
    const key = await linkKeyId(opened());
    const verify = linkVerifier(key, new KMSClient({}));
    const target: LinkTarget = { purpose: 'request', id: 'random-macs', generation: 1, assignee: 'kim-minji' };
    expect(await verify(target, await linkSigner(key)(target))).toBe(true);
    let tried = 0;
    let accepted = 0;
    const one = async () => {
      while (tried < macs) {
        tried += 1;
        if (await verify(target, randomBytes(32).toString('base64url'))) accepted += 1;
      }
    };
    await Promise.all(Array.from({ length: 24 }, one));
    expect([tried, accepted]).toEqual([macs, 0]);
  });
}
