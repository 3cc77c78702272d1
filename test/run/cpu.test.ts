import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { cpuSeconds, secondsOf } from './cpu.ts';

it('the CPU seconds of a process are its own and those of its children, also when they have ended', async () => {
  const before = await cpuSeconds();
  spawnSync(process.execPath, ['-e', 'for (let turn = 0; turn < 5e8; turn += 1);']);
  expect((await cpuSeconds()) - before).toBeGreaterThan(0.1);
});

it('the times of ps are read with their minutes, hours and days', () => {
  expect(['0:01.50', '12:00', '1:00:01', '2-00:00:03'].map(secondsOf)).toEqual([1.5, 720, 3601, 172_803]);
});
