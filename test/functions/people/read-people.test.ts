import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roles } from '../../../functions/app/roles.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import type { Role } from '../../../functions/shared/names.ts';
import { file, header, minji, suho } from '../../support/people/people-files.ts';

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

  it('is read the same with what nobody sees in it, decomposed, in full width and with spaces of any kind', () => {
    const unseen = ['\u00ad', '\u200b', '\u200d', '\u3164', '\ufeff'].join('');
    const rows = [
      minji
        .replace('김민지', ` 김\u200d민지${unseen} `.normalize('NFD'))
        .replace('minji@', `${unseen}minji@`)
        .replace('2027-02-01', '２０２７-０２-０１'),
      suho.replace('이수호, 박사', '이수호,\u00a0\u3000박사'),
    ];
    expect(readPeople(`${header.replace('roles', `roles${unseen}`)}\n${rows.join('\n')}`)).toEqual(
      readPeople(file(minji, suho)),
    );
  });

  it('shows what is wanted where an id or an address is not right', () => {
    expect(readPeople(file(suho.replace('suho,', '수호,').replace('suho@', 'suho at ')), roles).bad).toEqual([
      { line: 2, reason: 'id: is 수호, and should be like kim-minji' },
      { line: 2, reason: 'email: is suho at academy.example.kr, and should be like minji.kim@example.com' },
    ]);
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
    const { people, bad } = readPeople(file(minji.replace(',suho,', ',,'), row), roles);
    expect(people).toEqual([]);
    expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(new RegExp(`^3 ${field}`)),
    ]);
  });
});

describe('a file of people with something wrong', () => {
  const bad = (csv: string) => readPeople(csv, roles).bad;
  const wrong = suho.replace('@', ' at ');

  it('is told by the line on which it stands, empty lines and cells of several lines counted', () => {
    const empty = [header, '', '', minji.replace(',suho,', ',,'), '', wrong].join('\n');
    expect(bad(empty)).toMatchObject([{ line: 6, reason: expect.stringMatching(/^email/u) }]);
    expect(bad(empty.replaceAll('\n', '\r\n'))).toMatchObject([{ line: 6 }]);
    const long = [header, minji.replace(',suho,', ',,').replace('김민지', '"김\n민지"'), '', wrong].join('\n');
    expect(bad(long)).toMatchObject([{ line: 5 }]);
    const deputy = [header, '', suho.replace('operator,,', 'operator,nobody,')].join('\n');
    expect(bad(deputy)).toMatchObject([{ line: 3, reason: expect.stringMatching(/^deputy/u) }]);
  });

  it('is refused with a name that no document can print, which one signs with', () => {
    expect(bad([header, minji.replace(',suho,', ',,').replace('김민지', '김민지🙂')].join('\n'))).toMatchObject([
      { line: 2, reason: 'name: has a letter that no document can print' },
    ]);
  });

  it.each([
    ['a column', 'email', 'the file has no column email'],
    ['two columns', 'email,lang', 'the file has no columns email, lang'],
  ])('that lacks %s is told in one sentence, however many rows it has', (_, columns, sentence) => {
    const without = header.replace(`${columns},`, '');
    const cells = without.split(',').map(() => 'x');
    const found = bad([without, ...Array.from({ length: 119 }, () => cells.join(','))].join('\n'));
    expect(found).toEqual([{ line: 1, reason: expect.stringContaining(sentence) }]);
  });

  it('or with nothing in it is told in one sentence too', () => {
    expect(bad('')).toHaveLength(1);
    expect(bad('\n\n')).toHaveLength(1);
  });

  it.each([
    ['letter case', 'Minji@ACADEMY.example.kr'],
    ['an address as it stands', 'minji@academy.example.kr'],
  ])('is refused if two people have one mailbox: %s', (_, email) => {
    const [person, other] = [minji.replace(',suho,', ',,'), suho.replace('suho@academy.example.kr', email)];
    expect(bad(file(person, other))).toEqual([{ line: 3, reason: 'email: suho and minji have one mailbox' }]);
  });

  it('is refused if one mailbox is written in Hangul and in ASCII, composed and decomposed', () => {
    const at = (domain: string) => suho.replace('academy.example.kr', domain);
    const [hangul, ascii] = ['한국.kr', 'xn--3e0b707e.kr'];
    for (const domain of [hangul, hangul.normalize('NFD'), ascii.toUpperCase()]) {
      const other = at(domain).replace('suho,', 'sohu,');
      expect(bad(file(at(ascii), other))).toEqual([{ line: 3, reason: 'email: sohu and suho have one mailbox' }]);
    }
    expect(readPeople(file(at(hangul)), roles).people[0]?.email).toBe(`suho@${ascii}`);
  });

  it('leaves plus and dots alone: not every provider ignores them', () => {
    for (const email of ['min.ji@academy.example.kr', 'minji+a@academy.example.kr']) {
      expect(bad(file(minji.replace(',suho,', ',,'), suho.replace('suho@academy.example.kr', email)))).toEqual([]);
    }
  });
});

describe('a file of people with reviewers', () => {
  const wide = `${header},affiliations,languages,capacity`;
  const reviewer = (cells: string) => readPeople(`${wide}\nseo,서은비,seo@saeron-pay.example,en,reviewer,,,${cells}`);

  it('is read with institutions, whose names may hold spaces, languages and capacities', () => {
    const { people, bad } = reviewer(' 새론 페이 ;Saeron Pay; 새론 페이;,ko; en,40');
    expect(bad).toEqual([]);
    expect(people).toMatchObject([
      { roles: ['reviewer'], affiliations: ['새론 페이', 'Saeron Pay'], languages: ['ko', 'en'], capacity: 40 },
    ]);
  });

  it('may leave these cells empty: no institution, the language of the mails, the usual capacity', () => {
    const usual = { affiliations: [], languages: ['en'], capacity: 50 };
    expect(reviewer(',,').people).toMatchObject([usual]);
    expect(reviewer(',,0').people).toMatchObject([{ ...usual, capacity: 0 }]);
  });

  it('may lack these columns, as files from before reviews do', () => {
    expect(readPeople(file(minji, suho)).people).toMatchObject([
      { id: 'minji', affiliations: [], languages: ['ko'], capacity: 50 },
      { id: 'suho', affiliations: [], languages: ['en'], capacity: 50 },
    ]);
  });

  it.each([
    ['a capacity that is no number', ',ko,many', 'capacity'],
    ['half a review', ',ko,2.5', 'capacity'],
    ['fewer than no reviews', ',ko,-1', 'capacity'],
    ['a language in which there are no applications', ',ko;fr,40', 'languages'],
  ])('is refused with %s, with line and field', (_, cells, field) => {
    const { people, bad } = reviewer(cells);
    expect(people).toEqual([]);
    expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      expect.stringMatching(new RegExp(`^2 ${field}`)),
    ]);
  });
});

describe('the people of the demo', () => {
  const { people, bad } = readPeople(
    readFileSync(new URL('../../../local/demo/people.csv', import.meta.url), 'utf8'),
    roles,
  );
  const having = (role: Role) => people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);

  it('are those who work on the demo round, at addresses that nobody has', () => {
    expect(bad).toEqual([]);
    expect(having('intake-officer')).toEqual(['kim-minji', 'lee-junho']);
    expect(having('academy-manager')).toEqual(['park-sora']);
    expect(having('operator')).toEqual(['choi-yuna']);
    expect(having('signatory')).toEqual(['han-jiyoon', 'yang-doyun']);
    expect([having('reviewer').length, having('committee').length, having('institution').length]).toEqual([8, 3, 1]);
    expect(people.filter(({ email }) => !/\.example(?:\.kr)?$/.test(email))).toEqual([]);
  });

  it('include a deputy with the same role for everybody of finance and for each director', () => {
    for (const role of ['finance-officer', 'signatory'] as const) {
      const ids = having(role);
      const deputies = people.filter(({ id }) => ids.includes(id)).map(({ deputy }) => deputy);
      expect([ids.length, new Set(deputies)]).toEqual([2, new Set(ids)]);
    }
  });

  it('include a member of the committee and reviewers who belong to institutions', () => {
    const own = (role: Role) => people.filter(({ id, affiliations }) => having(role).includes(id) && affiliations[0]);
    expect(own('committee')).toHaveLength(1);
    expect(new Set(own('reviewer').flatMap(({ affiliations }) => affiliations)).size).toBeGreaterThanOrEqual(6);
  });
});

describe('somebody who left', () => {
  it('stays in the file without a role, so that what they decided still has a name', () => {
    const { people, bad } = readPeople(file(minji, suho.replace('intake-officer operator', '')));
    expect(bad).toEqual([]);
    expect(people[1]).toMatchObject({ id: 'suho', roles: [] });
  });
});
