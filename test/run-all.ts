import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm test`: every step in turn until one fails, and at the end one line that says how many tests passed and failed. */
const steps = ['types', 'lint', 'unit', 'infra', 'cloud', 'round'];

const folder = mkdtempSync(join(tmpdir(), 'sfa-counts-'));
const counts = join(folder, 'counts');
writeFileSync(counts, '');

const failedStep = steps.find((step) => {
  const env = { ...process.env, SFA_COUNTS: counts };
  return spawnSync('npm', ['run', '--silent', `test:${step}`], { stdio: 'inherit', env }).status !== 0;
});

const lines = readFileSync(counts, 'utf8').trim().split('\n').filter(Boolean);
const [passed, failed] = lines
  .map((line) => line.split(' ').map(Number))
  .reduce(([sum = 0, bad = 0], [more = 0, worse = 0]) => [sum + more, bad + worse], [0, 0]);
rmSync(folder, { recursive: true });
if (failedStep) console.error(`npm run test:${failedStep} failed.`);
console.log(`${passed} passed, ${failedStep ? Math.max(failed ?? 0, 1) : failed} failed`);
process.exitCode = failedStep ? 1 : 0;
