import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../local/gate/evaluate.ts';
import { unusedGrants, unusedOnAll } from '../../../local/gate/recording.ts';

const role = (...actions: readonly string[]) => ({
  name: 'pages',
  policies: [policySchema.parse({ Statement: { Effect: 'Allow', Action: actions, Resource: 'arn:table' } })],
});
const use = (action: string, allowed = true) => ({
  role: 'pages',
  by: 'sfa-test-pages',
  action,
  resource: 'arn:table',
  allowed,
});

describe('grants that no test used', () => {
  it('are listed', () => {
    const unused = unusedGrants([use('dynamodb:GetItem')], [role('dynamodb:GetItem', 'dynamodb:Scan')]);
    expect(unused).toEqual([{ role: 'pages', action: 'dynamodb:Scan', resource: 'arn:table' }]);
  });

  it('are not listed with a reason, or if an AWS service uses them by itself', () => {
    const reasons = [{ action: 'dynamodb:S*', reason: 'only after a disaster' }];
    expect(unusedGrants([use('x:Y')], [role('dynamodb:Scan', 'dynamodb:GetRecords')], reasons)).toEqual([]);
  });

  it('are not used by a call that was refused', () => {
    expect(unusedGrants([use('dynamodb:Scan', false)], [role('dynamodb:Scan')])).toHaveLength(1);
  });

  it('cannot be told from an empty recording', () => {
    expect(() => unusedGrants([], [role('dynamodb:Scan')])).toThrow('recorded no call');
  });
});

describe('grants that no test used on any of several clouds', () => {
  const named = (name: string, ...actions: readonly string[]) => ({ ...role(...actions), name });
  const cloud = (suffix: string, used: string, ...actions: readonly string[]) => ({
    recording: [{ ...use(used), role: `pages-${suffix}` }],
    roles: [named(`pages-${suffix}`, ...actions)],
  });

  it('are those that none of them used, whatever the ends of the names of roles', () => {
    const clouds = [
      cloud('A1', 'dynamodb:GetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Scan'),
      cloud('B2', 'dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Scan'),
    ];
    expect(unusedOnAll(clouds)).toEqual([{ role: 'pages-A1', action: 'dynamodb:Scan', resource: 'arn:table' }]);
  });

  it('cannot be told if one of them recorded nothing, or grants something else', () => {
    const whole = cloud('A1', 'dynamodb:GetItem', 'dynamodb:GetItem');
    expect(() => unusedOnAll([])).toThrow('nothing was recorded');
    expect(() => unusedOnAll([whole, { ...whole, recording: [] }])).toThrow('recorded no call');
    expect(() => unusedOnAll([whole, cloud('B2', 'dynamodb:Scan', 'dynamodb:Scan')])).toThrow('do not grant the same');
  });
});
