import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineNames } from '../../functions/runs/machines.ts';
import { workflows } from '../../infra/generate.ts';
import { renderDefinition } from '../../infra/render-workflow.ts';
import { checkMachineRole } from '../../local/gate/machine-role.ts';
import { type UnusedForAReason, unusedGrants } from '../../local/gate/recording.ts';
import { apply } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';

/** Grants that not every function uses in a test, each with its reason. */
const neverUsedHere: readonly UnusedForAReason[] = [
  {
    action: 'dynamodb:Query',
    resource: '*:table/sfa-test-audit',
    reason: 'a commit reads the last event only for what an older release saved, and for what has no revisions',
  },
];

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

/** What looks back over all tests: it runs last, in the same process (see vitest.config.ts). */
describe('the permissions of all tests together', () => {
  it('were asked for through the gate, and none was refused', async () => {
    const { reference } = await apply(at, await at.round());
    await at.untilState(reference, 'ACCEPTED');
    const recording = at.gate.recording();
    const calls = Object.values(at.gate.calls()).reduce((sum, count) => sum + count, 0);
    console.log(`permissions: ${calls} calls, ${recording.length} different permissions`);
    expect(recording.length).toBeGreaterThan(30);
    expect(recording.filter(({ allowed }) => !allowed)).toEqual([]);
  });

  it('are all that is granted to functions, but for what has a reason', async () => {
    const roles = await at.gate.roles('sfa-test-');
    const unused = unusedGrants(at.gate.recording(), roles, neverUsedHere);
    const lines = unused.map(
      ({ role, action, resource }) => `${role.replace(/^sfa-test-app-/u, '')} ${action} ${resource}`,
    );
    console.log(
      `permissions: ${unused.length} grants of ${roles.length} roles unused${lines.map((line) => `\n  ${line}`).join('')}`,
    );
    // A part of the tests uses a part of the grants: only the whole can tell.
    if (process.env.SFA_WHOLE === '1') expect(lines).toEqual([]);
    else expect(roles.length).toBeGreaterThan(5);
  });

  it.each(machineNames)('are enough for the state machine %s as it is deployed', async (machine) => {
    const { definition = '{}', roleArn = '' } = await at.sfn.send(
      new DescribeStateMachineCommand({ stateMachineArn: at.machineArnOf(machine) }),
    );
    const role = await at.gate.role(roleArn.split('/').at(-1) ?? '');
    const check = checkMachineRole(JSON.parse(definition), role.policies);
    expect(check.missing).toEqual([]);
    const rendered = workflows.find(({ name }) => name === machine);
    if (!rendered) throw new Error(`${machine} is no workflow`);
    const tasks = Object.entries(renderDefinition(rendered.define, rendered.tasks).States)
      .filter(([, { Type }]) => Type === 'Task')
      .map(([state]) => state);
    expect(tasks.length).toBeGreaterThan(1);
    expect(check.used.map(({ state }) => state).sort()).toEqual(tasks.sort());
  });
});
