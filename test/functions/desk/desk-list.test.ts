import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordDeskRead } from '../../../functions/desk/record-desk-read.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { chainOf, verifyChain } from '../../../functions/shared/database/audit.ts';
import { formatInstant, seoulDateOf } from '../../../functions/shared/time.ts';
import { desksOf } from '../../support/desk/at-desks.ts';
import { requestOf, settledBefore } from '../../support/desk/desk-requests.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { staff, withOfficer } from '../../support/intake/intake.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy();
  round = await at.round();
});
afterAll(() => at.close());

const request = (person: string, days: number, kind?: string) =>
  requestOf(at, { person, context: round.id, days, kind });

/** The words of a page in the order in which they stand there. */
const inOrder = (text: string, words: readonly string[]) => words.map((one) => text.indexOf(one));

describe('the list of a desk', () => {
  it('has what waits by its due time, overdue first and marked, and nothing of anybody else', async () => {
    const person = await staff(at);
    const other = await staff(at);
    const [soon, late, later] = [
      await request(person.id, 0),
      await request(person.id, 30),
      await request(person.id, 20),
    ];
    const theirs = await request(other.id, 3);
    const { page } = await signIn(at, person.email);
    expect(page.text).toContain('요청 3건이 기다리고 있습니다.');
    const order = inOrder(page.text, ['기한이 지난 요청', late.subject, later.subject, '기다리는 요청', soon.subject]);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(page.text).toContain(`기한: ${formatInstant(late.dueAt, 'ko')} (기한 지남)`);
    expect(page.text).toContain(`기한: ${formatInstant(soon.dueAt, 'ko')} `);
    expect(page.text).toContain(round.title.ko);
    expect(page.text).not.toContain(theirs.subject);
  });

  it('has no link that was signed, makes one when a request is opened, and opens only what is theirs', async () => {
    const { request: asked, link, name } = await applied();
    const { browser, page } = await signIn(at, 'minji.kim@academy.example.kr');
    expect(page.text).toContain(`지원서 확인 · ${asked.subject}`);
    expect(page.html).not.toMatch(/\/r\/intake\//u);
    expect(page.text).not.toContain(name);
    const opened = await browser.get(`/desk/requests/${asked.id}`);
    expect([opened.status, opened.url]).toEqual([200, link]);
    expect(opened.text).toContain(name);
    const sora = await signIn(at, 'sora.park@academy.example.kr');
    expect((await sora.browser.get(`/desk/requests/${asked.id}`)).status).toBe(404);
    expect((await sora.browser.get(`/desk/requests/${'0'.repeat(32)}`)).status).toBe(404);
    expect((await sora.browser.get('/desk/requests/A-27H1')).status).toBe(404);
  });

  it('leads from one decision to the next, says once what was decided, and then that it was', async () => {
    const person = await staff(at);
    const [first, second] = [await applied(), await applied()];
    for (const { request: was } of [first, second]) await hand(was, person.id);
    const { browser, page } = await signIn(at, person.email);
    expect(page.text).toContain('요청 2건');
    const open = await browser.get('/desk/next');
    expect(open.url).toContain(`/r/intake/`);
    const decided = await browser.post(open.url, { outcome: 'ACCEPT' });
    expect(decided.url).toBe(`${open.url}/decided`);
    expect(decided.title).not.toContain('이미');
    expect(decided.html).toContain('href="/desk/next"');
    expect((await browser.get(`${open.url}/decided?lang=en`)).title).not.toContain('already');
    await browser.get('/desk?lang=ko');
    expect((await browser.choose(open.url, { outcome: 'ACCEPT', confirm: 'yes' })).title).not.toContain('이미');
    expect((await browser.choose(open.url, { outcome: 'RETURN', question: '?' })).title).toContain('이미');
    const again = await browser.get(`${open.url}?lang=ko`);
    expect(again.title).toContain('이미 결정된 요청입니다');
    expect(again.text).toContain(person.name);
    const next = await browser.get('/desk/next');
    expect([next.status, next.url.startsWith('/r/intake/'), next.url === open.url]).toEqual([200, true, false]);
    await browser.post(next.url, { outcome: 'REFUSE', reason: '조건에 맞지 않습니다.' });
    const done = await browser.get('/desk/next');
    expect(done.url).toBe('/desk');
    expect(done.text).toContain('기다리는 요청이 없습니다');
    expect(done.text).toContain('최근 처리한 요청');
    const order = inOrder(
      done.text,
      [second, first].map(({ request: { subject } }) => subject),
    );
    expect(order).not.toContain(-1);
    const closed = await browser.get(/\/desk\/requests\/[\da-f]{32}/u.exec(done.html)?.[0] ?? '');
    expect(closed.title).toContain('이미 결정된 요청입니다');
  });

  it('names the round once where all are of one, and leads from a request back, asking before words are lost', async () => {
    const person = await staff(at);
    const [first, second] = [await applied(), await applied()];
    for (const { request: was } of [first, second]) await hand(was, person.id);
    const desk = desksOf(at).of(person.email);
    expect((await desk.look()).map(({ words }) => words)).toEqual(
      [first, second].map(({ reference }) => `지원서 확인 · ${reference}`),
    );
    const { browser, page } = await signIn(at, person.email);
    expect(page.text.split(round.title.ko)).toHaveLength(2);
    await desk.openNext();
    expect((await desk.back()).url).toBe('/desk');
    const { url } = await browser.get(`/desk/requests/${first.request.id}`);
    const typed = { outcome: 'REFUSE', reason: '조건에 맞지 않습니다.', action: 'go:desk' };
    const asked = await browser.choose(url, typed);
    expect([asked.status, asked.text.includes(typed.reason)]).toEqual([409, true]);
    expect(asked.html).toContain('href="/desk"');
  });

  it('has the first hundred, says how many more there are, and fills up as they are done', async () => {
    const person = await staff(at);
    const all: PersonRequest[] = [];
    for (let number = 0; number < 102; number += 1) all.push(await request(person.id, 1));
    const { browser, page } = await signIn(at, person.email);
    expect(page.text).toContain('요청 102건이 기다리고 있습니다.');
    // All of them are due at one moment: what is left is not due later.
    expect(page.text).toContain('요청 2건이 더 있습니다. 위의 요청을 처리하면 나타납니다.');
    expect(page.text).not.toContain('더 늦은');
    const shown = (text: string) => all.filter(({ subject }) => text.includes(subject)).length;
    expect(shown(page.text)).toBe(100);
    for (const one of all.filter(({ subject }) => page.text.includes(subject)).slice(0, 2)) {
      await settledBefore(at, one, person.id, 40);
    }
    const later = await browser.get('/desk');
    expect([shown(later.text), later.text.includes('더 있습니다')]).toEqual([100, false]);
  });

  it('is not said to be decided by the address of a decision alone', async () => {
    const { link } = await applied();
    const { browser } = await signIn(at, 'minji.kim@academy.example.kr');
    expect((await browser.get(`${link}/decided`)).url).toBe(link);
  });

  it('has what was done in thirty days, the latest twenty', async () => {
    const person = await staff(at);
    const old = await request(person.id, 40);
    await settledBefore(at, old, person.id, 31);
    const some = [];
    for (let number = 0; number < 22; number += 1) {
      const one = await request(person.id, 40);
      await settledBefore(at, one, person.id, 1 + number / 2);
      some.push(one);
    }
    const { page } = await signIn(at, person.email);
    const shown = some.filter(({ subject }) => page.text.includes(subject));
    expect(shown).toEqual(some.slice(0, 20));
    expect(page.text).not.toContain(old.subject);
  });

  it('leaves out what this release does not know how to open, and says what it is called', async () => {
    const person = await staff(at);
    await request(person.id, 5, 'of-a-newer-release');
    const known = await applied();
    await hand(known.request, person.id);
    const { browser, page } = await signIn(at, person.email);
    expect(page.text).toContain('of-a-newer-release');
    expect((await browser.get('/desk/next')).url).toContain(known.request.id);
  });
});

describe('days away', () => {
  it('are entered as people type them, with who stands in, and removed', async () => {
    const deputy = await staff(at);
    const person = await staff(at, { deputy });
    const { browser, page } = await signIn(at, person.email);
    expect(page.text).toContain(`대신 맡는 담당자: ${deputy.name}`);
    const days = {
      'from.year': '2031년',
      'from.month': '2월',
      'from.day': '3일',
      'to.year': '２０３１',
      'to.month': 'Feb',
      'to.day': '7.',
    };
    const wrong = await browser.post('/desk/away', { ...days, 'to.day': '1' });
    expect([wrong.status, wrong.html.includes('value="2031년"')]).toEqual([422, true]);
    expect(wrong.text).toContain('마지막 날은 첫날과 같거나 그 뒤여야 합니다.');
    const past = await browser.post('/desk/away', { ...days, 'from.year': '2020' });
    expect(past.text).toContain('첫날은 오늘이나 그 뒤여야 합니다.');
    const switched = await browser.post('/desk/away', { ...days, switch: 'en' });
    expect([switched.status, switched.html.includes('value="2031년"')]).toEqual([200, true]);
    await browser.get('/desk?lang=ko');
    const entered = await browser.post('/desk/away', days);
    expect(entered.text).toContain('2031년 2월 3일(월)부터 2031년 2월 7일(금)까지');
    expect((await browser.get('/desk')).text).toContain('2031년 2월 3일(월)부터');
    const removed = await browser.post('/desk/away/remove', { from: '2031-02-03', to: '2031-02-07' });
    expect(removed.text).not.toContain('2031년');
  });

  it('of the people file are shown, and not removed at a desk', async () => {
    const today = seoulDateOf(at.now());
    const person = await staff(at, { absentToday: `${today}..${today}` });
    const { browser } = await signIn(at, person.email);
    const page = await browser.post('/desk/away/remove', { from: today, to: today });
    expect(page.text).toContain('담당자 명단에 있는 기간');
    expect(page.html).not.toContain('id="remove-');
    expect((await browser.post('/desk/away/remove', { from: 'x', to: today })).status).toBe(200);
  });
});

describe('what is read at a desk', () => {
  it('is an event in a chain of the person and the day', async () => {
    const person = await staff(at);
    const read = { of: 'A-27H1-7K3Q-9MX4', task: 'case' };
    await Promise.all([1, 2, 3].map(() => recordDeskRead(at, { person }, read, at.now())));
    const chain = await chainOf(at.db, at.tables.AUDIT_TABLE, `reads#person:${person.id}#${seoulDateOf(at.now())}`);
    expect(chain).toHaveLength(3);
    expect(chain[0]).toMatchObject({ type: 'PersonalDataRead', about: read.of, data: { task: 'case' } });
    expect(verifyChain(chain)).toEqual([]);
  });
});

/** An application that waits for an officer, with the name of who applies. */
async function applied() {
  const made = await withOfficer(at, round);
  const version = await at.applications.version(made.reference, 1);
  const name = version?.answers.name;
  if (typeof name !== 'string') throw new Error('nobody has applied');
  return { ...made, name };
}

/** Gives a request to somebody else, as if they had been asked. */
async function hand(was: PersonRequest, person: string): Promise<void> {
  const next: PersonRequest = {
    ...was,
    revision: was.revision + 1,
    assignee: { person },
    openFor: person,
    generation: was.generation + 1,
    held: [...was.held, { generation: was.generation + 1, assignee: person, since: at.now(), why: 'handed over' }],
  };
  await at.commit({
    changes: [at.requests.save(next, was)],
    events: [{ subject: was.subject, type: 'RequestHandedOver', by: 'operator:test', at: at.now() }],
  });
}
