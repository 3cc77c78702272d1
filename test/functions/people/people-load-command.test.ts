import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { peopleLoad } from '../../../ops/commands/people.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { openRequest } from '../../support/requests/requests.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const header = 'id,name,email,lang,roles,deputy,absences';
const minji = 'minji,김민지,minji@academy.example.kr,ko,intake-officer,suho,';
const suho = 'suho,이수호,suho@academy.example.kr,ko,intake-officer,,';
const text = (...rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`;

const folder = mkdtempSync(join(tmpdir(), 'people-'));
afterAll(() => rmSync(folder, { recursive: true }));

let deps: ReturnType<typeof wire>;
beforeEach(async () => {
  deps = wire(memoryTables, memoryDatabase().db);
  await loadPeople(deps, readPeople(text(minji, suho)).people, 'operator:test', now);
});

/** What `people load` says, and what it complains of. */
async function load(bytes: string | Buffer, yes = true, by = deps) {
  const file = join(folder, 'people.csv');
  writeFileSync(file, bytes);
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)));
  const context = { ...by, flags: { stage: 'local', yes, force: false }, by: 'operator:test', now: () => now };
  const complaint = await peopleLoad(context, file).then(
    () => '',
    (error: unknown) => String(error),
  );
  log.mockRestore();
  return { said: said.join('\n'), complaint };
}

describe('ops people load', () => {
  it('reads what Korean Excel saves, and says so, with names by which to see that it was read right', async () => {
    const { said } = await load(iconv.encode(text(minji.replace('김민지', '김똠지'), suho), 'cp949'));
    expect(said).toContain('The file is in CP949, not UTF-8; look whether this reads right: 김똠지, 이수호');
    expect((await deps.people.get('minji'))?.name).toBe('김똠지');
    expect((await load(text(minji, suho))).said).not.toContain('CP949');
  });

  it('refuses what it cannot read, and loads nothing of it', async () => {
    const { complaint } = await load(Buffer.from(text(minji.replace('김민지', 'Zoë'), suho), 'latin1'));
    expect(complaint).toContain('is neither UTF-8 nor CP949');
    expect((await deps.people.get('minji'))?.name).toBe('김민지');
  });

  it('says first what becomes of what is open, and does nothing while nobody confirms it', async () => {
    const request = openRequest();
    await deps.commit({
      changes: deps.requests.create(request),
      events: [{ subject: request.subject, type: 'RequestOpened', by: 'system:test', at: now }],
    });
    const left = text(minji.replace('intake-officer', ''), suho);
    const asked = await load(left, false);
    expect(asked.complaint).toContain('Nothing was done');
    expect(asked.said).toContain('minji: no longer intake-officer; all earlier links stop working');
    expect(asked.said).toContain('1 open (intake-decision): goes to suho');
    expect(await deps.requests.get(request.id)).toMatchObject({ assignee: { person: 'minji' } });

    const done = await load(left);
    expect(done.said).toContain('1 open requests went to others.');
    expect(await deps.requests.get(request.id)).toMatchObject({ assignee: { person: 'suho' } });
  });

  it('goes on where it ended between the loading and what follows from it, when the file is loaded again', async () => {
    const request = openRequest();
    await deps.commit({
      changes: deps.requests.create(request),
      events: [{ subject: request.subject, type: 'RequestOpened', by: 'system:test', at: now }],
    });
    const left = text(minji.replace('intake-officer', ''), suho);
    let commits = 0;
    const commit: typeof deps.commit = async (what) => {
      commits += 1;
      if (commits > 1) throw new Error('the machine is gone');
      await deps.commit(what);
    };
    const { complaint } = await load(left, true, { ...deps, commit });
    expect(complaint).toContain('All people are loaded, but the open requests were not all updated');
    expect(complaint).toContain('people.csv again');
    expect((await deps.people.get('minji'))?.roles).toEqual([]);
    expect(await deps.requests.get(request.id)).toMatchObject({ assignee: { person: 'minji' } });

    const { said } = await load(left);
    expect(said).toContain('0 loaded, 2 unchanged.');
    expect(said).toContain('1 open requests went to others.');
    expect(await deps.requests.get(request.id)).toMatchObject({ assignee: { person: 'suho' } });
  });

  it('refuses somebody who would share the address of a colleague who is not in the file', async () => {
    const { complaint } = await load(text('other,Han,Suho@Academy.example.kr,ko,operator,,'));
    expect(complaint).toContain('other has the email address of suho, who is not in this file');
    expect(await deps.people.get('other')).toBeUndefined();
  });
});
