import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hidden } from '../../local/hidden.ts';
import { type CloudProcess, spawnMiniStack } from '../../local/ministack-process.ts';
import { freePort } from '../../local/ports.ts';

/** Starts a Node program in MiniStack's place; a standstill of a second and a half is borne. */
async function start(program: string): Promise<CloudProcess> {
  const scratch = mkdtempSync(join(tmpdir(), 'sfa-process-'));
  const python = join(scratch, 'python');
  writeFileSync(python, `#!${process.execPath}\n${program}`);
  chmodSync(python, 0o755);
  const port = await freePort();
  return spawnMiniStack({
    python,
    behind: hidden(port),
    publicPort: port,
    scratch,
    log: undefined,
    environment: {},
    limits: { everyMs: 150, looks: 10 },
  });
}

const steps = (count: number) => `
  for (let step = 1; step <= ${count}; step += 1) setTimeout(() => console.log('step ' + step), step * 600);`;
const answering = (when: number) => `
  setTimeout(() => require('node:http').createServer((_, answer) => answer.end('{}'))
    .listen(process.env.LISTEN_PORT, '127.0.0.1'), ${when});`;

it('waits for a start that goes forward slowly, far beyond the time that a standstill is borne', async () => {
  const started = Date.now();
  const slow = await start(`${steps(8)} ${answering(5_000)}`);
  expect(Date.now() - started).toBeGreaterThan(5_000);
  await slow.end('SIGKILL');
});

it('gives a start up that stands still, and says what was seen last', async () => {
  await expect(start(`${steps(2)} setInterval(() => {}, 1_000);`)).rejects.toThrow(
    /^The local cloud was given up, for it made no progress for 2 seconds; seen last: step 1 \/ step 2 \(log: .*ministack\.log\)/,
  );
});

it('gives a start up that answers nobody and says nothing', async () => {
  await expect(
    start(`require('node:net').createServer(() => {}).listen(process.env.LISTEN_PORT, '127.0.0.1');`),
  ).rejects.toThrow('it said nothing at all');
});

it('says the last words of a start that ended, at once', async () => {
  await expect(start(`console.error('no room'); process.exit(1);`)).rejects.toThrow(
    /^The local cloud ended while it started: no room/,
  );
});

it('says when there is no Python to run', async () => {
  await expect(
    spawnMiniStack({
      python: '/nowhere/python',
      behind: hidden(1),
      publicPort: 1,
      scratch: mkdtempSync(join(tmpdir(), 'sfa-process-')),
      log: undefined,
      environment: {},
    }),
  ).rejects.toThrow('The local cloud could not be started: /nowhere/python does not run.');
});

it('lets a stop take its time while it goes forward, and ends one that stands still', async () => {
  const saving = (end: string) =>
    `${answering(0)} process.on('SIGTERM', () => { ${steps(6)} ${end} }); process.stdin.resume();`;
  const slow = await start(saving(`setTimeout(() => { console.log('saved'); process.exit(); }, 4_000);`));
  await slow.end('SIGTERM');
  expect((await slow.ended).lastWords).toContain('saved');

  const stuck = await start(saving(''));
  await stuck.end('SIGTERM');
  expect((await stuck.ended).lastWords).toMatch(/step 6$/);
});
