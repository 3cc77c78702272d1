import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { type ChaseReport, chaseRequests } from '../../../functions/requests/chase.ts';
import { type PersonRequest, settled } from '../../../functions/requests/request.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { openRequest, question } from '../../support/requests/requests.ts';

const people = `id,name,email,lang,roles,deputy,absences
minji,Kim,minji@academy.example.kr,ko,intake-officer,,
suho,Lee,suho@academy.example.kr,ko,intake-officer,,2027-02-01..2027-02-05
boss,Park,boss@academy.example.kr,ko,academy-manager,,
oper,Choi,oper@academy.example.kr,en,operator,,`;
const at = (written: string): Instant => instantSchema.parse(written);
const subject = 'A-27H1-7K3Q-9MX4';

let memory: ReturnType<typeof memoryDatabase>;
let deps: ReturnType<typeof wire>;
let lapsedRequests: string[];
beforeEach(async () => {
  memory = memoryDatabase();
  deps = wire(memoryTables, memory.db);
  lapsedRequests = [];
  await loadPeople(deps, readPeople(people).people, 'operator:test', at('2027-01-01T00:00:00Z'));
});

const store = (...requests: PersonRequest[]) =>
  Promise.all(
    requests.map((request) =>
      deps.commit({
        changes: deps.requests.create(request),
        events: [{ subject: request.id, type: 'RequestOpened', by: 'system:test', at: request.openedAt }],
      }),
    ),
  );
const lapse = {
  'intake-question': async (request: PersonRequest) => {
    lapsedRequests.push(request.id);
  },
};
const chase = (written: string): Promise<ChaseReport> => chaseRequests({ ...deps, lapse }, at(written));
const mails = () =>
  memory.items('outbox').map(({ errand }) => JSON.stringify(errand).match(/"template":\{"S":"([a-z-]+)"\}/u)?.[1]);
const nothing = { reminded: 0, handed: 0, lapsed: 0, overdue: 0, failed: [] };

describe('the chase', () => {
  it('does nothing before anything is due', async () => {
    await store(openRequest(), question());
    expect(await chase('2027-01-12T08:59:59.999Z')).toEqual(nothing);
    expect(memory.items('outbox')).toEqual([]);
  });

  it('reminds of all that is due with one person in one mail, of another’s in another', async () => {
    const own = ['a', 'b', 'c'].map((id) => openRequest({ id, askKey: id }));
    await store(...own, openRequest({ id: 'd', askKey: 'd', assignee: { person: 'suho' } }));
    expect(await chase('2027-01-12T09:00:00Z')).toEqual({ ...nothing, reminded: 4 });
    expect(mails()).toEqual(['request-reminder', 'request-reminder']);
    expect(await chase('2027-01-12T09:05:00Z')).toEqual(nothing);
  });

  it('puts at most twenty reminders into one mail', async () => {
    const many = Array.from({ length: 45 }, (_, index) => openRequest({ id: `r${index}`, askKey: `r${index}` }));
    await store(...many);
    expect(await chase('2027-01-12T09:00:00Z')).toEqual({ ...nothing, reminded: 45 });
    expect(memory.items('outbox')).toHaveLength(3);
  });

  it('passes on to the deputy, escalates, and then tells the operators', async () => {
    await store(openRequest());
    expect(await chase('2027-01-18T09:00:00Z')).toEqual({ ...nothing, handed: 1 });
    expect(await chase('2027-01-20T09:00:00Z')).toEqual({ ...nothing, handed: 1 });
    expect(await chase('2027-01-22T09:00:00Z')).toEqual({ ...nothing, overdue: 1 });
    expect(await deps.requests.get('request-1')).toMatchObject({ stage: 'ESCALATED', generation: 3 });
    expect(mails()).toEqual(['request-opened', 'request-opened', 'request-reminder', 'operator-notice']);
    const events = await eventsOf(memory.db, 'audit', subject);
    expect(events.map(({ type }) => type)).toEqual(['RequestPassedToDeputy', 'RequestEscalated', 'RequestOverdue']);
  });

  it('knows since when the oldest is overdue with nobody left to pass it to, until it is settled', async () => {
    await store(openRequest(), openRequest({ id: 'later', askKey: 'later', now: at('2027-01-12T01:00:00Z') }));
    await chase('2027-01-18T09:00:00Z');
    await chase('2027-01-20T09:00:00Z');
    expect(await deps.requests.oldestOverdue()).toBeUndefined();
    await chase('2027-01-25T09:00:00Z');
    expect(await deps.requests.oldestOverdue()).toBe('2027-01-22T09:00:00.000Z');
    await chase('2027-01-28T09:00:00Z');
    for (const [id, next] of [
      ['request-1', '2027-01-27T09:00:00.000Z'],
      ['later', undefined],
    ] as const) {
      const request = await deps.requests.get(id);
      if (!request) throw new Error(`${id} is not there`);
      await deps.commit({
        changes: [deps.requests.save(settled(request, { outcome: 'ACCEPT', by: 'boss', at: request.dueAt }), request)],
        events: [{ subject, type: 'ApplicationAccepted', by: 'person:boss', at: request.dueAt }],
      });
      expect(await deps.requests.oldestOverdue()).toBe(next);
    }
  });

  it('passes over a deputy who is away', async () => {
    await store(openRequest({ now: at('2027-01-25T01:00:00Z') }));
    await chase('2027-02-01T09:00:00Z');
    expect(await deps.requests.get('request-1')).toMatchObject({ assignee: { person: 'boss' }, stage: 'ESCALATED' });
  });

  it('reminds an applicant twice and then lets the question lapse', async () => {
    await store(question());
    expect(await chase('2027-01-13T09:00:00Z')).toEqual({ ...nothing, reminded: 1 });
    expect(await chase('2027-01-15T09:00:00Z')).toEqual({ ...nothing, reminded: 1 });
    expect(mails()).toEqual(['question-reminder', 'question-reminder']);
    expect(lapsedRequests).toEqual([]);
    expect(await chase('2027-01-18T09:00:00Z')).toEqual({ ...nothing, lapsed: 1 });
    expect(lapsedRequests).toEqual(['question-1']);
  });

  it('leaves an answer alone that came in between', async () => {
    const request = openRequest();
    await store(request);
    const answer = settled(request, { outcome: 'ACCEPT', by: 'minji', at: at('2027-01-12T09:00:00Z') });
    const commit: typeof deps.commit = async (commitment) => {
      await deps.commit({
        changes: [deps.requests.save(answer, request)],
        events: [{ subject, type: 'ApplicationAccepted', by: 'person:minji', at: at('2027-01-12T09:00:00Z') }],
      });
      await deps.commit(commitment);
    };
    expect(await chaseRequests({ ...deps, lapse, commit }, at('2027-01-12T09:00:00Z'))).toEqual(nothing);
    expect(await deps.requests.get('request-1')).toMatchObject({ state: 'SETTLED', remindersSent: 0 });
    expect(memory.items('outbox')).toEqual([]);
  });

  it('chases those behind a hundred requests of each shard that cannot be read', async () => {
    const unreadable = Array.from({ length: 450 }, (_, index) => `bad-${index}`);
    const bad = unreadable.map((id) => openRequest({ id, askKey: id, now: at('2027-01-04T01:00:00Z') }));
    await store(...bad, openRequest());
    for (const request of bad) {
      const put = { pk: request.id, ...request, plan: 'nobody can read this' };
      await deps.commit({
        changes: [{ table: 'requests', put, guard: { unguarded: true } }],
        events: [{ subject: request.id, type: 'MadeByTest', by: 'system:test', at: request.openedAt }],
      });
    }
    const report = await chase('2027-01-18T09:00:00Z');
    expect(report).toMatchObject({ handed: 1 });
    expect(report.failed).toHaveLength(450);
    expect(await deps.requests.get('request-1')).toMatchObject({ assignee: { person: 'suho' } });
  });

  it('passes nothing to a deputy who may not decide it any more, and to nobody but who may', async () => {
    const left = people.replace('suho,Lee,suho@academy.example.kr,ko,intake-officer', 'suho,Lee,suho@a.example,ko,');
    await loadPeople(deps, readPeople(left).people, 'operator:test', at('2027-01-02T00:00:00Z'));
    await store(openRequest());
    await chase('2027-01-18T09:00:00Z');
    expect(await deps.requests.get('request-1')).toMatchObject({ assignee: { person: 'boss' }, stage: 'ESCALATED' });
  });

  it('passes it to whoever else may decide it if deputy and escalation are away', async () => {
    const away = `${people.replace('academy-manager,,', 'academy-manager,,2027-02-01..2027-02-05')}
next,Yun,next@academy.example.kr,ko,intake-officer,,`;
    await loadPeople(deps, readPeople(away).people, 'operator:test', at('2027-01-02T00:00:00Z'));
    await store(openRequest({ now: at('2027-01-25T01:00:00Z') }));
    await chase('2027-02-01T09:00:00Z');
    expect(await deps.requests.get('request-1')).toMatchObject({ assignee: { person: 'next' }, stage: 'DEPUTY' });
  });

  it('chases the others if one cannot be chased, and says which', async () => {
    await store(question({ id: 'bad' }), openRequest());
    const failing = { 'intake-question': () => Promise.reject(new TypeError('broken')) };
    await chaseRequests({ ...deps, lapse: failing }, at('2027-01-13T09:00:00Z'));
    await chaseRequests({ ...deps, lapse: failing }, at('2027-01-15T09:00:00Z'));
    const report = await chaseRequests({ ...deps, lapse: failing }, at('2027-01-18T09:00:00Z'));
    expect(report).toEqual({ ...nothing, handed: 1, failed: [{ request: 'bad', error: 'TypeError' }] });
  });
});

describe('a request of a release that knew more', () => {
  it.each([
    ['asks somebody of an unknown kind', { assignee: { lecturer: 'han' } }, 'AssigneeUnknown'],
    ['is of an unknown kind', { kind: 'bicycle-loan' }, 'RequestKindUnknown'],
  ])('that %s is left as it is, and told of', async (_, change, error) => {
    await store({ ...openRequest(), ...change }, question());
    const report = await chase('2027-01-13T09:00:00Z');
    expect(report).toEqual({ ...nothing, reminded: 1, failed: [{ request: 'request-1', error }] });
    expect((await deps.requests.get('request-1'))?.remindersSent).toBe(0);
  });
});
