import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { usualWorkSeconds } from './machine-speed.ts';
import { quickChecks, runSteps, type Step } from './steps.ts';

const program = (name: string, code: string): Step => ({
  name,
  command: [
    process.execPath,
    '--input-type=module',
    '-e',
    `import { appendFileSync, writeFileSync } from 'node:fs';${code}`,
  ],
});
const tells = (passed: number, failed: number): string =>
  `appendFileSync(process.env.SFA_COUNTS, JSON.stringify({ passed: ${passed}, failed: ${failed}, cpuSeconds: 1000, work: [${usualWorkSeconds * 3}] }) + '\\n');`;

it('steps run until one fails; what they tell is summed up, and the other lanes of its group still end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sfa-steps-'));
  const never = join(folder, 'never');
  const writes = `writeFileSync(${JSON.stringify(never)}, '');`;
  const done = await runSteps([
    [program('first', tells(3, 0))],
    [
      [program('bad', `${tells(1, 2)} process.exitCode = 1;`), program('never in its lane', writes)],
      [program('good', tells(3, 0)), program('good too', tells(1, 0))],
    ],
    [program('never', writes)],
  ]);
  expect(done).toMatchObject({ passed: 8, failed: 2, failedSteps: ['bad'] });
  expect(done.slowness).toBeCloseTo(3);
  expect(done.cpuSeconds).toBeGreaterThanOrEqual(3000);
  expect(existsSync(never)).toBe(false);
  rmSync(folder, { recursive: true });
});

it('quick checks lint what changed, all of it if the rules did, and nothing that is gone', () => {
  const lint = (...changed: string[]) =>
    quickChecks(changed).flatMap(({ name, command }) => (name === 'oxlint' ? [command.slice(2)] : []));
  expect(lint('test/run/steps.ts', 'README.md', 'test/run/gone.ts')).toEqual([['test/run/steps.ts']]);
  expect(lint('README.md')).toEqual([]);
  expect(lint('.oxlintrc.json', 'README.md')).toEqual([['.']]);
});
