import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { root } from '../../local/paths.ts';
import { preparePython } from '../../local/python.ts';
import { run } from '../../local/run.ts';

let python = '';
beforeAll(async () => {
  python = await preparePython();
}, 180_000);

const execute = (program: string) =>
  run(python, ['-I', '-B', '-c', `import sys; sys.path.insert(0, ${JSON.stringify(join(root, 'local'))})\n${program}`]);

const failing = async (program: string): Promise<string> => {
  const { code, stderr } = await execute(program);
  expect(code).toBe(1);
  return stderr.trim().split('\n').at(-1) ?? '';
};

it('fits the pinned MiniStack with every change, each with a sentence why', async () => {
  const { code, stdout, stderr } = await execute(`
import ministack_patches as patches
patches.apply()
for change in patches.CHANGES:
    assert change.why.endswith("."), change.name
print(len(patches.CHANGES))`);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(Number(stdout)).toBeGreaterThan(5);
});

it('refuses another version, and says what to do', async () => {
  expect(await failing('import ministack_patches as patches\npatches.apply(installed="1.6.0")')).toMatch(
    /DoesNotFit: .*was written for MiniStack 1\.5\.33, and 1\.6\.0 is installed: look through its changes/,
  );
});

it.each([
  ['a function', 'Worker.invoke', '"no such text"', 'is there 0 times'],
  ['a function whose text is there often', 'Worker.invoke', '"self._proc"', /is there \d\d? times/],
  ['a script', '_NODEJS_WORKER_SCRIPT', '"no such text"', 'is there 0 times'],
  ['a setting', '_LOCAL_MAX_WORKERS', '7', 'it is 0, not 7'],
  ['something that is gone', 'Worker.gone', '7', 'it is None, not 7'],
])('refuses a change of %s that does not fit', async (_, name, there, because) => {
  const words = await failing(`
import ministack_patches as patches
patches.apply([patches.Change(why="To try.", module="core.lambda_runtime", name="${name}", there=${there}, instead="")])`);
  expect(words).toMatch(because);
  expect(words).toContain(`ministack.core.lambda_runtime, ${name} does not fit any more`);
  expect(words).toContain('What it is for: To try.');
});

it('lets a Wait last some time, five times as long where it is a long one, and never longer than it really is', async () => {
  const { stdout, stderr } = await execute(`
import os, time
import ministack_patches as patches
os.environ["SHORTEST_WAIT"] = "0.2"
time.sleep = lambda seconds: print(round(seconds, 3))
for seconds in (0, 0.1, 5, 10, 600, 7200):
    patches.wait(seconds, 0.001)`);
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n').map(Number)).toEqual([0, 0.1, 0.2, 0.4, 1, 7.2]);
});

it.each(['', 'os.environ["SHORTEST_WAIT"] = "0"'])(
  'lets a Wait last as long as it is, if nothing else is asked for',
  async (set) => {
    const { stdout, stderr } = await execute(`
import os, time
import ministack_patches as patches
${set}
time.sleep = lambda seconds: print(seconds)
for seconds, scale in ((0, 1), (5, 1), (7200, 1), (600, 0.1)):
    patches.wait(seconds, scale)`);
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').map(Number)).toEqual([0, 5, 7200, 60]);
  },
);

it('begins another worker of a function only after it has waited for one of enough', async () => {
  const { stdout, stderr } = await execute(`
import os
import ministack_patches as patches
def acquire(*_, qualifier, max_concurrency=None):
    asked.append(max_concurrency)
    return ("free", "reused") if len(asked) == free_at or max_concurrency is None else (None, "func_cap")
for enough, free_at, patience in (("2", 3, 9), ("2", 0, 0.01), ("0", 0, 9)):
    asked = []
    os.environ["ENOUGH_WORKERS"] = enough
    found = patches.lease(acquire, "a-function", {}, b"", "$LATEST", patience)
    print(found[0], asked[0], asked[-1], len(asked) > 1)`);
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(['free 2 2 True', 'free 2 None True', 'free None None False']);
});
