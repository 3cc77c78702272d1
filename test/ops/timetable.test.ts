import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { ops } from '../support/ops.ts';
import { csvOfLessons, lessonRow, seatedCohort, timetableLinkTo } from '../support/timetable/timetable.ts';
import { visitor } from '../support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'sfa-timetable-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

it('a timetable is loaded by an operator, and its people see it by the links that they are mailed', async () => {
  const { round, people } = await seatedCohort(at, [{}]);
  const lesson = lessonRow(at, { lecturer: `cloud-${process.pid}` });
  const path = join(folder, 'lessons.csv');
  writeFileSync(path, csvOfLessons([lesson]));
  const loaded = await ops(at, 'timetable', 'load', round.id, path, '--yes');
  expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining('Version 1 is loaded')]);
  expect(loaded.out).toContain('emails with links to it leave');
  const browser = visitor(at.baseUrl, { lang: 'ko' });
  const links = await Promise.all(
    [people[0]?.email ?? '', 'sora.park@academy.example.kr'].map((to) => timetableLinkTo(at, round, to)),
  );
  for (const link of links) expect((await browser.get(link)).text).toContain('결제 강사: Haon');
  const feed = await browser.once('GET', `${links[0]}/lessons.ics`);
  expect(await feed.text()).toContain(`UID:${round.id}-L01@seoul-fintech-academy`);

  const second = { ...lesson, id: 'L02', start: '21:00', end: '23:00' };
  writeFileSync(path, csvOfLessons([{ ...lesson, id: 'L03', start: '06:00', end: '07:00' }, second]));
  const other = await at.round();
  expect((await ops(at, 'timetable', 'load', other.id, path, '--yes')).err).toMatch(
    /two places at once\.\n {2}cloud-\d+: \S+ L02 \(.+ 21:00–23:00\) and \S+ L01 \(.+ 19:00–22:00\)/u,
  );
});
