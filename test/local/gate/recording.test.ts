import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../local/gate/evaluate.ts';
import { unusedGrants } from '../../../local/gate/recording.ts';

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

  it('are not listed with a reason, or where an AWS service uses them by itself', () => {
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
