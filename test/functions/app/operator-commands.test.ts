import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newApplication } from '../../../functions/applications/application.ts';
import { emailKey } from '../../../functions/applications/identity.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { findPerson, isAboutPerson } from '../../../ops/commands/find-person.ts';
import { peopleList, roundList } from '../../../ops/commands/lists.ts';
import { link, remind } from '../../../ops/commands/reach-people.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { memoryRound } from '../../support/memory/memory-round.ts';
import { openRequest } from '../../support/requests/requests.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');

let at: Awaited<ReturnType<typeof memoryRound>>;
beforeEach(async () => {
  at = await memoryRound(now);
});

const context = (yes: boolean) => ({
  ...at.deps,
  db: at.memory.db,
  tables: memoryTables,
  flags: { stage: 'local', yes, force: false },
  by: 'operator:test',
  now: () => now,
});

/** What a command says, and what it complains of. */
async function told(command: (at: ReturnType<typeof context>) => Promise<void>, yes = true) {
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void said.push(String(line)));
  const complaint = await command(context(yes)).then(
    () => '',
    (error: unknown) => String(error),
  );
  log.mockRestore();
  return { said: said.join('\n'), complaint };
}

async function open(change: Parameters<typeof openRequest>[0] = {}) {
  const request = openRequest({ assignee: { person: 'kim-minji' }, ...change });
  await at.deps.commit({
    changes: at.deps.requests.create(request),
    events: [{ subject: request.subject, type: 'RequestOpened', by: 'system:test', at: now }],
  });
  return request;
}
const mails = () =>
  at.memory.plain('outbox').flatMap(({ errand }) => (JSON.stringify(errand).includes('"mail"') ? [errand] : []));
const reads = async () => (await eventsOf(at.memory.db, 'audit', 'reads#operator:test#2027-01-11')).length;

describe('ops remind', () => {
  it('sends one reminder more, names the holder first, and leaves the plan as it was', async () => {
    const request = await open();
    const asked = await told((context) => remind(context, request.id), false);
    expect(asked.complaint).toContain('Nothing was done');
    expect(asked.said).toContain(
      'kim-minji is reminded of intake-decision about A-27H1-7K3Q-9MX4, due Monday, 18 January 2027',
    );
    expect(mails()).toEqual([]);

    expect((await told((context) => remind(context, request.id))).said).toContain('on its way to kim-minji');
    expect(mails()).toEqual([
      { kind: 'mail', template: 'request-reminder', to: { person: 'kim-minji' }, ids: { requests: [request.id] } },
    ]);
    expect(await at.deps.requests.get(request.id)).toMatchObject({ remindersSent: 0, reminders: request.reminders });
    expect((await eventsOf(at.memory.db, 'audit', request.subject)).at(-1)).toMatchObject({
      type: 'ReminderSent',
      by: 'operator:test',
    });
  });

  it('sends the mail about all that somebody has of a round, where requests are reminded of together', async () => {
    const { id } = await open({ kind: 'review' });
    await told((context) => remind(context, id));
    expect(mails()).toMatchObject([{ template: 'reviews-reminder', ids: { round: 'academy-2027h1' } }]);
  });

  it('complains of what is not open', async () => {
    expect((await told((context) => remind(context, 'nothing'))).complaint).toContain('nothing is no open request');
  });
});

describe('ops link', () => {
  it('takes back every link of somebody and mails new ones to all that is open, once', async () => {
    const { id } = await open();
    const asked = await told((context) => link(context, 'kim-minji'), false);
    expect(asked.said).toContain('kim-minji is emailed new links to everything that waits for them (1 requests');
    expect((await at.deps.people.get('kim-minji'))?.linkGeneration).toBeUndefined();

    expect((await told((context) => link(context, 'kim-minji'))).said).toContain('1 emails are sent to kim-minji');
    expect(await at.deps.people.get('kim-minji')).toMatchObject({ linkGeneration: 1, mailedGeneration: 1 });
    expect(mails()).toMatchObject([{ template: 'request-reminder', ids: { requests: [id] } }]);
    const types = (await eventsOf(at.memory.db, 'audit', 'person#kim-minji')).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['PersonLinksRenewed', 'PersonMailedAnew']);
  });

  it('says so if nothing is open, or nobody has that id', async () => {
    expect((await told((context) => link(context, 'lee-junho'))).said).toContain('Nothing waits for lee-junho');
    expect((await told((context) => link(context, 'nobody'))).complaint).toContain('There is nobody nobody');
  });
});

describe('ops round list and ops people list', () => {
  it('show every round with its state, and nothing personal', async () => {
    const { said } = await told((context) => roundList(context), false);
    expect(said).toMatch(/^academy-2027h1 {2}version 1 {2}open {2}/u);
    expect(said).toContain('1 rounds.');
    expect(await reads()).toBe(0);
  });

  it('show the staff with what waits for them only when that is confirmed, and the audit keeps who read it', async () => {
    await open();
    expect((await told((context) => peopleList(context), false)).said).not.toContain('minji.kim@');
    expect(await reads()).toBe(0);
    const { said } = await told((context) => peopleList(context));
    expect(said).toMatch(/^kim-minji {2}\S+ {2}minji\.kim@academy\.example\.kr {2}.*intake-officer.* {2}1 open/mu);
    expect(await reads()).toBe(1);
  });
});

describe('ops find, by an address or a name', () => {
  const reference = 'A-27H1-7K3Q-9MX4';
  beforeEach(async () => {
    const { applications, commit } = at.deps;
    const email = 'Haneul@example.com';
    const given = { reference, roundId: at.round.id, roundVersion: 1, lang: 'ko', email, now } as const;
    const begun = newApplication({ ...given, closesAt: at.round.closesAt });
    await commit({
      changes: [
        applications.create({ ...begun, name: '김 하늘' }),
        applications.putContact(emailKey(at.round.id, email), reference),
      ],
      events: [{ subject: reference, type: 'ApplicationStarted', by: 'applicant', at: now }],
    });
  });

  it.each(['haneul@EXAMPLE.com', '김하늘', '하늘'])(
    'says for %s which applications there are, keeps who looked, and prints neither',
    async (typed) => {
      const asked = await told((context) => findPerson(context, typed), false);
      expect([asked.said.includes(reference), await reads()]).toEqual([false, 0]);
      const { said } = await told((context) => findPerson(context, typed));
      expect(said).toContain(`${reference}  academy-2027h1  DRAFT`);
      expect(said.split('\n').find((line) => line.startsWith(reference))).not.toMatch(/haneul|하늘/iu);
      expect((await eventsOf(at.memory.db, 'audit', 'reads#operator:test#2027-01-11'))[0]).toMatchObject({
        type: 'PersonalDataRead',
        about: reference,
      });
    },
  );

  it('finds a name without its accents, and the application that is sent under an address beside the begun ones', async () => {
    const { applications, commit } = at.deps;
    const [sent, email] = ['A-27H1-0000-0001', 'van@example.com'] as const;
    const given = { reference: sent, roundId: at.round.id, roundVersion: 1, lang: 'ko', email, now } as const;
    await commit({
      changes: [
        applications.create({ ...newApplication({ ...given, closesAt: at.round.closesAt }), name: 'Nguyễn Văn A' }),
        applications.reserveEmail(emailKey(at.round.id, email), sent),
      ],
      events: [{ subject: sent, type: 'ApplicationStarted', by: 'applicant', at: now }],
    });
    for (const typed of ['nguyen van a', 'Van@example.com'])
      expect((await told((context) => findPerson(context, typed))).said).toContain(sent);
  });

  it('finds the staff too, and says who is nobody', async () => {
    expect((await told((context) => findPerson(context, 'minji.kim@academy.example.kr'))).said).toMatch(
      /^kim-minji {2}of the staff/mu,
    );
    expect((await told((context) => findPerson(context, 'nobody@example.com'))).complaint).toContain('There is nobody');
  });

  it('knows a name from a reference, a round and an entry', () => {
    for (const name of ['김하늘', 'Kim Haneul', 'a@b.kr', 'kim-minji'])
      expect([name, isAboutPerson(name)]).toEqual([name, true]);
    for (const id of [reference, 'a 27h1 7k3q 9mx4', 'academy-2027h1', 'A-27H1-7K3Q-9MX5', `${reference}.0a.0`])
      expect([id, isAboutPerson(id)]).toEqual([id, false]);
  });
});
