import { describe, expect, it } from 'vitest';
import { policySchema } from '../../../local/gate/evaluate.ts';
import { checkMachineRole } from '../../../local/gate/machine-role.ts';

const fn = 'arn:aws:lambda:ap-northeast-2:000000000000:function:sfa-test-tasks';
const policies = [
  policySchema.parse({ Statement: { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: fn } }),
];
const invoke = (resource: string) => ({
  Type: 'Task',
  Resource: resource,
  Arguments: { FunctionName: fn, Payload: '{% $states.input %}' },
});

describe('a state machine against its role', () => {
  it('finds every integration, those inside of Map too', () => {
    const check = checkMachineRole(
      {
        States: {
          'Check the application': invoke('arn:aws:states:::lambda:invoke'),
          'Ask each reviewer': {
            Type: 'Map',
            ItemProcessor: { States: { Ask: invoke('arn:aws:states:::lambda:invoke.waitForTaskToken') } },
          },
          Done: { Type: 'Succeed' },
        },
      },
      policies,
    );
    expect(check.missing).toEqual([]);
    expect(check.used.map(({ state }) => state)).toEqual(['Check the application', 'Ask']);
  });

  it('names what the role does not allow', () => {
    const put = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem', Arguments: { TableName: 'seats' } };
    expect(checkMachineRole({ States: { 'Keep the seat': put } }, policies).missing).toMatchObject([
      { state: 'Keep the seat', action: 'dynamodb:PutItem' },
    ]);
  });

  it('counts an integration that it cannot read as missing', () => {
    const unread = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: '{% $states.input %}' };
    expect(checkMachineRole({ States: { A: unread } }, policies).missing).toHaveLength(1);
  });

  it('proves nothing of a machine without integrations', () => {
    expect(() => checkMachineRole({ States: { A: { Type: 'Pass' } } }, policies)).toThrow('no Task');
  });
});
