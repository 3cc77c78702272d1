import { beforeEach, describe, expect, it } from 'vitest';
import { loadPeople, PartlyLoaded } from '../../../functions/people/load-people.ts';
import { peopleTable } from '../../../functions/people/people-table.ts';
import { isAway } from '../../../functions/people/person.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { staffAt } from '../../../functions/people/staff-at.ts';
import { type Commit, committer } from '../../../functions/shared/database/commit.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { file, header, minji, suho } from '../../support/people/people-files.ts';

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

  it('keep what newer code stored of them, which alone is no reason to store them again', async () => {
    await load(suho);
    const commit = committer(memory.db, { audit: 'audit', outbox: 'outbox' });
    const put = {
      pk: 'person#suho',
      sk: 'person',
      ...(await peopleTable(memory.db, 'people').get('suho')),
      pager: '7',
    };
    await commit({
      changes: [{ table: 'people', put, guard: { unguarded: true } }],
      events: [{ subject: 'person#suho', type: 'PersonChanged', by: 'operator:newer', at: now }],
    });
    expect(await load(suho)).toEqual({ loaded: 0, unchanged: 1 });
    await load(suho.replace('이수호', '이수희'));
    expect(await peopleTable(memory.db, 'people').get('suho')).toMatchObject({ name: '이수희, 박사', pager: '7' });
  });

  it('lose a role that the file no longer gives them', async () => {
    await load(minji, suho);
    expect(await load(minji, suho.replace(' operator', ''))).toEqual({ loaded: 1, unchanged: 1 });
    const table = peopleTable(memory.db, 'people');
    expect(await table.withRole('operator')).toEqual([]);
    expect((await table.withRole('intake-officer')).map(({ id }) => id)).toEqual(['minji', 'suho']);
  });

  it('are found by their mailbox however it is written, and by an earlier one no more', async () => {
    await load(minji, suho);
    const table = peopleTable(memory.db, 'people');
    const at = (email: string) => staffAt({ people: table, roles: ['intake-officer', 'operator'] }, email);
    const { email = '' } = (await table.get('suho')) ?? {};
    expect([(await at(email.toUpperCase()))?.id, await at('nobody@example.com')]).toEqual(['suho', undefined]);
    for (const similar of [
      `x${email}`,
      `${email}.kr`,
      `a.${email}`,
      email.replace('@', '+a@'),
      email.replace('@', '@a.'),
    ])
      expect(await at(similar), similar).toBeUndefined();
    await load(minji, suho.replace(email, 'suho@new.example.com'));
    expect([await at(email), (await at('suho@new.example.com'))?.id]).toEqual([undefined, 'suho']);
    expect(await table.withMailbox(email)).toBeUndefined();
  });

  it('of an earlier release, or whose mailbox another has had since, are found too', async () => {
    await load(minji, suho);
    const table = peopleTable(memory.db, 'people');
    const { email = '' } = (await table.get('suho')) ?? {};
    const commit = committer(memory.db, { audit: 'audit', outbox: 'outbox' });
    const event = { subject: 'person#suho', type: 'PersonChanged', by: 'operator:test', at: now } as const;
    const key = { pk: `mailbox#${email}`, sk: 'mailbox' };
    for (const change of [{ put: { ...key, person: 'minji' } }, { remove: key }]) {
      const changes = [{ table: 'people', ...change, guard: { unguarded: true as const } }];
      await commit({ changes, events: [event] });
      expect(await table.withMailbox(email)).toBeUndefined();
      const found = await staffAt({ people: table, roles: ['intake-officer', 'operator'] }, email);
      expect(found?.id).toBe('suho');
    }
  });

  it('may take over the mailbox that another gives up by the same file', async () => {
    const addresses = (one: string, other: string) => [
      minji.replace('minji@academy', `${one}@academy`),
      suho.replace('suho@academy', `${other}@academy`),
    ];
    const people = peopleTable(memory.db, 'people');
    const at = async (name: string) => (await people.withMailbox(`${name}@academy.example.kr`))?.id;
    await load(...addresses('a', 'b'));
    for (const [one, other] of [
      ['c', 'a'],
      ['a', 'd'],
      ['d', 'a'],
    ] as const) {
      await load(...addresses(one, other));
      expect([await at(one), await at(other)]).toEqual(['minji', 'suho']);
    }
    const left = memory.plain('people').map(({ pk }) => String(pk));
    expect(left.filter((pk) => pk.startsWith('mailbox#'))).toHaveLength(2);
  });

  it('have the mailbox that somebody who has left still has, and both may get another', async () => {
    const suhoAt = (name: string) => suho.replace('suho@academy', `${name}@academy`);
    const gone = (name: string, id = 'gone') => `${id},박하나,${name}@academy.example.kr,ko,,,`;
    await load(gone('suho'));
    await load(minji, suho);
    const at = (name: string) =>
      staffAt(
        { people: peopleTable(memory.db, 'people'), roles: ['intake-officer', 'operator'] },
        `${name}@academy.example.kr`,
      );
    expect((await at('suho'))?.id).toBe('suho');
    // Saved last, and without a role: the mailbox is of whoever works here.
    await load(gone('suho').replace('박하나', '박둘'));
    expect((await at('suho'))?.id).toBe('suho');
    expect(await load(gone('x'), minji, suhoAt('y'))).toEqual({ loaded: 2, unchanged: 1 });
    expect([await at('suho'), await at('x'), (await at('y'))?.id]).toEqual([undefined, undefined, 'suho']);
  });

  it('are stored again when they work for somebody else', async () => {
    const table = peopleTable(memory.db, 'people');
    const commit = committer(memory.db, { audit: 'audit', outbox: 'outbox' });
    const employed = (by: string) =>
      loadPeople(
        { people: table, commit },
        readPeople(`${header},affiliations\n${minji.replace(',suho,', ',,')},${by}`).people,
        'operator:test',
        now,
      );
    await employed('가온은행');
    expect(await employed('가온은행')).toEqual({ loaded: 0, unchanged: 1 });
    expect(await employed('새론 페이')).toEqual({ loaded: 1, unchanged: 0 });
    expect((await table.get('minji'))?.affiliations).toEqual(['새론 페이']);
  });

  it('are away from the first to the last day of an absence', () => {
    const [person] = readPeople(file(minji, suho)).people;
    if (!person) throw new Error('nobody was read');
    const days = ['2027-01-03', '2027-01-04', '2027-01-08', '2027-01-09', '2027-02-01'];
    const away = days.map((day) => isAway(person, localDateSchema.parse(day)));
    expect(away).toEqual([false, true, true, false, true]);
  });

  describe('of a file', () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => `p-${index},사람${index},p-${index}@works.example,ko,reviewer operator,,`,
      );
    const sizes: number[] = [];
    const counting =
      (fault?: (commits: number) => Error | undefined): Commit =>
      async (what) => {
        sizes.push(what.changes.length + what.events.length + (what.outbox ?? []).length);
        const error = fault?.(sizes.length);
        if (error) throw error;
        await committer(memory.db, { audit: 'audit', outbox: 'outbox' })(what);
      };
    const loadRows = (count: number, commit: Commit) =>
      loadPeople(
        { people: peopleTable(memory.db, 'people'), commit },
        readPeople(file(...rows(count))).people,
        'operator:test',
        now,
      );
    beforeEach(() => {
      sizes.length = 0;
    });

    it('are stored in one transaction, all or none, if they fit into it', async () => {
      const fault = new Error('a fault');
      await expect(
        loadRows(
          20,
          counting(() => fault),
        ),
      ).rejects.toBe(fault);
      expect(memory.items('people')).toEqual([]);
      expect(await loadRows(20, counting())).toEqual({ loaded: 20, unchanged: 0 });
      expect(sizes).toEqual([100, 100]);
    });

    it('are stored in as many as it takes; after a fault in between it is said who is, and loading again goes on', async () => {
      const load = loadRows(
        60,
        counting((commits) => (commits === 3 ? new Error('a fault') : undefined)),
      );
      const error = await load.catch((caught: unknown) => caught);
      if (!(error instanceof PartlyLoaded)) throw error;
      expect([error.loaded.length, error.loaded.at(-1)]).toEqual([40, 'p-39']);
      expect(await loadRows(60, counting())).toEqual({ loaded: 20, unchanged: 40 });
      expect(sizes.every((size) => size <= 100)).toBe(true);
      expect(memory.items('audit')).toHaveLength(60);
    });

    it('are read and stored again if somebody was first', async () => {
      const commit = counting((commits) => (commits === 1 ? new Conflict('somebody was first') : undefined));
      expect(await loadRows(3, commit)).toEqual({ loaded: 3, unchanged: 0 });
    });
  });

  it('do not stand in the audit by name or address', async () => {
    await load(minji, suho);
    expect(JSON.stringify(memory.items('audit'))).not.toMatch(/김민지|이수호|@/u);
  });
});
