import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import { planPeople, sharedMailboxes } from '../../../functions/people-changes/plan-people.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { openRequest } from '../../support/requests/requests.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const header = 'id,name,email,lang,roles,deputy,absences';
const lines = {
  minji: 'minji,Kim,minji@academy.example.kr,ko,intake-officer,suho,',
  suho: 'suho,Lee,suho@academy.example.kr,ko,intake-officer,,',
  boss: 'boss,Park,boss@academy.example.kr,ko,academy-manager,,',
  rev: 'rev,Han,rev@academy.example.kr,ko,reviewer,,',
  jury: 'jury,Ahn,jury@academy.example.kr,ko,committee,,',
};
const rowsOf = (change: Partial<typeof lines> = {}) => {
  const { people, bad } = readPeople([header, ...Object.values({ ...lines, ...change })].join('\n'));
  expect(bad).toEqual([]);
  return people;
};

let deps: ReturnType<typeof wire>;
const store = (...requests: readonly PersonRequest[]) =>
  Promise.all(
    requests.map((request) =>
      deps.commit({
        changes: deps.requests.create(request),
        events: [{ subject: request.id, type: 'RequestOpened', by: 'system:test', at: request.openedAt }],
      }),
    ),
  );
const review = (id: string): PersonRequest =>
  openRequest({
    id,
    askKey: id,
    kind: 'review',
    outcomes: ['SENT'],
    assignee: { person: 'rev' },
    plan: { within: 5, remindAfter: [], lapses: true },
  });
beforeEach(async () => {
  deps = wire(memoryTables, memoryDatabase().db);
  await loadPeople(deps, rowsOf(), 'operator:test', now);
  await store(
    openRequest(),
    openRequest({ id: 'request-2', askKey: '2' }),
    openRequest({ id: 'look', askKey: '3', kind: 'look-again' }),
    review('review-1'),
    openRequest({ id: 'jury-1', askKey: '4', kind: 'committee-approval', assignee: { person: 'jury' } }),
  );
});
const plan = (change: Partial<typeof lines>) => planPeople(deps, rowsOf(change), now);

describe('before people are loaded it is said what becomes of what is open', () => {
  it('nothing, if they are as they were', async () => {
    expect(await plan({})).toEqual([]);
    expect(await plan({ minji: lines.minji.replace('Kim', 'Gim') })).toEqual([]);
  });

  it('what an officer who left has goes to whoever takes it then', async () => {
    const left = { minji: lines.minji.replace('intake-officer', '') };
    const said = [
      {
        person: 'minji',
        lost: ['intake-officer'],
        moved: false,
        becomes: [
          { kind: 'intake-decision', how: 'passes', to: 'suho', count: 2 },
          { kind: 'look-again', how: 'passes', to: 'suho', count: 1 },
        ],
      },
    ];
    expect(await plan(left)).toEqual(said);
    await loadPeople(deps, rowsOf(left), 'operator:test', now);
    expect(await followPeople(deps, { people: ['minji'], by: 'operator:test' }, now)).toMatchObject({ passed: 3 });
    for (const id of ['request-1', 'request-2', 'look']) {
      expect(await deps.requests.get(id)).toMatchObject({ assignee: { person: 'suho' } });
    }
  });

  it('it goes by how everybody in the file will be, and not only the one who left', async () => {
    const left = { minji: lines.minji.replace('intake-officer', '') };
    const away = { ...left, suho: `${lines.suho}2027-01-11..2027-01-12` };
    expect(await plan(away)).toMatchObject([{ becomes: [{ to: 'boss' }, { to: 'boss' }] }]);
    const gone = { ...left, suho: lines.suho.replace('intake-officer', ''), boss: lines.boss.replace('academy-', '') };
    const rows = readPeople([header, ...Object.values({ ...lines, ...gone })].join('\n')).people;
    expect((await planPeople(deps, rows, now))[0]?.becomes.map(({ how }) => how)).toEqual(['nobody', 'nobody']);
  });

  it('what somebody has whose address changes is mailed anew', async () => {
    expect(await plan({ minji: lines.minji.replace('minji@', 'kim@') })).toMatchObject([
      {
        person: 'minji',
        lost: [],
        moved: true,
        becomes: [
          { how: 'mailed', count: 2 },
          { how: 'mailed', count: 1 },
        ],
      },
    ]);
  });

  it('reviews of who is away until they are due, and what a member who left was asked, end', async () => {
    expect(await plan({ rev: `${lines.rev}2027-01-11..2027-02-28` })).toEqual([
      { person: 'rev', lost: [], moved: false, becomes: [{ kind: 'review', how: 'ends', count: 1 }] },
    ]);
    expect(await plan({ jury: lines.jury.replace('committee', '') })).toMatchObject([
      { person: 'jury', becomes: [{ kind: 'committee-approval', how: 'ends', count: 1 }] },
    ]);
  });

  it('and nothing changes by saying it', async () => {
    const before = JSON.stringify(await deps.people.get('minji'));
    await plan({ minji: lines.minji.replace('intake-officer', '') });
    expect(JSON.stringify(await deps.people.get('minji'))).toBe(before);
  });
});

describe('somebody who would share a mailbox', () => {
  const file = (email: string) => readPeople(`${header}\nnew-one,Yun,${email},ko,operator,,`).people;

  it('with somebody who works here and is not in the file is told', async () => {
    expect(await sharedMailboxes(deps, file('Suho@Academy.example.KR'))).toEqual([
      { person: 'new-one', other: 'suho' },
    ]);
    expect(await sharedMailboxes(deps, file('suho+1@academy.example.kr'))).toEqual([]);
  });

  it('with somebody who has left, or only with who they were before, is not', async () => {
    await loadPeople(deps, rowsOf({ suho: lines.suho.replace('intake-officer', '') }), 'operator:test', now);
    expect(await sharedMailboxes(deps, file('suho@academy.example.kr'))).toEqual([]);
    expect(await sharedMailboxes(deps, rowsOf())).toEqual([]);
  });
});
