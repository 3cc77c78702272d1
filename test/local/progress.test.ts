import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { cpuSecondsOf, type Sight, standstill, wordsFromNowOn } from '../../local/progress.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Plays sights one after the other, the last again and again; gives how many were looked at before it was given up. */
async function looksUntilGivenUp(sights: readonly Sight[]): Promise<number> {
  let looks = 0;
  const look = async (): Promise<Sight> => {
    looks += 1;
    const sight = sights[Math.min(looks, sights.length) - 1];
    if (!sight) throw new Error('no sight');
    return sight;
  };
  await standstill({ look, everyMs: 1, looks: 3, cpuSeconds: 1 }, new AbortController().signal);
  return looks;
}

it('takes new words and CPU time for progress, and begins to count anew', async () => {
  expect(await looksUntilGivenUp([{ said: 'a' }])).toBe(4);
  expect(await looksUntilGivenUp([{ said: 'a' }, { said: 'a' }, { said: 'b' }])).toBe(6);
  expect(
    await looksUntilGivenUp([
      { said: 'a', cpuSeconds: 1 },
      { said: 'a', cpuSeconds: 1 },
      { said: 'a', cpuSeconds: 2 },
    ]),
  ).toBe(6);
});

it('is not taken in by what asks in a loop and uses next to nothing', async () => {
  expect(await looksUntilGivenUp([0.1, 0.2, 0.3, 0.4].map((cpuSeconds) => ({ said: 'a', cpuSeconds })))).toBe(4);
});

it('adds up slow CPU time over the looks', async () => {
  const sights = [0, 0.4, 0.8, 1.2, 1.6, 2].map((cpuSeconds) => ({ said: 'a', cpuSeconds }));
  expect(await looksUntilGivenUp(sights)).toBeGreaterThan(sights.length);
});

it('sees the CPU time of a process in that of whoever started it', async () => {
  const busy = `require('node:child_process').spawn(process.execPath, ['-e', 'process.stdin.on("end", () => process.exit()).resume(); setInterval(() => { for (const end = Date.now() + 90; Date.now() < end;); }, 100)'], { stdio: ['pipe', 'ignore', 'ignore'] })`;
  const child = spawn(process.execPath, ['-e', busy], { stdio: 'ignore' });
  children.push(child);
  const before = await cpuSecondsOf(process.pid);
  let now = 0;
  for (let look = 0; look < 250 && now < 2; look += 1) {
    await sleep(200);
    now = await cpuSecondsOf(child.pid ?? 0);
  }
  expect(now).toBeGreaterThanOrEqual(2);
  expect(await cpuSecondsOf(process.pid)).toBeGreaterThan(before);
});

it('reads only what a log got since, and only its end', () => {
  const log = join(mkdtempSync(join(tmpdir(), 'sfa-patience-')), 'a.log');
  expect(wordsFromNowOn(log)()).toBe('');
  writeFileSync(log, 'of an earlier start\n');
  const words = wordsFromNowOn(log);
  expect(words()).toBe('');
  writeFileSync(log, 'one\ntwo\nthree\nfour\n', { flag: 'a' });
  expect(words()).toBe('two / three / four');
});
