import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPasskey, takePasskeyCode } from '../../../functions/second-factor/add-passkey.ts';
import { giveDecisionCode, givePasskeyCode } from '../../../functions/second-factor/operator-codes.ts';
import { mostPasskeys, shortId } from '../../../functions/second-factor/passkey.ts';
import { removePasskey } from '../../../functions/second-factor/remove-passkey.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { staff } from '../../support/intake/intake.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { type AskedOfBrowser, type Lie, softwareAuthenticator } from '../../support/second-factor/authenticator.ts';
import { addPasskeyAt, asked, toldCode } from '../../support/second-factor/passkeys.ts';
import type { Page } from '../../support/visitor.ts';

const signCode = memorySigner();
let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy({ signCode });
});
afterAll(() => at.close());

async function atDesk() {
  const { id: person, email } = await staff(at);
  const { browser } = await signIn(at, email);
  return { person, email, browser };
}
type AtDesk = Awaited<ReturnType<typeof atDesk>>;

const told = async (person: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, `person#${person}`)).filter(({ type }) => type !== 'PersonLoaded');
const kept = async (person: string) => (await at.passkeys.get(person))?.passkeys ?? [];
const device = () => softwareAuthenticator(at.baseUrl);

/** Types the code, honestly: the page with what the browser is asked for. */
const typed = async ({ browser, person }: AtDesk): Promise<Page> =>
  browser.postStale('/desk/passkeys', { code: await toldCode(at, signCode, { person }) });
const add = ({ browser }: AtDesk, credential: string) => browser.postStale('/desk/passkeys/new', { credential });

describe('a passkey', () => {
  it('is added at the own desk with a code that an operator has told, once for each code', async () => {
    const who = await atDesk();
    expect((await who.browser.get('/desk/passkeys')).text).toContain('등록된 패스키가 없습니다.');
    const { device: first, page } = await addPasskeyAt(at, signCode, who);
    expect([page.status, page.url]).toEqual([200, '/desk/passkeys']);
    expect(page.text).toContain(shortId(first));
    const { device: second } = await addPasskeyAt(at, signCode, who);
    expect((await kept(who.person)).map(({ id }) => id)).toEqual([first.id, second.id]);
    await add(who, device().make(asked(await typed(who)), {}));
    const before = await kept(who.person);
    await add(who, device().make({ challenge: 'AAAA', host: 'localhost' }));
    expect(await kept(who.person)).toEqual(before);
    expect((await told(who.person)).map(({ type }) => type)).toEqual(
      [1, 2, 3].flatMap(() => ['PasskeyCodeGiven', 'PasskeyCodeUsed', 'PasskeyAdded']),
    );
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, `person#${who.person}`)).toEqual([]);
  });

  it('is asked for by what the browser needs: the host, the person’s name, and those that are there already', async () => {
    const who = await atDesk();
    const { device: first } = await addPasskeyAt(at, signCode, who);
    const { html } = await typed(who);
    for (const part of ['data-passkey="make"', 'data-host="localhost"', `data-known="${first.id}"`, 'data-handle="']) {
      expect(html).toContain(part);
    }
    expect(html).toMatch(/<script defer src="\/assets\/passkey\.[0-9a-f]{12}\.js"/u);
    expect((await at.passkeys.get(who.person))?.handle).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('is removed by an operator, and others stay', async () => {
    const who = await atDesk();
    const { device: lost } = await addPasskeyAt(at, signCode, who);
    const { device: other } = await addPasskeyAt(at, signCode, who);
    const given = { person: who.person, passkey: shortId(lost), by: 'operator:test', reason: 'lost on the bus' };
    expect(await removePasskey(at, given, at.now())).toBe('removed');
    expect(await removePasskey(at, given, at.now())).toBe('unknown');
    expect((await kept(who.person)).map(({ id }) => id)).toEqual([other.id]);
    expect((await told(who.person)).at(-1)).toMatchObject({
      type: 'PasskeyRemoved',
      by: 'operator:test',
      data: { passkey: shortId(lost), reason: 'lost on the bus', passkeys: 1 },
    });
  });

  it(`is one of ${mostPasskeys} at most`, async () => {
    const who = await atDesk();
    await addPasskeyAt(at, signCode, who);
    const was = await at.passkeys.get(who.person);
    const [one] = was?.passkeys ?? [];
    if (!was || !one) throw new Error('no passkey was added');
    const passkeys = Array.from({ length: mostPasskeys }, (_, index) => ({ ...one, id: `passkey-${index}` }));
    await at.commit({
      changes: [at.passkeys.save({ ...was, passkeys, revision: was.revision + 1 }, was)],
      events: [{ subject: `person#${who.person}`, type: 'PasskeyAdded', by: 'operator:test', at: at.now() }],
    });
    const { page } = await addPasskeyAt(at, signCode, who);
    expect(page.status).toBe(422);
    expect(page.text).toContain('패스키는 10개까지');
    expect(await kept(who.person)).toHaveLength(mostPasskeys);
  });
});

describe('what adds no passkey', () => {
  it.each<[string, string, Lie, ((asked: AskedOfBrowser) => AskedOfBrowser)?]>([
    ['a challenge of its own', 'challenge', { challenge: 'A'.repeat(43) }],
    ['another origin', 'origin', { origin: 'https://elsewhere.example' }],
    ['another host', 'relying-party', { host: 'elsewhere.example' }],
    ['nobody recognised by the device', 'not-verified', { unverified: true }],
    ['nobody at the device', 'not-present', { absent: true, unverified: true }],
    ['what signs, and makes no passkey', 'malformed', { type: 'webauthn.get' }],
  ])('%s: it is audited once', async (_, reason, lie) => {
    const who = await atDesk();
    const page = await add(who, device().make(asked(await typed(who)), lie));
    expect(page.status).toBe(422);
    expect(page.text).toContain('패스키를 등록하지 않았습니다');
    expect(await kept(who.person)).toEqual([]);
    expect((await told(who.person)).map(({ type, data }) => [type, data.reason])).toEqual([
      ['PasskeyCodeGiven', expect.any(String)],
      ['PasskeyCodeUsed', undefined],
      ['SecondFactorRefused', reason],
    ]);
    // The honest device gets in with the code that was typed.
    await add(who, device().make(asked(page)));
    expect(await kept(who.person)).toHaveLength(1);
  });

  it('a page on which no code was typed', async () => {
    const who = await atDesk();
    await add(who, device().make({ challenge: 'A'.repeat(43), host: 'localhost' }));
    expect(await kept(who.person)).toEqual([]);
  });

  it('the page of somebody else, and another browser of the same person', async () => {
    const [who, other] = [await atDesk(), await atDesk()];
    const made = device().make(asked(await typed(who)));
    const { browser } = await signIn(at, who.email);
    await add({ ...who, browser }, made);
    await typed(other);
    expect((await add(other, made)).status).toBe(422);
    expect(await kept(who.person)).toEqual([]);
    expect(await kept(other.person)).toEqual([]);
  });

  it('a device that has one already', async () => {
    const who = await atDesk();
    const { device: same } = await addPasskeyAt(at, signCode, who);
    expect((await add(who, same.make(asked(await typed(who))))).status).toBe(422);
    expect(await kept(who.person)).toHaveLength(1);
  });

  it('two devices at once with one code: one of them', async () => {
    const who = await atDesk();
    const page = asked(await typed(who));
    await Promise.all([add(who, device().make(page)), add(who, device().make(page))]);
    expect(await kept(who.person)).toHaveLength(1);
  });
});

describe('the code of an operator', () => {
  it('is tried five times, and is good for a day, in the time of its person alone', async () => {
    const [who, other] = [await atDesk(), await atDesk()];
    const code = await toldCode(at, signCode, who);
    const enter = (typedCode: string, { browser } = who) => browser.postStale('/desk/passkeys', { code: typedCode });
    expect((await enter(code, other)).status).toBe(422);
    const wrong = code === '111111' ? '222222' : '111111';
    for (let time = 1; time <= 5; time += 1) expect((await enter(wrong)).status).toBe(422);
    expect((await enter(code)).text).toContain('운영자에게 새 번호를 요청해 주십시오');
    expect((await told(who.person)).filter(({ type }) => type === 'SecondFactorRefused')).toHaveLength(5);
    expect(await told(other.person)).toEqual([]);

    const deps = { ...at, signCode };
    const session = 'a session';
    const late = { person: who.person, session, code: await toldCode(at, signCode, who) };
    expect(await takePasskeyCode(deps, late, addMinutes(at.now(), 24 * 60 + 1))).toEqual({ kind: 'over' });
    expect(await takePasskeyCode(deps, late, addMinutes(at.now(), 24 * 60 - 1))).toEqual({ kind: 'taken' });
    expect(await takePasskeyCode(deps, late, addMinutes(at.now(), 24 * 60 - 1))).toEqual({ kind: 'taken' });
    const now = addMinutes(at.now(), 24 * 60 + 15);
    expect(await addPasskey(deps, { person: who.person, session, credential: '' }, now)).toEqual({ kind: 'not-now' });
  });

  it('is stored nowhere, and mailed to nobody', async () => {
    const who = await atDesk();
    const before = at.plain('outbox').length;
    const code = await toldCode(at, signCode, who);
    const rows = ['codes', 'proofs', 'passkeys', 'audit'].flatMap((table) => at.plain(table));
    expect(rows.filter((row) => JSON.stringify(row).includes(`"${code}"`))).toEqual([]);
    expect(at.plain('outbox')).toHaveLength(before);
  });

  it('is given to nobody who is not of the staff', async () => {
    const asking = { person: 'nobody', by: 'operator:test', reason: 'test' };
    expect(await givePasskeyCode({ ...at, signCode }, asking, at.now())).toEqual({ kind: 'nobody' });
  });

  it('is given by nobody to themselves, whatever the cloud calls them', async () => {
    const { email, person } = await atDesk();
    for (const by of [`operator:${person}`, `operator:admin/${email.toUpperCase()}`]) {
      const asking = { person, by, reason: 'test' };
      expect(await givePasskeyCode({ ...at, signCode }, asking, at.now())).toEqual({ kind: 'oneself' });
      const deciding = { ...asking, subject: 'request' };
      expect(await giveDecisionCode({ ...at, signCode }, deciding, at.now())).toEqual({ kind: 'oneself' });
    }
  });

  it('is asked for in words, and opens nothing without a desk', async () => {
    const who = await atDesk();
    const page = await who.browser.postStale('/desk/passkeys', { code: '12' });
    expect([page.status, page.text.includes('여섯 자리 확인 번호를 입력해 주십시오')]).toEqual([422, true]);
    const { browser } = await signIn(at, who.email);
    await browser.post('/desk/sign-out', {});
    const code = await toldCode(at, signCode, who);
    expect((await browser.postStale('/desk/passkeys', { code })).url).toBe('/desk/address');
    expect(await at.proofs.adding(who.person)).toBeUndefined();
  });
});
