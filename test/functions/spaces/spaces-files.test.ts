import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { seoulTime } from '../../../functions/shared/time.ts';
import { loadSpaces } from '../../../functions/spaces/load-spaces.ts';
import { planSpaces } from '../../../functions/spaces/plan-spaces.ts';
import { readSpaces, type SpaceRow } from '../../../functions/spaces/read-spaces.ts';
import { spacesFree, spacesList, spacesPropose, spacesReturn } from '../../../ops/spaces/spaces-commands.ts';
import { spacesCheck, spacesLoad } from '../../../ops/spaces/spaces-files.ts';
import { csvOfSpaces, day, holdingOf, rowOf, spaceOf } from '../../support/spaces/made-up.ts';
import { openSpaces } from '../../support/spaces/open-spaces.ts';

const folder = mkdtempSync(join(tmpdir(), 'spaces-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** What a command prints, or complains of. */
async function said(run: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run().catch((error: unknown) => void lines.push(String(error)));
  log.mockRestore();
  return lines.join('\n');
}

const flags = { stage: 'test', yes: true, force: false };
const by = 'operator:test';
const rows: readonly SpaceRow[] = [rowOf('annex-301'), rowOf('annex-302', { accessible: true, desks: 8 })];

/** The commands on a day, at noon. */
function commands() {
  const open = openSpaces();
  const contextOn = (date: string) => ({ ...open.deps, flags, by, now: () => seoulTime(day(date), '12:00') });
  return {
    ...open,
    loadFile: (content: string | Buffer, date = '2027-04-20') =>
      said(() => spacesLoad(contextOn(date), file('spaces.csv', content))),
    list: (date: string, on?: string) => said(() => spacesList(contextOn(date), on)),
    free: (...words: string[]) => said(() => spacesFree(contextOn('2028-03-01'), words)),
    propose: (...words: string[]) => said(() => spacesPropose(contextOn('2028-03-01'), words)),
    giveBackBy: (date: string, ...words: string[]) => said(() => spacesReturn(contextOn(date), words)),
  };
}

describe('a file of spaces', () => {
  it('is read in UTF-8 and in CP949, and says what is wrong in which line', async () => {
    const csv = csvOfSpaces(rows);
    expect(await said(() => spacesCheck(file('right.csv', csv)))).toBe('The file is right: spaces 2, desks 12.');
    const korean = csvOfSpaces([rowOf('annex-301', { site: '별관' })]);
    const cp949 = await said(() => spacesCheck(file('excel.csv', iconv.encode(korean, 'cp949'))));
    expect(cp949).toContain('CP949');
    expect(cp949).toContain('별관 3F annex-301');
    const wrong = await said(() =>
      spacesCheck(
        file(
          'wrong.csv',
          [
            'id,site,floor,name,desks,accessible,from,until',
            'Annex 301,별관,3F,301,4,yes,2027-01-01,',
            'annex-302,,3F,302,0,maybe,2027-01-01,2026-12-31',
            'annex-303,별관,3F,303,네,no,2027-02-30,',
            'annex-304,별관,3F,304,4,no,2027-01-01,',
            'annex-304,별관,3F,305,4,no,2027-01-01,',
            'annex-306,별 관,３Ｆ,304,4,no,2027-01-01,',
          ].join('\n'),
        ),
      ),
    );
    for (const line of [
      'wrong.csv:2 id: is Annex 301, and should be like annex-301',
      'wrong.csv:3 site: is empty',
      'wrong.csv:3 desks: should be at least 1',
      'wrong.csv:3 accessible: is maybe, and should be yes or no',
      'wrong.csv:4 desks: is 네, and should be like 4',
      'wrong.csv:6 annex-304: has the id of line 5',
      'wrong.csv:7 annex-306: has the site, floor and name of line 5',
    ]) {
      expect(wrong).toContain(line);
    }
    expect(wrong).toMatch(/wrong.csv:4 from: /u);
    const reversed = csvOfSpaces([rowOf('a', { until: day('2026-12-31') })]);
    expect(readSpaces(reversed).bad).toEqual([{ line: 2, reason: 'until: lies before the first day' }]);
    expect(readSpaces('id,site\na,b').bad[0]?.reason).toContain('the file has no columns floor, name');
    expect(readSpaces('id,site,floor,name,desks,accessible,from,until').bad).toHaveLength(1);
  });

  it('is loaded once, changed, and taken off where it has a space no more', async () => {
    const { loadFile, deps, allot } = commands();
    expect(await loadFile(csvOfSpaces(rows))).toContain('new: annex-301, annex-302');
    expect(await loadFile(csvOfSpaces(rows))).toContain('Loaded: 0 new, 0 changed, 0 taken off the list.');
    const changed = await loadFile(csvOfSpaces([rowOf('annex-301', { desks: 6 })]));
    expect(changed).toContain('changed: annex-301 (desks)');
    expect(changed).toContain('not in the file, given to nobody from today on: annex-302');
    expect(await deps.spaces.get('annex-302')).toMatchObject({ removedOn: '2027-04-20' });
    const may = [day('2027-05-10'), day('2028-05-09'), day('2027-04-20')] as const;
    expect(await allot('annex-302', 'a', ...may)).toMatchObject({ obstacle: { kind: 'not-offered' } });
    expect(await loadFile(csvOfSpaces(rows))).toContain('annex-302 (removed)');
    expect((await deps.spaces.get('annex-302'))?.removedOn).toBeUndefined();
    expect(await allot('annex-302', 'a', ...may)).toMatchObject({ kind: 'changed' });
  });

  it('takes no space away that is held, and names it with its holder', async () => {
    const { loadFile, deps, allot } = commands();
    await loadFile(csvOfSpaces(rows));
    await allot('annex-301', 'firm-1', day('2027-05-10'), day('2028-05-09'), day('2027-04-20'));
    const only302 = csvOfSpaces([rowOf('annex-302', { accessible: true, desks: 8 })]);
    const refused = await loadFile(only302);
    expect(refused).toContain('annex-301 is held by residency firm-1 until 2028-05-09, and the file does not have it');
    expect(await loadFile(only302, '2028-05-12')).toContain(
      'whose return is not confirmed, and the file does not have it',
    );
    const shorter = await loadFile(csvOfSpaces([rowOf('annex-301', { until: day('2028-05-08') }), ...rows.slice(1)]));
    expect(shorter).toContain(
      'annex-301 is held by residency firm-1 until 2028-05-09, and the file has it until 2028-05-08',
    );
    const later = await loadFile(csvOfSpaces([rowOf('annex-301', { from: day('2027-05-11') }), ...rows.slice(1)]));
    expect(later).toContain('and the file has it from 2027-05-11');
    const renamed = await loadFile(csvOfSpaces([rowOf('annex-999', { name: 'annex-301' }), ...rows.slice(1)]));
    expect(renamed).toContain('annex-999 has the site, floor and name of annex-301, which somebody holds: keep its id');
    expect((await deps.spaces.get('annex-301'))?.revision).toBe(2);
    expect((await deps.spaces.all()).map(({ id }) => id)).toEqual(['annex-301', 'annex-302']);
  });

  it('that would take a space away loads nothing, though somebody got the space after it was looked at', async () => {
    const { loadFile, deps, allot } = commands();
    await loadFile(csvOfSpaces(rows));
    const now = seoulTime(day('2027-04-20'), '12:00');
    const spaces = {
      ...deps.spaces,
      all: async () => {
        const before = await deps.spaces.all();
        await allot('annex-301', 'firm-1', day('2027-05-10'), day('2028-05-09'), day('2027-04-20'));
        return before;
      },
    };
    const outcome = await loadSpaces({ ...deps, spaces }, { rows: rows.slice(1), by }, now);
    expect(outcome).toMatchObject({ kind: 'held', wrong: [{ id: 'annex-301' }] });
    expect((await deps.spaces.get('annex-301'))?.removedOn).toBeUndefined();
  });

  it('keeps a space whose holder has returned it only as long as the contract runs', () => {
    const left = spaceOf('annex-301', [holdingOf(1, { returnedOn: day('2027-06-01') })]);
    const wrongOn = (date: string) => planSpaces([rowOf('other')], [left], day(date)).wrong.length;
    expect([wrongOn('2028-05-09'), wrongOn('2028-05-10')]).toEqual([1, 0]);
  });
});

describe('the commands about spaces', () => {
  const prepared = async () => {
    const all = commands();
    await all.loadFile(csvOfSpaces(rows));
    await all.allot('annex-301', 'firm-1', day('2027-05-10'), day('2028-05-09'), day('2027-04-20'));
    return all;
  };

  it('list who has a contract and who is there, today and on any day', async () => {
    const { list } = await prepared();
    const today = await list('2027-06-01');
    expect(today).toMatch(/annex-301 .+ occupied .+ contract: residency firm-1, 2027-05-10 to 2028-05-09/u);
    expect(today).toContain(
      '2027-06-01: 1 occupied, 0 staying past the end, 0 contract runs, returned, 1 free, 0 not in use.',
    );
    expect(await list('2028-05-11')).toMatch(/annex-301 .+ there: residency firm-1.+ {2}2 days past the end today/u);
    expect(await list('2027-06-01', '2028-06-01')).toContain('2028-06-01, by the contracts: 0 occupied');
    expect(await list('2027-06-01', 'gestern')).toContain('gestern is no day: write it like 2027-05-10.');
    expect(await commands().list('2027-06-01')).toContain('There is no space yet');
  });

  it('tell what is free for the next round, and who has to leave before', async () => {
    const { free } = await prepared();
    const text = await free('2028-05-10', '2029-05-09');
    expect(text).toContain(
      'annex-301       Annex 3F annex-301, 4 desks, once residency firm-1 leaves (contract to 2028-05-09)',
    );
    expect(text).toContain('Free from 2028-05-10 to 2029-05-09: spaces 2, desks 12.');
    expect(await free('2028-05-01', '2029-05-09')).toContain('spaces 1, desks 8.');
    expect(await free('2028-05-10', '2028-05-09')).toContain('lies before');
    expect(await free('2028-05-10')).toContain('Usage');
  });

  it('propose what fits, the best first, and say why not the others', async () => {
    const { propose } = await prepared();
    const period = ['2028-05-10', '2029-05-09'];
    expect(await propose('3', ...period)).toBe(
      [
        ' 1  annex-301       It has 1 desk to spare. The contract of firm-1 ends on Tuesday, 9 May 2028, and its return has to be confirmed.',
        ' 2  annex-302       It has 5 desks to spare. Spaces with fewer spare desks come first.',
      ].join('\n'),
    );
    expect(await propose('8', ...period, 'step-free')).toBe(
      [' 1  annex-302       It has as many desks as are needed.', ' -  annex-301       It has 4 desks too few.'].join(
        '\n',
      ),
    );
    const held = await propose('9', '2028-05-09', '2029-05-09');
    expect(held).toContain('annex-301       firm-1 has a contract from Monday, 10 May 2027 to Tuesday, 9 May 2028.');
    expect(held).toContain('annex-302       It has 1 desk too few.');
    expect(held).toContain('No space fits.');
    expect(await propose('3', ...period, 'steps')).toContain('Usage');
    expect(await propose('no', ...period)).toContain('Usage');
  });

  it('confirm a return once, on a day that is possible', async () => {
    const { giveBackBy, list } = await prepared();
    const on = (...words: string[]) => giveBackBy('2028-05-12', ...words);
    expect(await on('annex-301', '2027-05-09')).toContain('the holder has had the space since Monday, 10 May 2027');
    expect(await on('annex-301', '2028-05-13')).toContain('This day is to come');
    expect(await on('annex-301', '2028-05-11')).toContain('The return is confirmed.');
    expect(await on('annex-301', '2028-05-11')).toContain('The return was confirmed before.');
    expect(await on('annex-301', '2028-05-10')).toContain('The return is confirmed already, for Thursday, 11 May 2028');
    expect(await on('annex-302', '2028-05-11')).toContain('Nobody has annex-302 at the moment.');
    expect(await on('annex-999', '2028-05-11')).toContain('There is no space annex-999.');
    expect(await list('2028-05-12')).toMatch(/annex-301 .+ free/u);
  });
});
