import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onChange } from '../../local/watch.ts';
import { eventually } from '../support/eventually.ts';

let folder: string;
let stop = () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sfa-watch-'));
  for (const name of ['functions/deep', 'infra']) mkdirSync(join(folder, name), { recursive: true });
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});

const write = (name: string) => writeFileSync(join(folder, name), String(Math.random()));

describe('watching the sources', () => {
  it('tells all files that were written together once, and nothing of what an editor leaves beside them', async () => {
    const calls: (readonly string[])[] = [];
    ({ stop } = onChange({
      folders: ['functions', 'infra'],
      from: folder,
      act: async (paths) => void calls.push(paths),
    }));
    for (const name of ['functions/deep/b.tsx', 'functions/.b.tsx.swp', 'infra/a.ts', 'infra/a.ts~']) write(name);
    await eventually('the change is told', async () => calls.length > 0);
    await sleep(600);
    expect(calls).toEqual([['functions/deep/b.tsx', 'infra/a.ts']]);
  });

  it('never acts twice at a time: what changes meanwhile comes together afterwards', async () => {
    const begun: string[] = [];
    const first = Promise.withResolvers<void>();
    const act = async (paths: readonly string[]) => void begun.push(paths.join());
    ({ stop } = onChange({ folders: ['infra'], from: folder, first: () => first.promise, act }));
    write('infra/a.ts');
    await sleep(600);
    write('infra/b.ts');
    await sleep(600);
    expect(begun).toEqual([]);
    first.resolve();
    await eventually('the changes are told', async () => begun.length > 0);
    expect(begun).toEqual(['infra/a.ts,infra/b.ts']);
  });
});
