import { DescribeExecutionCommand, GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseApplication } from '../../functions/retention/erase-application.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { eventsOf, faultsAbout } from '../../functions/shared/database/audit.ts';
import { apply, begin, fill, linkIn, mailTo, sendVersion } from '../support/applicants.ts';
import { canary, disguises, foundIn, hangul } from '../support/canaries.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { hideFaults } from '../support/hide-faults.ts';
import {
  broken,
  entriesOf,
  entryOf,
  makeDue,
  officer,
  openRequest,
  press,
  tooYoung,
} from '../support/intake/intake.ts';
import { logLines } from '../support/logs.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { everythingStored } from '../support/stored.ts';
import { visitor } from '../support/visitor.ts';
import { writtenIn } from '../support/written.ts';
import { privacyOfSelection } from './privacy-selection.ts';

let at: TestCloud;
let round: Round;
const since = Date.now() - 5;
let showFaults: () => Promise<void>;
beforeAll(async () => {
  at = await testCloud();
  showFaults = await hideFaults(at);
  round = await at.round();
});
afterAll(() => showFaults());

async function sent(person: ReturnType<typeof canary>) {
  const applied = await apply(at, round, person.form);
  await mailTo(at, person.email, '접수했습니다');
  return applied;
}

async function withOfficer(person: ReturnType<typeof canary>) {
  const applied = await sent(person);
  const request = await openRequest(at, applied.reference);
  return { ...applied, request, link: await requestLink(at, request.id, officer) };
}

/** Applications that go every way there is; each with the person who made it. */
async function everyWay() {
  const people = {
    clean: canary(),
    officer: canary(tooYoung),
    question: canary(tooYoung),
    refused: canary(tooYoung),
    withdrawn: canary(tooYoung),
  };
  const clean = await sent(people.clean);
  await at.untilState(clean.reference, 'ACCEPTED');

  const accepted = await withOfficer(people.officer);
  await press(at, accepted.link, { outcome: 'ACCEPT' });
  await at.untilState(accepted.reference, 'ACCEPTED');

  const asked = await withOfficer(people.question);
  await press(at, asked.link, {
    outcome: 'RETURN',
    question: people.question.words.question,
    pages: ['about-you', 'why'],
  });
  await at.untilState(asked.reference, 'WITH_APPLICANT');
  const question = await openRequest(at, asked.reference);
  const path = await requestLink(at, question.id, people.question.email);
  await press(at, path, {
    ...people.question.form['about-you'],
    email: people.question.email,
    reply: people.question.words.reply,
  });
  await press(at, path, {
    ...people.question.form['about-you'],
    ...people.question.form.why,
    reply: people.question.words.reply,
  });
  const again = await openRequest(at, asked.reference, asked.request.id);
  await press(at, await requestLink(at, again.id, officer), { outcome: 'ACCEPT' });
  await at.untilState(asked.reference, 'ACCEPTED');

  const refused = await withOfficer(people.refused);
  await press(at, refused.link, { outcome: 'REFUSE', reason: people.refused.words.reason });
  await at.untilState(refused.reference, 'REFUSED');

  const withdrawn = await withOfficer(people.withdrawn);
  await withdrawn.browser.post('/application/withdraw', {});
  await at.untilState(withdrawn.reference, 'WITHDRAWN');
  const references = [clean, accepted, asked, refused, withdrawn].map(({ reference }) => reference);
  return { people, references };
}

/** What somebody types where it does not belong: in addresses, cookies, and fields that are refused. */
async function strayTyping(person: ReturnType<typeof canary>) {
  const browser = visitor(at.baseUrl);
  const [name = ''] = person.texts;
  browser.cookies.set('application', `s.${encodeURIComponent(name)}.${person.email}`);
  await browser.get(`/rounds/${encodeURIComponent(name)}?q=${encodeURIComponent(person.email)}`);
  await browser.get(`/a/${encodeURIComponent(name)}/${encodeURIComponent(person.email)}`);
  await browser.get(`/${encodeURIComponent(name)}`);
  await browser.once('POST', `/rounds/${round.id}/start`, { body: `{"name":"${person.email}"}` });
  const mine = await begin(at, round, person.email);
  await mine.post('/apply/about-you', {
    name,
    email: name,
    mobile: person.email,
    district: name,
    [name]: person.email,
  });
  await mine.post('/apply/background', { years: person.words.plan, field: name });
  await mine.post('/apply/send', { version: name });
  await mine.post('/apply/later', {});
  await mine.post(`/rounds/${round.id}/address`, { email: person.email });
  await mine.post(`/rounds/${round.id}/code`, { code: name });
  await mine.post('/apply/address', { email: person.email });
}

/** A fault in the middle of somebody's data: a stored version that cannot be read any more. */
async function stuckOnData(person: ReturnType<typeof canary>) {
  const { browser, check } = await fill(at, round, person.form);
  const reference = browser.cookies.get('application')?.split('.')[1] ?? '';
  const end = at.gate.inject({
    service: 'states',
    operation: 'StartExecution',
    when: ({ body }) => body.includes(reference),
    respond: broken,
  });
  await browser.post('/apply/send', { version: sendVersion(check) });
  const start = await entryOf(
    at,
    reference,
    'the start',
    ({ errand, failures }) => errand.kind === 'start' && failures > 0,
  );
  end();
  const version = await at.applications.version(reference, 1);
  if (!version) throw new Error('the version is missing');
  const [name = ''] = person.texts;
  const item = { pk: reference, sk: 'version#0001', ...version };
  const put = (unreadable: object) =>
    at.db.send(new PutCommand({ TableName: at.tables.APPLICATIONS_TABLE, Item: { ...item, ...unreadable } }));
  await put({ lang: name, sentAt: person.email, answers: { [person.words.plan]: { name } } });
  try {
    expect((await browser.get('/application/answers')).status).toBe(500);
    await makeDue(at, start.id);
    await at.sweep();
    await eventually('it is stuck', async () => (await at.application(reference)).stuck !== undefined);
    await eventually('the run failed', async () => (await at.status(reference)) === 'FAILED');
  } finally {
    await put({});
  }
  return reference;
}

/** Everything that is known of an application’s runs: input, output, history with its causes. */
async function runsOf(reference: string): Promise<string> {
  const { run } = await at.application(reference);
  const told = await Promise.all(
    Array.from({ length: run }, async (_, before) => {
      const executionArn = at.executionArn(runNameOf(reference, before + 1));
      const { events } = await at.sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
      return [await at.sfn.send(new DescribeExecutionCommand({ executionArn })), events];
    }),
  );
  return JSON.stringify(told);
}

describe('a person’s name, address, phone and words', () => {
  it('are nowhere but in the tables of entities and in mails, and after erasing in no table', async () => {
    const { people, references } = await everyWay();
    const stray = canary();
    await strayTyping(stray);
    const stuckPerson = canary();
    const stuck = await stuckOnData(stuckPerson);
    const persons = [...Object.values(people), stray, stuckPerson];
    const texts = persons.flatMap((person) => person.texts);
    const subjects = [...references, stuck];
    await eventually('all messages have left', async () =>
      (await Promise.all(subjects.map((subject) => entriesOf(at, subject))))
        .flat()
        .every(({ due, failures }) => due === undefined || failures > 0),
    );

    const lines = await logLines(at, since);
    const runs = await Promise.all(subjects.map(runsOf));
    const places = {
      logs: lines.join('\n'),
      runs: runs.join('\n'),
      audit: JSON.stringify(await writtenIn(at, 'AUDIT_TABLE')),
      outbox: JSON.stringify(await writtenIn(at, 'OUTBOX_TABLE')),
      rounds: JSON.stringify(await writtenIn(at, 'ROUNDS_TABLE')),
      people: JSON.stringify(await writtenIn(at, 'PEOPLE_TABLE')),
      addresses: JSON.stringify(await writtenIn(at, 'ADDRESSES_TABLE')),
    };
    for (const reference of subjects) {
      expect(places.logs).toContain(reference);
      expect(places.runs).toContain(reference);
      expect(places.audit).toContain(reference);
      expect(places.outbox).toContain(reference);
    }
    expect(places.logs).toContain('page failed');
    expect(places.logs).not.toContain('errorMessage');
    expect(places.logs).toContain('_aws');
    expect(places.runs).toContain('ItemUnreadable: the log says where');
    expect(foundIn(places, texts)).toEqual([]);
    const stored = (await everythingStored(at)).join('\n');
    for (const { email, words } of Object.values(people)) {
      expect(stored).toContain(email);
      expect(stored).toContain(words.motivation);
      expect(stored).toContain(words.organisation);
    }
    expect(stored).toContain(people.refused.words.reason);
    expect(stored).toContain(people.question.words.reply);
    console.log(
      `${texts.length} canaries, ${texts.flatMap(disguises).length} disguises: in none of ${lines.length} log lines, ${runs.length} runs' histories, the audit, the outbox`,
    );

    const links = await Promise.all(
      Object.values(people).map(async ({ email }) => linkIn(await mailTo(at, email, '접수했습니다'), at.baseUrl)),
    );
    for (const reference of references) {
      await eraseApplication(at, reference, { by: 'operator:test', reason: 'asked to' }, at.now());
    }
    const after = (await everythingStored(at)).join('\n');
    expect(
      foundIn(
        { tables: after },
        Object.values(people).flatMap((person) => person.texts),
      ),
    ).toEqual([]);
    for (const link of links) expect((await visitor(at.baseUrl).get(link)).status).toBe(404);
    for (const reference of references) {
      const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, reference);
      expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, reference)).toEqual([]);
      expect(events.at(-1)?.type).toBe('PersonErased');
      expect((await at.application(reference)).state).toMatch(/ACCEPTED|REFUSED|WITHDRAWN/u);
    }
  });
});

describe('what is typed in a selection', () => privacyOfSelection(() => at));

describe('the search for canaries', () => {
  it('finds them plain, decomposed, percent-encoded, escaped and in base64 wherever they begin', () => {
    const name = hangul(6);
    const hidden = [
      name,
      name.normalize('NFD'),
      encodeURIComponent(name),
      JSON.stringify({ name: `${name} "x"` }),
      ...['', 'a', 'ab', 'abc'].map((before) => Buffer.from(`${before}${name} und mehr`).toString('base64')),
      Buffer.from(`{"a":"${name}"}`).toString('base64url'),
    ];
    for (const content of hidden) expect(foundIn({ here: content }, [name])).toHaveLength(1);
    expect(foundIn({ here: hidden.join() }, [hangul(6)])).toEqual([]);
  });
});
