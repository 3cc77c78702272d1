import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forms } from '../../functions/forms/round-form.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { root } from '../../local/paths.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { ops } from '../support/ops.ts';
import { writtenIn } from '../support/written.ts';

const folder = mkdtempSync(join(tmpdir(), 'sfa-ops-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const good = readFileSync(join(root, 'rounds/academy-2027h1.yaml'), 'utf8');
const id = `ops-${process.pid}`;
const own = good.replace('id: academy-2027h1', `id: ${id}`);

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

describe('ops round check', () => {
  it('says that a good file is right, and of a bad one the line, the field and the reason', async () => {
    const bad = good
      .replace('programme: academy', 'programme: circus')
      .replace(/^capacity: .*$/mu, 'capacity: many')
      .replace(/^closesAt: .*$/mu, '$&\ncolour: blue');
    const lineOf = (start: string) => bad.split('\n').findIndex((line) => line.startsWith(start)) + 1;
    const broken = file('broken.yaml', 'id: [');
    const path = file('bad.yaml', bad);
    const [right, wrong, unreadable, missing, unnamed] = await Promise.all([
      ops(at, 'round', 'check', file('good.yaml', good)),
      ops(at, 'round', 'check', path),
      ops(at, 'round', 'check', broken),
      ops(at, 'round', 'check', join(folder, 'nothing.yaml')),
      ops(at, 'round', 'check'),
    ]);
    expect([right.code, right.out]).toEqual([0, expect.stringContaining('academy-2027h1 is right')]);
    expect(wrong.code).toBe(1);
    for (const [field, start] of [
      ['programme', 'programme:'],
      ['capacity', 'capacity:'],
      ['colour', 'colour:'],
    ]) {
      expect(wrong.err).toMatch(new RegExp(`${path}:${lineOf(start ?? '')} ${field} \\S+`, 'u'));
    }
    expect([unreadable.code, unreadable.err]).toEqual([1, expect.stringContaining(`${broken}:1`)]);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('There is no file')]);
    expect([unnamed.code, unnamed.err]).toEqual([1, expect.stringContaining('Usage:')]);
  });
});

describe('ops round load', () => {
  it('loads a version, knows it again, refuses what hurts applicants, and keeps in the audit who forced it and why', async () => {
    const first = await ops(at, 'round', 'load', file('round.yaml', own), '--yes');
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('Version 1 is loaded')]);
    expect(await at.counts.get(id)).toMatchObject({ sent: 0, waits: [] });
    const again = await ops(at, 'round', 'load', join(folder, 'round.yaml'), '--yes');
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('version 1 stays')]);
    const harmful = file(
      'harmful.yaml',
      own.replace(/^capacity: .*$/mu, 'capacity: 8').replace('required: false', 'required: true'),
    );
    const [refused, reasonless] = await Promise.all([
      ops(at, 'round', 'load', harmful, '--yes'),
      ops(at, 'round', 'load', harmful, '--yes', '--force'),
    ]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('this would hurt applicants');
    expect(refused.err).toMatch(/capacity has 8 seats/u);
    expect(refused.err).toMatch(/consents\[1\]/u);
    expect(refused.out).toMatch(/Changes against version 1:[\s\S]*capacity: 30 → 8[\s\S]*required: false → true/u);
    expect([reasonless.code, reasonless.err]).toEqual([1, expect.stringContaining('needs a reason')]);
    expect((await at.rounds.current(id))?.version).toBe(1);
    const forced = await ops(at, 'round', 'load', harmful, '--yes', '--force', '--reason', 'a room burnt down');
    expect([forced.code, forced.out]).toEqual([0, expect.stringMatching(/Version 2 is loaded; forced: .*capacity/u)]);
    const [audit, now, before, none] = await Promise.all([
      ops(at, 'audit', 'show', `round#${id}`),
      ops(at, 'round', 'show', id),
      ops(at, 'round', 'show', id, '--version', '1'),
      ops(at, 'round', 'show', id, '--version', '9'),
    ]);
    expect(audit.out).toMatch(/RoundLoaded +operator:.*a room burnt down/u);
    expect(now.out).toContain('capacity: 8');
    expect(before.out).toContain('version 1');
    const shown = checkRound(before.out, Object.fromEntries(forms));
    expect(shown).toMatchObject({ ok: true, round: { id, capacity: 30 } });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('There is no round')]);
  });
});

describe('ops people load', () => {
  it('loads all rows or none, and says of each bad one its line and what is wrong', async () => {
    const header = 'id,name,email,lang,roles,deputy,absences';
    const person = (who: string, more = 'ko,operator,,') => `${who},이름,${who}@example.com,${more}`;
    const before = await writtenIn(at, 'PEOPLE_TABLE');
    const cases = {
      'email.csv': [`${person('ops-a')}\nops-b,이름,nowhere,ko,operator,,`, /:3 email/u],
      'role.csv': [person('ops-c', 'ko,emperor,,'), /:2 roles/u],
      'twice.csv': [`${person('ops-d')}\n${person('ops-d')}`, /:3 id: ops-d stands there twice/u],
      'deputy.csv': [person('ops-e', 'ko,operator,ops-nobody,'), /:2 deputy: ops-nobody/u],
      'absence.csv': [person('ops-f', 'ko,operator,,2027-02-31..2027-03-01'), /:2 absences/u],
      'quote.csv': [`${person('ops-g')}\n"ops-h,이름,x`, /:\d+ \S+/u],
      'columns.csv': [`${person('ops-i')}\nops-j,이름`, /:3 \S+/u],
    } as const;
    const told = await Promise.all(
      Object.entries(cases).map(async ([name, [rows, expected]]) => ({
        name,
        expected,
        ...(await ops(at, 'people', 'load', file(name, `${header}\n${rows}\n`), '--yes')),
      })),
    );
    for (const { name, expected, code, err } of told) {
      expect([name, code, err]).toEqual([name, 1, expect.stringContaining('Nothing was loaded')]);
      expect(err).toMatch(expected);
    }
    const missing = await ops(at, 'people', 'load', join(folder, 'nobody.csv'), '--yes');
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('There is no file')]);
    expect(await writtenIn(at, 'PEOPLE_TABLE')).toEqual(before);
  });

  it('adds new people, changes known ones, and leaves those alone who are as they were', async () => {
    const path = file(
      'people.csv',
      `\ufeffid,name,email,lang,roles,deputy,absences\r\nops-${process.pid},"홍 길동",hong@example.com,ko,academy-manager,,2027-01-04..2027-01-08; 2027-02-01\r\n`,
    );
    const unasked = await ops(at, 'people', 'load', path);
    expect([unasked.code, unasked.err]).toEqual([1, expect.stringContaining('Nothing was done')]);
    expect((await ops(at, 'people', 'load', path, '--yes')).out).toContain('1 loaded, 0 unchanged.');
    expect((await ops(at, 'people', 'load', path, '--yes')).out).toContain('0 loaded, 1 unchanged.');
    expect((await at.people.get(`ops-${process.pid}`))?.absences).toHaveLength(2);
  });
});
