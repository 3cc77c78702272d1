import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { newKey } from '../../local/cloud-key.ts';
import { run } from '../../local/run.ts';
import { forgetRunning, noteRunning, readRunning } from '../../local/running.ts';

let folder: string;
let file: string;
const cloud = {
  endpoint: 'http://127.0.0.1:4566',
  region: 'ap-northeast-2',
  key: newKey(),
  baseUrl: 'http://localhost:8080',
  apiId: 'abcd',
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sfa-running-'));
  file = join(folder, 'running.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = () => z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));

it('says which process runs the local cloud, and to its own user alone', () => {
  expect(readRunning(folder)).toBeUndefined();
  noteRunning(cloud, folder);
  expect(readRunning(folder)).toMatchObject({ ...cloud, pid: process.pid });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'cloud.env')).mode & 0o777).toBe(0o600);
  forgetRunning(folder);
  expect(readRunning(folder)).toBeUndefined();
});

it('gives a shell what it needs to call the local cloud', async () => {
  noteRunning(cloud, folder);
  const command = `. '${join(folder, 'cloud.env')}'; echo "$AWS_ENDPOINT_URL $AWS_ACCESS_KEY_ID"`;
  const { stdout } = await run('sh', ['-c', command], { environment: {} });
  expect(stdout.trim()).toBe(`${cloud.endpoint} ${cloud.key.accessKeyId}`);
});

it('does not take another process for it that has its id by now', () => {
  noteRunning(cloud, folder);
  const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  writeFileSync(file, JSON.stringify({ ...written(), pid: stranger.pid }));
  expect(readRunning(folder)).toBeUndefined();
  stranger.kill();
});

it('does not take a process for it that is no more, or a note of an older version', async () => {
  noteRunning(cloud, folder);
  const gone = spawn('true');
  await new Promise((resolve) => gone.once('close', resolve));
  writeFileSync(file, JSON.stringify({ ...written(), pid: gone.pid }));
  expect(readRunning(folder)).toBeUndefined();
  writeFileSync(file, JSON.stringify({ ...cloud, pid: process.pid, key: undefined }));
  expect(readRunning(folder)).toBeUndefined();
});
