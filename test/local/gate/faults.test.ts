import { describe, expect, it } from 'vitest';
import { readCall } from '../../../local/gate/call.ts';
import { createFaults } from '../../../local/gate/faults.ts';

const call = (operation: string) => {
  const authorization = 'AWS4-HMAC-SHA256 Credential=test/20261123/ap-northeast-2/kms/aws4_request';
  const read = readCall({
    method: 'POST',
    url: '/',
    headers: { authorization, 'x-amz-target': `TrentService.${operation}` },
    body: '{}',
  });
  if (!read) throw new Error('not a call');
  return read;
};
const broken = { service: 'kms', operation: 'VerifyMac', respond: 'drop' } as const;

describe('an injected fault', () => {
  it('strikes the calls it describes and no others, until it is taken away', () => {
    const faults = createFaults();
    const remove = faults.inject(broken);
    expect(faults.strike(call('GenerateMac'))).toBeUndefined();
    expect(faults.strike(call('VerifyMac'))).toEqual(broken);
    remove();
    expect(faults.strike(call('VerifyMac'))).toBeUndefined();
  });

  it('strikes as often as it says', () => {
    const faults = createFaults();
    faults.inject({ ...broken, times: 2 });
    expect([1, 2, 3].map(() => faults.strike(call('VerifyMac')) !== undefined)).toEqual([true, true, false]);
  });

  it('strikes by chance if it says so', () => {
    const faults = createFaults(() => 0.4);
    faults.inject({ ...broken, probability: 0.3 });
    expect(faults.strike(call('VerifyMac'))).toBeUndefined();
    faults.inject({ ...broken, probability: 0.5 });
    expect(faults.strike(call('VerifyMac'))).toBeDefined();
  });
});
