import { beforeEach, describe, expect, it } from 'vitest';
import { loadPeople, readPeople } from '../../../functions/people/load-people.ts';
import { peopleTable } from '../../../functions/people/people-table.ts';
import { isAway } from '../../../functions/people/person.ts';
import { committer } from '../../../functions/shared/commit.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory-database.ts';

const header = 'id,name,email,lang,roles,deputy,absences';
const minji = 'minji,김민지,minji@academy.example.kr,ko,intake-officer,suho,2027-01-04..2027-01-08; 2027-02-01';
const suho = 'suho,"이수호, 박사",suho@academy.example.kr,en,intake-officer operator,,';
const file = (...rows: readonly string[]): string => [header, ...rows].join('\n');

describe('a file of people', () => {
  it('is read with its quoted cells, several roles, deputies and absences', () => {
    const { people, bad } = readPeople(file(minji, suho));
    expect(bad).toEqual([]);
    expect(people).toMatchObject([
      {
        id: 'minji',
        roles: ['intake-officer'],
        deputy: 'suho',
        absences: [
          { from: '2027-01-04', to: '2027-01-08' },
          { from: '2027-02-01', to: '2027-02-01' },
        ],
      },
      { id: 'suho', name: '이수호, 박사', roles: ['intake-officer', 'operator'], deputy: undefined, absences: [] },
    ]);
  });

  it('is read the same with a byte-order mark, CRLF and spaces around the cells', () => {
    const rows = [minji, suho].map((row) => row.replaceAll(/,(?! 박사)/gu, ' , '));
    const written = `\uFEFF${file(...rows).replaceAll('\n', '\r\n')}\r\n`;
    expect(readPeople(written)).toEqual(readPeople(file(minji, suho)));
  });

  it('may leave somebody without a role, who has left and is asked nothing more', () => {
    const { people, bad } = readPeople(`${header}\n${suho.replace('intake-officer operator', '')}`);
    expect(bad).toEqual([]);
    expect(people[0]?.roles).toEqual([]);
  });

  it.each([
    ['an address that is none', suho.replace('@', ' at '), 'email'],
    ['an id with capitals', suho.replace('suho,', 'Suho,'), 'id'],
    ['a role that there is not', suho.replace('operator', 'king'), 'roles'],
    ['a language that there is not', suho.replace(',en,', ',fr,'), 'lang'],
    ['an absence that ends before it begins', `${suho}2027-02-05..2027-02-01`, 'absences'],
    ['a day that there is not', `${suho}2027-02-30`, 'absences'],
    ['an id that stands there twice', minji.replace('김민지', '김민정'), 'id'],
    ['a deputy who is nobody', suho.replace('operator,,', 'operator,nobody,'), 'deputy'],
    ['a deputy who is the person', suho.replace('operator,,', 'operator,suho,'), 'deputy'],
  ])('with %s is refused as a whole, with line and field', (_, row, field) => {
    const { people, bad } = readPeople(file(minji.replace(',suho,', ',,'), row));
    expect(people).toEqual([]);
    expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(new RegExp(`^3 ${field}`)),
    ]);
  });
});

describe('somebody who left', () => {
  it('stays in the file without a role, so that what they decided still has a name', () => {
    const { people, bad } = readPeople(file(minji, suho.replace('intake-officer operator', '')));
    expect(bad).toEqual([]);
    expect(people[1]).toMatchObject({ id: 'suho', roles: [] });
  });
});

describe('people', () => {
  const now = instantSchema.parse('2027-01-01T00:00:00Z');
  let memory: ReturnType<typeof memoryDatabase>;
  const load = (...rows: readonly string[]) => {
    const people = peopleTable(memory.db, 'people');
    const commit = committer(memory.db, { audit: 'audit', outbox: 'outbox' });
    return loadPeople({ people, commit }, readPeople(file(...rows)).people, 'operator:test', now);
  };
  beforeEach(() => {
    memory = memoryDatabase();
  });

  it('are stored once, and left alone when the file says the same again', async () => {
    expect(await load(minji, suho)).toEqual({ loaded: 2, unchanged: 0 });
    expect(await load(minji, suho)).toEqual({ loaded: 0, unchanged: 2 });
    expect(memory.items('audit')).toHaveLength(2);
  });

  it('lose a role that the file no longer gives them', async () => {
    await load(minji, suho);
    expect(await load(minji, suho.replace(' operator', ''))).toEqual({ loaded: 1, unchanged: 1 });
    const table = peopleTable(memory.db, 'people');
    expect(await table.withRole('operator')).toEqual([]);
    expect((await table.withRole('intake-officer')).map(({ id }) => id)).toEqual(['minji', 'suho']);
  });

  it('are away from the first to the last day of an absence', () => {
    const [person] = readPeople(file(minji, suho)).people;
    if (!person) throw new Error('nobody was read');
    const days = ['2027-01-03', '2027-01-04', '2027-01-08', '2027-01-09', '2027-02-01'];
    const away = days.map((day) => isAway({ ...person, revision: 1 }, localDateSchema.parse(day)));
    expect(away).toEqual([false, true, true, false, true]);
  });

  it('do not stand in the audit by name or address', async () => {
    await load(minji, suho);
    expect(JSON.stringify(memory.items('audit'))).not.toMatch(/김민지|이수호|@/u);
  });
});
