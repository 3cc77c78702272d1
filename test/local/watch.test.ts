import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

  it('sees every change of a file that editors replace by another one, and of a folder that is new', async () => {
    const seen: string[] = [];
    write('infra/a.ts');
    ({ stop } = onChange({ folders: ['infra'], from: folder, act: async (paths) => void seen.push(...paths) }));
    for (let times = 1; times <= 3; times += 1) {
      write('infra/a.ts.tmp');
      renameSync(join(folder, 'infra/a.ts.tmp'), join(folder, 'infra/a.ts'));
      await eventually('the change is told', async () => seen.length === times);
    }
    mkdirSync(join(folder, 'infra/new/deep'), { recursive: true });
    write('infra/new/deep/b.ts');
    await eventually('the file in the new folder is told', async () => seen.includes('infra/new/deep/b.ts'));
    write('infra/new/deep/b.ts');
    await eventually('and its change', async () => seen.filter((path) => path.endsWith('b.ts')).length > 1);
    rmSync(join(folder, 'infra/new'), { recursive: true });
    await sleep(100);
    mkdirSync(join(folder, 'infra/new'));
    write('infra/new/c.ts');
    await eventually('and a folder of the same name', async () => seen.includes('infra/new/c.ts'));
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
