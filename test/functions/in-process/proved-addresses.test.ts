import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationLink } from '../../../functions/applications/access.ts';
import { newApplication } from '../../../functions/applications/application.ts';
import { changedDraft, nothingTyped } from '../../../functions/applications/draft-items.ts';
import { emailKey } from '../../../functions/applications/identity.ts';
import type { Round } from '../../../functions/rounds/round.ts';
import { fingerprint, newSecret, secureRandom } from '../../../functions/shared/random.ts';
import { newReference } from '../../../functions/shared/references.ts';
import {
  answers,
  apply,
  applyByCode,
  begin,
  beginByCode,
  codeIn,
  consentsTo,
  emailOf,
  type FilledForm,
  fill,
  linkIn,
  mailsTo,
  mailTo,
  referenceOn,
  sendVersion,
  typedOf,
} from '../../support/applicants.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { changeRound } from '../../support/rounds/change-round.ts';
import { hiddenIn, type Visitor, visitor } from '../../support/visitor.ts';

const memory = memoryDatabase();
/** The tables that were called since it was last emptied. */
let called: string[] = [];
const db = new Proxy(memory.db, {
  get: (target, name) =>
    name === 'send'
      ? (command: { readonly input: unknown }) => {
          called.push(
            ...[...JSON.stringify(command.input).matchAll(/"TableName":"([^"]*)"/gu)].map(([, table = '']) => table),
          );
          return Reflect.apply(target.send, target, [command]);
        }
      : Reflect.get(target, name),
});
const sign = memorySigner();

let at: MemoryAcademy;
let round: Round;
beforeAll(async () => {
  at = await memoryAcademy({ memory, db, sign });
  round = await at.round();
});
afterAll(() => at.close());

const open = (lang = 'ko'): Visitor => visitor(at.baseUrl, { lang });
const openReference = (browser: Visitor): string => browser.cookies.get('application')?.split('.')[1] ?? '';
const codeMails = async (email: string) =>
  (await mailsTo(at, email)).filter(({ text }) => /인증 번호|Your code/u.test(text));
const someone = () => emailOf(answers());

/** An application as it was begun before addresses were proved: complete, with a session and the address of anybody. */
async function beforeProofs(form: FilledForm, contact = emailOf(form)) {
  const secret = newSecret(secureRandom);
  const begun = newApplication({
    reference: newReference(round.code, secureRandom(16)),
    roundId: round.id,
    roundVersion: round.version,
    lang: 'ko',
    email: contact,
    now: at.now(),
    closesAt: round.closesAt,
  });
  const application = { ...begun, proved: undefined, sessions: [fingerprint(secret)] };
  const { reference } = application;
  await at.commit({
    changes: [
      at.applications.create(application),
      at.applications.putDraft(
        application,
        { ...changedDraft(nothingTyped, typedOf(round, form), at.now()), consentsUnder: 1 },
        nothingTyped,
      ),
      at.applications.putContact(emailKey(round.id, contact), reference, application.expiresAt),
    ],
    events: [{ subject: reference, type: 'MadeByTest', by: 'operator:test', at: at.now() }],
  });
  const browser = open();
  browser.cookies.set('application', `s.${reference}.${secret}`);
  const link = `/a/${reference}/${await sign(applicationLink(application))}`;
  return { reference, browser, link, form, email: emailOf(form) };
}

describe('whoever begins', () => {
  it('gives an address, and has the form once its code is entered', async () => {
    const browser = open();
    const email = someone();
    const shown = await browser.get(`/rounds/${round.id}`);
    const [begin = ''] = /\/rounds\/[^"]*begin=yes/u.exec(shown.html) ?? [];
    expect((await browser.get(begin)).html).toContain(`action="/rounds/${round.id}/address"`);
    // As a page that was shown by the release before asks.
    expect((await browser.post(`/rounds/${round.id}/start`, {})).url).toBe(`/rounds/${round.id}/address`);
    const code = await browser.post(`/rounds/${round.id}/address`, { email });
    expect(code.url).toBe(`/rounds/${round.id}/code`);
    expect(code.text).toContain(email);
    // Also for as long as no mail leaves at all.
    expect(code.text).toContain('이메일이 늦어져 기한 안에 지원하지 못하시는 일이 없도록 도와 드립니다');
    expect(browser.cookies.has('application')).toBe(false);
    const mail = await mailTo(at, email, '인증 번호');
    const right = codeIn(mail);
    const wrong = await browser.post(`/rounds/${round.id}/code`, {
      code: String((Number(right) + 1) % 1_000_000).padStart(6, '0'),
    });
    expect([wrong.status, wrong.text.includes('4번 더')]).toEqual([422, true]);
    expect((await browser.post(`/rounds/${round.id}/code`, { code: '12' })).status).toBe(422);
    const form = await browser.post(`/rounds/${round.id}/code`, { code: ` ${right.slice(0, 3)} ${right.slice(3)}` });
    expect(form.url).toBe('/apply/consents');
    expect((await browser.get('/apply/about-you')).html).toContain(`value="${email}"`);
    expect(browser.cookies.has('code')).toBe(false);
    // Nothing is typed yet, and nothing stored for it.
    const drafts = () =>
      at.plain('applications').filter(({ pk, sk }) => pk === openReference(browser) && sk === 'draft');
    expect(drafts()).toEqual([]);
    await browser.post('/apply/consents', consentsTo(round));
    expect(drafts()).toHaveLength(1);
    expect((await browser.get('/apply/about-you')).html).toContain(`value="${email}"`);
  });

  it('is asked about a slip of a well-known domain, and refused an ending that does not exist', async () => {
    const browser = open();
    const slip = await browser.post(`/rounds/${round.id}/address`, { email: 'haneul@gmial.com' });
    expect([slip.status, slip.url]).toEqual([200, `/rounds/${round.id}/address`]);
    expect(slip.text).toContain('haneul@gmail.com');
    const meant = await browser.post(`/rounds/${round.id}/address`, { email: 'haneul@gmial.com', sure: 'yes' });
    expect(meant.url).toBe(`/rounds/${round.id}/code`);
    const gone = await browser.post(`/rounds/${round.id}/address`, { email: 'haneul@gmial.con', sure: 'yes' });
    expect(gone.status).toBe(422);
    expect(gone.text).toContain('.con');
    expect(gone.text).toContain('haneul@gmail.com');
    expect(gone.html).not.toContain('id="as-typed"');
  });

  it('goes on by the link of the mail on another device, and opening it changes nothing', async () => {
    const browser = open();
    const email = someone();
    await browser.post(`/rounds/${round.id}/address`, { email });
    const link = /\/continue\/[\w/-]+/u.exec((await mailTo(at, email, '인증 번호')).text)?.[0] ?? '';
    const before = at.writes();
    const scanner = open();
    for (let time = 0; time < 3; time += 1) expect((await scanner.get(link)).html).toContain('id="continue"');
    expect((await scanner.head(link)).status).toBe(200);
    expect(at.writes()).toBe(before);
    const phone = open();
    expect((await phone.post(link, {})).url).toBe('/apply/consents');
    const again = await phone.post(link, {});
    expect([again.status, again.text.includes('더 사용하실 수 없습니다')]).toEqual([410, true]);
    expect((await open().get(`${link.slice(0, -4)}AAAA`)).status).toBe(404);
  });

  it('gets in by the same code or button again if the first answer is lost, in the same browser alone', async () => {
    const browser = open();
    const email = someone();
    const path = `/rounds/${round.id}/code`;
    await browser.post(`/rounds/${round.id}/address`, { email });
    const mail = await mailTo(at, email, '인증 번호');
    const body = () => new URLSearchParams({ code: codeIn(mail) });
    const [same, stranger] = [browser.twin(), open()];
    await stranger.post(`/rounds/${round.id}/address`, { email });
    const lost = await browser.once('POST', path, { body: body() });
    expect(lost.headers.get('location')).toBe('/apply/consents');
    expect((await same.post(path, { code: codeIn(mail) })).url).toBe('/apply/consents');
    expect(openReference(same)).toBe(openReference(browser));
    expect((await stranger.post(path, { code: codeIn(mail) })).status).toBe(422);

    const link = /\/continue\/[\w/-]+/u.exec(mail.text)?.[0] ?? '';
    const [phone, another] = [open(), open()];
    const form = hiddenIn((await phone.get(link)).html);
    const others = hiddenIn((await another.get(link)).html);
    const both = await Promise.all([phone.postStale(link, form), phone.twin().postStale(link, form)]);
    expect(both.map(({ url }) => url)).toEqual(['/apply/consents', '/apply/consents']);
    expect((await another.postStale(link, others)).status).toBe(410);
  });

  it('gets into the one application of the address, from however many devices at once', async () => {
    const email = someone();
    const browsers = await Promise.all(Array.from({ length: 4 }, async () => begin(at, round, email)));
    expect(new Set(browsers.map(openReference)).size).toBe(1);
    const later = open();
    await beginByCode(at, round, email.replace('applicant', 'APPLICANT'), later);
    expect(openReference(later)).toBe(openReference(browsers[0] ?? later));
  });

  it('is told after the proof, and only then, that there is nothing under the address once the round has closed', async () => {
    const closed = await at.round();
    const sent = await apply(at, closed);
    await changeRound(at, closed, { closesAt: at.now() });
    const [known, unknown] = [open(), open()];
    expect((await beginByCode(at, closed, sent.email, known)).url).toBe('/application');
    const nothing = await beginByCode(at, closed, someone(), unknown);
    expect([nothing.status, nothing.text.includes('지원서가 없습니다')]).toEqual([404, true]);
  });
});

describe('whether somebody has applied', () => {
  it('shows in nothing: the same answer, and no look at applications, before the proof', async () => {
    const { email, reference } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    await mailTo(at, email, '접수했습니다');
    const ask = async (address: string) => {
      const browser = open();
      called = [];
      const first = await browser.once('POST', `/rounds/${round.id}/address`, {
        body: new URLSearchParams({ email: address }),
      });
      const page = await browser.get(first.headers.get('location') ?? '');
      const tables = [...called];
      const headers = [...first.headers].filter(([name]) => !/date|cookie/iu.test(name));
      const seen = JSON.stringify([first.status, headers, await first.text(), page.status, page.url, page.html]);
      return { seen: seen.replaceAll(address, 'ADDRESS').replaceAll(/\d{2}:\d{2}/gu, 'TIME'), tables };
    };
    const [known, unknown] = [await ask(email), await ask('nobody-at-all@example.com')];
    expect(known.seen).toBe(unknown.seen);
    const ofPages = (tables: readonly string[]) =>
      tables.filter((table) => /codes|addresses|applications|sessions/u.test(table)).sort();
    expect(ofPages(known.tables).filter((table) => table.includes('applications'))).toEqual([]);
    expect(ofPages(known.tables).filter((table) => table.includes('codes')).length).toBeGreaterThan(0);
  });
});

describe('forty who begin with the address of one victim', () => {
  it('have three mails sent, and the victim begins all the same', async () => {
    const email = someone();
    const pages = await Promise.all(
      Array.from({ length: 40 }, () => open().post(`/rounds/${round.id}/address`, { email })),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    await eventually('the mails', async () => (await codeMails(email)).length === 3);
    const own = open();
    const page = await own.post(`/rounds/${round.id}/address`, { email });
    expect(page.text).toContain('그대로 사용하실 수 있습니다');
    const [mail] = await codeMails(email);
    expect((await own.post(`/rounds/${round.id}/code`, { code: codeIn(mail ?? { text: '' }) })).url).toBe(
      '/apply/consents',
    );
    expect(await codeMails(email)).toHaveLength(3);
  });
});

describe('a thousand and eight posts from one place', () => {
  it('have sixty codes sent, are told so with what they typed, and keep no receipt waiting', async () => {
    const busy = await memoryAcademy({ codesAnHour: 60 });
    const there = await busy.round();
    const { browser, check } = await fill(busy, there, answers());
    const posts = Array.from({ length: 1008 }, (_, index) => async () => {
      const page = await visitor(busy.baseUrl).post(`/rounds/${there.id}/address`, { email: `p${index}@example.com` });
      if (page.status === 429) expect(page.html).toContain(`value="p${index}@example.com"`);
      return page.status;
    });
    const statuses: number[] = [];
    for (let from = 0; from < posts.length; from += 42) {
      statuses.push(...(await Promise.all(posts.slice(from, from + 42).map((post) => post()))));
    }
    expect([statuses.filter((one) => one === 200).length, statuses.filter((one) => one === 429).length]).toEqual([
      60, 948,
    ]);
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(referenceOn(sent)).toBe(openReference(browser));
    const entries = busy.plain('outbox').map(({ errand }) => JSON.stringify(errand));
    expect(entries.filter((errand) => errand.includes('"address-code"'))).toHaveLength(60);
    await eventually('the receipt', async () =>
      busy
        .plain('outbox')
        .some(({ errand, state }) => JSON.stringify(errand).includes('application-received') && state === 'DONE'),
    );
    await busy.close();
  });
});

describe("a stranger's draft that names my address", () => {
  const attempts = ['/apply', '/apply/check', '/apply/about-you', '/application/answers', '/application'];
  const readings = async (stranger: Visitor): Promise<number> => {
    const pages = await Promise.all([
      ...attempts.map((path) => stranger.get(path)),
      stranger.post('/apply/why', { motivation: 'mine now' }),
      stranger.post('/apply/send', { version: '1' }),
      stranger.post('/application/withdraw', {}),
      stranger.post('/apply/open-sent', {}),
    ]);
    return pages.filter(({ status }) => status !== 403).length;
  };

  it('is read by the stranger no more once I have proved it: by the cookie, a session by link, or the link', async () => {
    const stranger = await beforeProofs(answers());
    const byLink = open();
    expect((await byLink.get(stranger.link)).status).toBe(200);
    const mine = open();
    await beginByCode(at, round, stranger.email, mine);
    expect(openReference(mine)).toBe(stranger.reference);
    expect((await mine.get('/apply/why')).text).toContain('핀테크 서비스를');
    expect(await readings(stranger.browser)).toBe(0);
    expect(await readings(byLink)).toBe(0);
    expect((await open().get(stranger.link)).status).toBe(404);
    await mine.post('/apply/about-you', stranger.form['about-you']);
    expect((await mine.get('/apply/why')).html).not.toContain('mine now');
  });

  it('is not kept by a session that the stranger began by a link of their own', async () => {
    const [own, victim] = [someone(), someone()];
    const stranger = await beforeProofs(answers({ 'about-you': { email: own } }));
    await at.sessions.begin(stranger.reference, 'link', secureRandom, at.now());
    await stranger.browser.post('/apply/about-you', { ...stranger.form['about-you'], email: victim });
    expect((await at.application(stranger.reference)).email).toBe(victim);
    const mine = open();
    await beginByCode(at, round, victim, mine);
    expect(openReference(mine)).toBe(stranger.reference);
    expect(await readings(stranger.browser)).toBe(0);
    expect((await open().get(stranger.link)).status).toBe(404);
  });

  it('is mine by the official mail of before, too, as soon as I change anything', async () => {
    const stranger = await beforeProofs(answers());
    const mine = open();
    await mine.get(stranger.link);
    await mine.post('/apply/about-you', stranger.form['about-you']);
    expect((await at.application(stranger.reference)).proved).toMatchObject({ email: stranger.email });
    expect(await readings(stranger.browser)).toBe(0);
    expect((await mine.get('/apply/check')).status).toBe(200);
  });
});

describe('sixty complete applications with invented addresses', () => {
  it('are led to the proof, and none is in intake', async () => {
    const drafts = await Promise.all(Array.from({ length: 60 }, () => beforeProofs(answers())));
    const pages = await Promise.all(drafts.map(({ browser }) => browser.post('/apply/send', { version: '1' })));
    expect(new Set(pages.map(({ url }) => url))).toEqual(new Set(['/apply/code']));
    const states = await Promise.all(drafts.map(async ({ reference }) => (await at.application(reference)).state));
    expect(new Set(states)).toEqual(new Set(['DRAFT']));
    const starts = at.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes('"applicant-intake"'));
    expect(starts.filter((entry) => drafts.some(({ reference }) => JSON.stringify(entry).includes(reference)))).toEqual(
      [],
    );
  });
});

describe('a draft from before', () => {
  it('is sent after the proof, with every word', async () => {
    const { browser, email, reference, form } = await beforeProofs(answers());
    const page = await browser.post('/apply/send', { version: '1' });
    expect(page.url).toBe('/apply/code');
    const proved = await browser.post('/apply/code', { code: codeIn(await mailTo(at, email, '인증 번호')) });
    expect(proved.url).toBe('/apply/check');
    expect(proved.text).toContain(String(form['about-you'].name));
    const sent = await browser.post('/apply/send', { version: '1' });
    expect(referenceOn(sent)).toBe(reference);
  });

  it('leads into what was sent with the same address, once that is proved, and stays readable', async () => {
    const first = await apply(at, round);
    const second = await beforeProofs(answers({ 'about-you': { email: first.email } }));
    await second.browser.post('/apply/send', { version: '1' });
    await second.browser.post('/apply/code', { code: codeIn(await mailTo(at, first.email, '인증 번호')) });
    const taken = await second.browser.post('/apply/send', { version: '1' });
    expect([taken.status, taken.text.includes('이미 있습니다')]).toEqual([409, true]);
    expect((await second.browser.get('/application/answers')).text).toContain(String(second.form['about-you'].name));
    const opened = await second.browser.post('/apply/open-sent', {});
    expect(opened.text).toContain(first.reference);
    expect(await at.applications.reservationOf(emailKey(round.id, first.email))).toBe(first.reference);
  });
});

describe('another address', () => {
  it('is proved before it takes the place of the present one, which is told', async () => {
    const [form, other] = [answers(), someone()];
    const { browser } = await fill(at, round, form);
    const reference = openReference(browser);
    const asked = await browser.post('/apply/about-you', { ...form['about-you'], email: other });
    expect(asked.html).toContain('action="/apply/address"');
    expect(asked.html).toContain(`value="${other}"`);
    expect((await at.application(reference)).email).toBe(emailOf(form));
    expect((await browser.get('/apply/check')).text).toContain(emailOf(form));
    await browser.post('/apply/address', { email: other });
    const mail = await mailTo(at, other, '인증 번호');
    expect(mail.text).not.toContain('/continue/');
    await browser.post('/apply/code', { code: codeIn(mail) });
    expect(await at.application(reference)).toMatchObject({
      email: other,
      proved: { email: other },
      linkGeneration: 2,
    });
    const check = await browser.get('/apply/check');
    expect(check.text).toContain(other);
    expect((await mailTo(at, emailOf(form), '이메일 주소가 바뀌었습니다')).text).toContain(reference);
    const sent = await browser.post('/apply/send', { version: sendVersion(check) });
    expect(referenceOn(sent)).toBe(reference);
  });

  it('takes the place of that of a sent application with the next version', async () => {
    const { browser, reference, email } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const other = someone();
    await browser.post('/apply/address', { email: other });
    await browser.post('/apply/code', { code: codeIn(await mailTo(at, other, '인증 번호')) });
    expect((await at.application(reference)).email).toBe(email);
    const check = await browser.get('/apply/check');
    await browser.post('/apply/send', { version: sendVersion(check) });
    expect((await at.application(reference)).email).toBe(other);
    await mailTo(at, email, '이메일 주소가 바뀌었습니다');
    await mailTo(at, other, '수정한 지원서를 접수했습니다');
  });
});

describe('a session', () => {
  it('is over in the browser that leaves, and its cookie opens nothing any more', async () => {
    const { browser } = await fill(at, round, answers());
    const [kept, other] = [browser.twin(), open()];
    await begin(at, round, (await at.application(openReference(browser))).email ?? '', 'ko', other);
    await browser.post('/application/leave', {});
    expect((await kept.get('/apply')).status).toBe(403);
    expect((await other.get('/apply')).status).toBe(200);
  });

  it('from before is over, too', async () => {
    const { browser } = await beforeProofs(answers());
    const kept = browser.twin();
    expect((await kept.get('/apply')).status).toBe(200);
    await browser.post('/application/leave', {});
    expect((await kept.get('/apply')).status).toBe(403);
  });

  it('is closed everywhere else at a press, and so are the links in mails', async () => {
    const { browser, email, reference } = await apply(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const link = linkIn(await mailTo(at, email, '접수했습니다'), at.baseUrl);
    const [laptop, byLink] = [await begin(at, round, email), open()];
    expect((await byLink.get(link)).url).toBe('/application');
    const page = await browser.post('/application/sign-out-elsewhere', {});
    expect(page.text).toContain('모두 닫혔습니다');
    expect((await browser.get('/application')).status).toBe(200);
    expect((await laptop.get('/application')).status).toBe(403);
    expect((await byLink.get('/application')).status).toBe(403);
    expect((await open().get(link)).status).toBe(404);
  });

  it('of another application is not taken away by a link: the page asks', async () => {
    const [first, second] = [await apply(at, round), await apply(at, round)];
    await at.untilState(second.reference, 'ACCEPTED');
    const link = linkIn(await mailTo(at, second.email, '접수했습니다'), at.baseUrl);
    const asked = await first.browser.get(link);
    expect(asked.text).toContain('다른 지원서가 열려 있습니다');
    expect((await first.browser.get('/application')).text).toContain(first.reference);
    const opened = await first.browser.post(link, {});
    expect(opened.text).toContain(second.reference);
    expect((await second.browser.get(link)).url).toBe('/application');
  });
});

describe("a stranger's link that my browser has opened", () => {
  it('does not lead me into their draft when I press the button of a page that I had open', async () => {
    const stranger = await begin(at, round, someone());
    await stranger.post('/apply/later', {});
    const { email = '' } = await at.application(openReference(stranger));
    const link = linkIn(await mailTo(at, email, '작성 중인 지원서'), at.baseUrl);
    const mine = open();
    await mine.get(`/rounds/${round.id}`);
    await mine.get(link);
    const asked = await mine.get(`/rounds/${round.id}/address?begin=yes`);
    expect(asked.url).toBe(`/rounds/${round.id}`);
    expect(asked.text).toContain(email);
    expect((await mine.post(`/rounds/${round.id}/start`, {})).url).toBe(`/rounds/${round.id}`);
    expect((await mine.post(`/rounds/${round.id}/start`, { anew: 'yes' })).url).toBe(`/rounds/${round.id}/address`);
  });
});

describe('come back at any time', () => {
  it('mails the link to the proved address, within the limit that codes have', async () => {
    const { browser } = await fill(at, round, answers());
    const { email = '' } = await at.application(openReference(browser));
    const links = async () => (await mailsTo(at, email)).filter(({ text }) => text.includes('/a/'));
    for (let time = 0; time < 3; time += 1)
      expect((await browser.post('/apply/later', {})).url).toBe('/apply/later-sent');
    const limited = await browser.post('/apply/later', {});
    expect([limited.status, limited.text.includes('더 보내 드릴 수 없습니다')]).toEqual([429, true]);
    await eventually('three links', async () => (await links()).length === 3);
    const [mail] = await links();
    expect((await open().get(linkIn(mail ?? { html: '', text: '' }, at.baseUrl))).url).toBe('/apply/check');
  });
});

it('has sent its application with the code and nothing else', async () => {
  const { reference, browser } = await applyByCode(at, round);
  expect(openReference(browser)).toBe(reference);
  await at.untilState(reference, 'ACCEPTED');
});
