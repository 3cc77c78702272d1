import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, seoulDateOf } from '../../functions/shared/time.ts';
import { allotSpace, decideAndStore } from '../../functions/spaces/decide-space.ts';
import { spacesPaths as paths } from '../../functions/spaces/pages/spaces-paths.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { signIn } from '../support/desk/sign-in.ts';
import { ops } from '../support/ops.ts';
import { csvOfSpaces, residency, rowOf } from '../support/spaces/made-up.ts';
import { dayFields } from '../support/spaces/spaces-visits.ts';
import { labManager, presentRows } from '../support/spaces/stored-spaces.ts';

const folder = mkdtempSync(join(tmpdir(), 'sfa-spaces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

it('three spaces that an operator has loaded are given to three of six at once, and one is moved and returned at the desk', async () => {
  const today = seoulDateOf(at.now());
  const begin = addDays(today, -30);
  const ids = ['a', 'b', 'c', 'd'].map((name) => `cloud-${process.pid}-${name}`);
  const [first = '', second = '', third = '', spare = ''] = ids;
  const present = await presentRows(at);
  const rows = ids.map((id) => rowOf(id, { from: begin }));
  const path = join(folder, 'spaces.csv');
  writeFileSync(path, csvOfSpaces([...present, ...rows]));
  const loaded = await ops(at, 'spaces', 'load', path, '--yes');
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining('Loaded: 4 new')]);

  const outcomes = await Promise.all(
    [first, second, third, first, second, third].map((space, index) =>
      decideAndStore(at, () =>
        allotSpace(
          at.spaces,
          { space, holder: residency(`${first}-${index}`), from: begin, to: addDays(today, 335), by: 'operator:test' },
          at.now(),
        ),
      ),
    ),
  );
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
    ...Array.from({ length: 3 }, () => 'changed'),
    ...Array.from({ length: 3 }, () => 'taken'),
  ]);
  const held = await at.spaces.many([first, second, third]);
  expect(held.map(({ holdings }) => holdings.length)).toEqual([1, 1, 1]);

  writeFileSync(path, csvOfSpaces([...present, ...rows.slice(1)]));
  const refused = await ops(at, 'spaces', 'load', path, '--yes');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(`${first} is held by residency ${first}-`)]);

  const { browser } = await signIn(at, labManager);
  const fields = { holding: '1', target: spare, confirm: 'yes', ...dayFields('day', today), ...dayFields('on', today) };
  const body = () => ({ body: new URLSearchParams(fields) });
  expect((await browser.once('POST', paths.move(first), body())).status).toBe(303);
  expect((await browser.get(paths.list)).text).toContain('협약 종료 후 1일째');
  expect((await browser.once('POST', paths.giveBack(first), body())).status).toBe(303);
  expect((await browser.get(paths.space(first))).text).toContain('반납을 확인했습니다');
  const list = await ops(at, 'spaces', 'list', addDays(today, 1));
  expect(list.out).toMatch(new RegExp(`${first} .+ free`, 'u'));
  expect(list.out).toMatch(new RegExp(`${spare} .+ occupied .+ contract: residency ${first}-`, 'u'));
});
