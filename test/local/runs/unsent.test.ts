import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { beforeEach, expect, it } from 'vitest';
import { newEntry, type StoredMessage } from '../../../functions/outbox/entry.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { requestsTable } from '../../../functions/requests/requests-table.ts';
import { storer } from '../../../functions/shared/database/commit.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { sentAbout } from '../../../local/runs/sent-about.ts';
import { whatOf } from '../../../local/runs/stored-entry.ts';
import { bySubject } from '../../../local/runs/subjects.ts';
import { unsentLately } from '../../../local/runs/unsent.ts';
import { memoryDatabase, memoryTables as tables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-03-05T00:00:00Z');
const [one, other] = ['A-27H1-7K3Q-9MX4', 'A-27H1-0000-0000'];

const open = () => {
  const { db } = memoryDatabase();
  const nowhere = { endpoint: 'http://127.0.0.1:1', region: 'ap-northeast-2', maxAttempts: 1 };
  return {
    db,
    tables,
    requests: requestsTable(db, tables.REQUESTS_TABLE),
    store: storer(db, { outbox: tables.OUTBOX_TABLE }),
    logs: new CloudWatchLogsClient({ ...nowhere, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }),
    named: (name: string) => `sfa-local-${name}`,
    stageName: 'local',
  };
};
let at: ReturnType<typeof open>;
beforeEach(() => {
  at = open();
});

/** Stores an entry that was given up, whatever else is said of it, so many minutes ago. */
const givenUp = (id: string, errand: StoredMessage, minutes = 0, more: object = {}) => {
  const { due: _due, ...entry } = newEntry(errand, id, addMinutes(now, -minutes));
  const put = { ...entry, state: 'FAILED', attempts: 1, note: 'Refused', ...more };
  return at.store({ changes: [{ table: tables.OUTBOX_TABLE, put, guard: { absent: 'id' } }], outbox: [], at: now });
};
const mailTo = (applicant: string): StoredMessage => ({ kind: 'mail', template: 'told', to: { applicant }, ids: {} });
const resume = (callback: string): StoredMessage => ({ kind: 'resume', callback });
const found = async (search: string) => (await unsentLately(at, search)).map(({ about }) => about);

it('finds what was given up by a part of a reference in any writing, by several references, and by a round', async () => {
  await givenUp(`${one}.aa.0`, mailTo(one));
  await givenUp(`${other}.bb.0`, mailTo(other), 1);
  await givenUp('round#academy-demo.cc.0', resume('c'), 2);
  expect(await found('')).toEqual([one, other, 'academy-demo']);
  expect(await found(' 7k3q')).toEqual([one]);
  expect(await found(`${other} ${one}`)).toEqual([one, other]);
  expect(await found('academy-demo')).toEqual(['academy-demo']);
  expect(await found('A-27H1-ZZZZ')).toEqual([]);
});

it('finds by a round what was given up about its applications', async () => {
  await givenUp(`${one}.aa.0`, mailTo(one));
  await givenUp(`${other}.bb.0`, mailTo(other), 1);
  const run = { arn: 'a', machine: 'applicant-intake', name: one, status: 'RUNNING', startedAt: 0 };
  const rounds = [{ roundId: 'academy-demo', of: bySubject([run]) }];
  expect((await unsentLately(at, 'Academy-Demo', rounds)).map(({ about }) => about)).toEqual([one]);
});

it('says of what was given up what to type, also of an entry that cannot be read', async () => {
  await givenUp(`${one}.aa.0`, mailTo(one));
  await givenUp(`${other}.bb.0`, mailTo(other), 1, { errand: { kind: 'pigeon' }, note: 7, createdAt: 8 });
  expect(await unsentLately(at, '')).toMatchObject([
    { what: 'told', remedy: `once the cause is mended: npm run ops -- resend ${one}.aa.0` },
    {
      what: 'an entry that cannot be read',
      about: other,
      at: '–',
      remedy: expect.stringContaining(`npm run ops -- find ${other}.bb.0`),
    },
  ]);
});

it('tells with a run what resumes it, whatever it was stored with, and with a round the mails of its requests', async () => {
  const request = openedRequest({
    id: '0'.repeat(32),
    kind: 'committee-approval',
    subject: 'round#academy-demo',
    context: 'academy-demo',
    askKey: 'k',
    outcomes: ['APPROVE'],
    assignee: { person: 'park-sora' },
    why: 'asked',
    plan: { within: 2, remindAfter: [] },
    now,
  });
  const seat = { id: 'c', run: 'academy-demo-seat-01_2', token: 't', outcome: 'LAPSED' };
  await at.store({
    changes: [...at.requests.create(request), at.requests.putCallback(seat)],
    outbox: [],
    at: now,
  });
  await givenUp(`${one}.aa.0`, resume('c'));
  await givenUp(`${one}.bb.0`, resume('of-no-callback'), 1);
  await givenUp('round#academy-demo.cc.0', resume('gone'), 2);
  const mail = { kind: 'mail', template: 'asked', to: { person: 'park-sora' }, ids: { request: request.id } } as const;
  await givenUp(`${request.id}.dd.0`, mail, 3);
  await givenUp(`${one}.ee.0`, mailTo(one), 4, { attempts: 'many' });
  const about = async (...names: readonly string[]) =>
    (await sentAbout(at, names, 10)).map((entry) => `${entry.id}: ${whatOf(entry)}`);
  expect(await about('academy-demo-seat-01')).toEqual([`${one}.aa.0: resume`]);
  expect(await about(one)).toEqual([
    `${one}.aa.0: resume`,
    `${one}.bb.0: resume`,
    `${one}.ee.0: an entry that cannot be read`,
  ]);
  expect(await about('academy-demo', 'round#academy-demo')).toEqual([
    'round#academy-demo.cc.0: resume',
    `${request.id}.dd.0: asked`,
  ]);
});
