import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { followFaults } from '../../local/faults.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { ops } from '../support/ops.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

/** A step that no function knows: its name is found again wherever the fault is told. */
async function failingStep() {
  const step = `no-step-${randomBytes(4).toString('hex')}`;
  const run = 'A-27H1-7K3Q-9MX4';
  await expect(at.invoke('intake-tasks', { step, run, reference: run })).rejects.toThrow();
  return step;
}

describe('the fault of a step on a local stage', () => {
  it('is shown by `ops logs` with its name, its message and our own file and line', async () => {
    const step = await failingStep();
    const faults = await eventually('the fault is logged', async () => {
      const { code, out } = await ops(at, 'logs', '--hours', '1');
      return code === 0 && out.includes(step) && out;
    });
    const told = faults
      .slice(faults.indexOf(`step=${step}`))
      .split('\n')
      .slice(0, 12)
      .join('\n');
    expect(told).toMatch(new RegExp(`^ {4}StepUnknown: the capability does no such step, step ${step}$`, 'mu'));
    expect(told).toMatch(/^ {6}at .*\(?functions\/\S+\.ts:\d+:\d+\)?$/mu);
  });

  it('is found by the run’s id and by the function’s name, and by no other', async () => {
    const step = await failingStep();
    const [byId, byFunction, byOther] = await Promise.all(
      ['A-27H1-7K3Q-9MX4', 'intake-tasks', 'screening-tasks'].map((about) => ops(at, 'logs', about)),
    );
    expect(byId?.out).toContain(step);
    expect(byFunction?.out).toContain(step);
    expect(byFunction?.out).not.toContain('START RequestId');
    expect(byOther?.out).not.toContain(step);
  });

  it('is printed once by what follows the faults', async () => {
    const printed: string[] = [];
    const prefix = at.named('');
    const following = await followFaults({ cloud: at.cloud, prefix, print: (text) => printed.push(text) });
    const step = await failingStep();
    await eventually('the fault is printed', async () => printed.some((text) => text.includes(step)));
    await failingStep();
    await eventually('the next one too', async () => printed.filter((text) => text.includes('no-step-')).length > 1);
    await following.stop();
    expect(printed.filter((text) => text.includes(step))).toHaveLength(1);
  });
});

describe('ops logs', () => {
  it('refuses hours that are none', async () => {
    const { code, err } = await ops(at, 'logs', '--hours', 'many');
    expect([code, err]).toEqual([1, expect.stringContaining('number of hours')]);
  });
});
