import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockKeptCloud } from './kept-cloud.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sfa-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the state of a deployed cloud is there again for the next run, with its ports, until it is forgotten', async () => {
  const first = lockKeptCloud('1', folder);
  const ports = await first?.restore(join(folder, 'a'));
  expect(ports?.isFresh).toBe(false);
  expect(existsSync(join(folder, 'a'))).toBe(false);
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'tables'), 'deployed');
  first?.save(join(folder, 'a'), { port: 20_001, door: 20_002 });

  const next = lockKeptCloud('1', folder);
  expect(await next?.restore(join(folder, 'b'))).toEqual({ port: 20_001, door: 20_002, isFresh: true });
  expect(readFileSync(join(folder, 'b', 'tables'), 'utf8')).toBe('deployed');

  next?.forget();
  expect((await next?.restore(join(folder, 'c')))?.isFresh).toBe(false);
  expect(existsSync(join(folder, 'c'))).toBe(false);
});

it('a kept cloud that another run uses is left to it, and one whose run has ended is not', () => {
  mkdirSync(join(folder, '1'));
  writeFileSync(join(folder, '1', 'lock'), String(process.ppid));
  expect(lockKeptCloud('1', folder)).toBeUndefined();
  writeFileSync(join(folder, '1', 'lock'), '999999999');
  expect(lockKeptCloud('1', folder)).toBeDefined();
});
