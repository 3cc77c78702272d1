import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortId } from '../../../functions/second-factor/passkey.ts';
import { type Decision, proofPath, takeProof } from '../../../functions/second-factor/proofs.ts';
import { challengeOfDecision } from '../../../functions/second-factor/prove-decision.ts';
import { removePasskey } from '../../../functions/second-factor/remove-passkey.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { Conflict } from '../../../functions/shared/errors.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { staff } from '../../support/intake/intake.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import type { Authenticator, Lie } from '../../support/second-factor/authenticator.ts';
import { addPasskeyAt, asked, carried, toldCode } from '../../support/second-factor/passkeys.ts';
import type { Page, Visitor } from '../../support/visitor.ts';

const signCode = memorySigner();
let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy({ signCode });
});
afterAll(() => at.close());

let subjects = 0;
const decisionOf = (person: string, change: Partial<Decision> = {}): Decision => {
  subjects += 1;
  return {
    person,
    subject: fingerprint('subject', String(subjects)).slice(0, 32),
    revision: 4,
    outcome: 'APPROVE',
    amount: 446_880,
    words: { subject: { ko: '3월 강사료', en: 'Wages of March' }, outcome: { ko: '승인', en: 'Approve' } },
    ...change,
  };
};

interface Prover {
  readonly person: string;
  readonly email: string;
  readonly browser: Visitor;
  readonly device: Authenticator;
}

async function prover(): Promise<Prover> {
  const { id: person, email } = await staff(at);
  const { browser } = await signIn(at, email);
  const { device } = await addPasskeyAt(at, signCode, { browser, person });
  return { person, email, browser, device };
}

const back = '/desk/away';
const pathTo = (decision: Decision): string => proofPath(decision, back);

/** Answers the page of a decision, honestly or not, where nothing else is said. */
async function answer(
  { browser, device }: Prover,
  page: Page,
  given: { readonly to?: string; readonly lie?: Lie; readonly credential?: string } = {},
): Promise<Page> {
  const { to = page.url, lie, credential = device.sign(asked(page), lie) } = given;
  return browser.postStale(to, { ...carried(page), credential });
}

/** What is told of somebody since they were loaded. */
const toldOf = async (person: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, `person#${person}`)).filter(({ type }) => type !== 'PersonLoaded');

const refusals = async (person: string) =>
  (await toldOf(person)).filter(({ type }) => type === 'SecondFactorRefused').map(({ data }) => data.reason);

const decided = (decision: Decision) =>
  ({ subject: decision.subject, type: 'TestMovedTheClock', by: `person:${decision.person}`, at: at.now() }) as const;

describe('a decision', () => {
  it('is said in words, proved by a passkey on one page, and taken once within five minutes', async () => {
    const who = await prover();
    const decision = decisionOf(who.person);
    const page = await who.browser.get(pathTo(decision));
    expect(page.status).toBe(200);
    for (const words of ['3월 강사료', '승인', '446,880원']) expect(page.text).toContain(words);
    const english = await who.browser.get(`${pathTo(decision)}?lang=en`);
    for (const words of ['Wages of March', 'Approve', '446,880 won']) expect(english.text).toContain(words);
    expect(await takeProof(at, decision, at.now())).toBeUndefined();
    expect((await answer(who, page)).url).toBe(back);
    expect(await takeProof(at, decision, addMinutes(at.now(), 6))).toBeUndefined();

    const changes = [await takeProof(at, decision, at.now())].filter((change) => change !== undefined);
    expect(changes).toHaveLength(1);
    await at.commit({ changes, events: [decided(decision)] });
    await expect(at.commit({ changes, events: [decided(decision)] })).rejects.toThrow(Conflict);
    expect(await takeProof(at, decision, at.now())).toBeUndefined();
    const told = await toldOf(who.person);
    expect(told.map(({ type }) => type)).toEqual([
      'PasskeyCodeGiven',
      'PasskeyCodeUsed',
      'PasskeyAdded',
      'DecisionProved',
    ]);
    expect(told.at(-1)?.data).toMatchObject({ about: decision.subject, revision: 4, outcome: 'APPROVE' });
  });

  it('is proved for itself alone: not for another revision, outcome, amount, subject, person, or other words', async () => {
    const who = await prover();
    const decision = decisionOf(who.person);
    await answer(who, await who.browser.get(pathTo(decision)));
    const { subject, outcome } = decision.words;
    for (const other of [
      { revision: 5 },
      { outcome: 'REFUSE' },
      { amount: 4_468_800 },
      { subject: 'another' },
      { person: 'kim-minji' },
      { words: { outcome, subject: { ...subject, ko: '2월 강사료' } } },
    ]) {
      expect(await takeProof(at, { ...decision, ...other }, at.now())).toBeUndefined();
    }
    expect(await takeProof(at, decision, at.now())).toBeDefined();
  });

  it('is proved once by two presses of one button', async () => {
    const who = await prover();
    const decision = decisionOf(who.person);
    const page = await who.browser.get(pathTo(decision));
    const credential = who.device.sign(asked(page));
    const both = await Promise.all([answer(who, page, { credential }), answer(who, page, { credential })]);
    expect(both.map(({ url }) => url)).toEqual([back, back]);
    expect(await refusals(who.person)).toEqual([]);
    expect((await at.passkeys.get(who.person))?.passkeys).toMatchObject([{ counter: 1 }]);
  });

  it('is proved in two tabs of one browser, each with a challenge of its own', async () => {
    const who = await prover();
    const [one, other] = [decisionOf(who.person), decisionOf(who.person)];
    const pages = [await who.browser.get(pathTo(one)), await who.browser.get(pathTo(other))];
    for (const page of pages) expect((await answer(who, page)).url).toBe(back);
    for (const decision of [one, other]) expect(await takeProof(at, decision, at.now())).toBeDefined();
  });

  it('is shown to nobody else, and to whoever has no desk open once it is', async () => {
    const who = await prover();
    const decision = decisionOf(who.person);
    const other = await staff(at);
    const { browser } = await signIn(at, other.email);
    expect((await browser.get(pathTo(decision))).status).toBe(403);
    expect(await refusals(who.person)).toEqual([]);
    const { page } = await signIn(at, who.email, { to: pathTo(decision) });
    expect([page.url, page.status]).toEqual([pathTo(decision), 200]);
  });

  it.each([
    '/desk/prove/AAAA/AAAA',
    `${pathTo(decisionOf('kim-minji'))}x`,
    proofPath(decisionOf('kim-minji'), 'https://elsewhere.example'),
    proofPath(decisionOf('kim-minji'), '//elsewhere.example'),
    proofPath(decisionOf('kim-minji', { amount: 0.5 }), back),
    proofPath(decisionOf('kim-minji', { subject: '<b>' }), back),
  ])('has no page at an address that nobody makes: %s', async (path) => {
    const { browser } = await prover();
    expect((await browser.get(path)).status).toBe(404);
  });
});

/** Who attacks, what they see, and what is posted of it. */
interface Attack {
  readonly name: string;
  readonly reason: string;
  readonly status?: number;
  readonly by: (who: Prover, decision: Decision) => Promise<Page>;
}

const lying = (name: string, reason: string, lie: Lie): Attack => ({
  name,
  reason,
  by: async (who, decision) => answer(who, await who.browser.get(pathTo(decision)), { lie }),
});

/** Signed on the page of a decision that differs from the one that is to be proved, and posted to that one's. */
const signedFor = (name: string, change: Partial<Decision>): Attack => ({
  name,
  reason: 'challenge',
  by: async (who, decision) =>
    answer(who, await who.browser.get(pathTo({ ...decision, ...change })), { to: pathTo(decision) }),
});

const attacks: readonly Attack[] = [
  lying('a signature of another key', 'signature', { forged: true }),
  lying('a challenge of its own', 'challenge', { challenge: 'A'.repeat(43) }),
  lying('another origin', 'origin', { origin: 'https://academy.example.kr.elsewhere.example' }),
  lying('another host', 'relying-party', { host: 'elsewhere.example' }),
  lying('nobody recognised by the device', 'not-verified', { unverified: true }),
  lying('nobody at the device', 'not-present', { absent: true, unverified: true }),
  lying('what makes a passkey, and does not sign', 'malformed', { type: 'webauthn.create' }),
  lying('a passkey that the person does not have', 'unknown-passkey', { id: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  signedFor('what was signed for another revision', { revision: 3 }),
  signedFor('what was signed for another outcome', { outcome: 'REFUSE' }),
  signedFor('what was signed for a smaller amount', { amount: 10 }),
  signedFor('what was signed for another subject', { subject: 'another' }),
  signedFor('what was signed under other words', {
    words: { subject: { ko: '간식', en: 'Biscuits' }, outcome: { ko: '승인', en: 'Approve' } },
  }),
  ...[0, 1].map(
    (counter): Attack => ({
      name: `a counter that goes from 1 to ${counter}`,
      reason: 'counter',
      by: async (who, decision) => {
        await answer(who, await who.browser.get(pathTo(decisionOf(who.person))));
        return answer(who, await who.browser.get(pathTo(decision)), { lie: { counter } });
      },
    }),
  ),
  {
    name: 'a copy of the passkey, once its original has gone on',
    reason: 'counter',
    by: async (who, decision) => {
      const copy = who.device.copy();
      for (const _ of [1, 2]) await answer(who, await who.browser.get(pathTo(decisionOf(who.person))));
      return answer({ ...who, device: copy }, await who.browser.get(pathTo(decision)));
    },
  },
  {
    name: 'a passkey of somebody else',
    reason: 'unknown-passkey',
    by: async (who, decision) => {
      const { device } = await prover();
      return answer({ ...who, device }, await who.browser.get(pathTo(decision)));
    },
  },
  {
    name: 'somebody else with a page that they were handed',
    reason: 'other-person',
    by: async (who, decision) => {
      const { browser } = await prover();
      return answer({ ...who, browser }, await who.browser.get(pathTo(decision)));
    },
  },
  {
    name: 'another browser of the same person',
    reason: 'challenge',
    by: async (who, decision) => {
      const { browser } = await signIn(at, who.email);
      return answer({ ...who, browser }, await who.browser.get(pathTo(decision)));
    },
  },
  {
    name: 'a nonce of another page',
    reason: 'challenge',
    by: async (who, decision) => {
      const [page, other] = [await who.browser.get(pathTo(decision)), await who.browser.get(pathTo(decision))];
      return who.browser.postStale(page.url, { ...carried(other), credential: who.device.sign(asked(page)) });
    },
  },
  {
    name: 'a nonce that no page has',
    reason: 'malformed',
    by: async (who, decision) => {
      const page = await who.browser.get(pathTo(decision));
      const other = { ...carried(page), nonce: 'x' };
      return who.browser.postStale(page.url, { ...other, credential: who.device.sign(asked(page)) });
    },
  },
  {
    name: 'a page that says it was shown at another time than it was',
    reason: 'challenge',
    by: async (who, decision) => {
      const page = await who.browser.get(pathTo(decision));
      const other = { at: addMinutes(instantSchema.parse(carried(page).at), -1) };
      return who.browser.postStale(page.url, { ...carried(page), ...other, credential: who.device.sign(asked(page)) });
    },
  },
  {
    name: 'a page that lay open for too long',
    reason: 'too-late',
    by: async (who, decision) => {
      const page = await who.browser.get(pathTo(decision));
      const [, secret = ''] = who.browser.cookies.get('desk')?.split('.') ?? [];
      const old = { nonce: carried(page).nonce, at: addMinutes(at.now(), -16) };
      const session = fingerprint(secret);
      const challenge = await challengeOfDecision({ signCode }, { decision, session, ...old });
      return who.browser.postStale(page.url, { ...old, credential: who.device.sign({ ...asked(page), challenge }) });
    },
  },
  {
    name: 'what was taken already, once more',
    reason: 'replayed',
    by: async (who, decision) => {
      const page = await who.browser.get(pathTo(decision));
      const credential = who.device.sign(asked(page));
      await answer(who, page, { credential });
      const changes = [await takeProof(at, decision, at.now())].filter((change) => change !== undefined);
      await at.commit({ changes, events: [decided(decision)] });
      return answer(who, page, { credential });
    },
  },
  {
    name: 'a passkey that an operator has removed',
    reason: 'unknown-passkey',
    by: async (who, decision) => {
      const page = await who.browser.get(pathTo(decision));
      const passkey = shortId(who.device);
      await removePasskey(at, { person: who.person, passkey, by: 'operator:test', reason: 'lost' }, at.now());
      return answer(who, page);
    },
  },
  ...['', '{', '[]', '{"id":"AA"}', 'x'.repeat(30_000)].map(
    (credential): Attack => ({
      name: `what is no answer of a browser: ${credential.slice(0, 12)}`,
      reason: 'malformed',
      by: async (who, decision) => answer(who, await who.browser.get(pathTo(decision)), { credential }),
    }),
  ),
];

describe('what proves nothing, changes nothing, and is audited once', () => {
  it.each(attacks)('$name', async ({ reason, status = 403, by }) => {
    const who = await prover();
    const decision = decisionOf(who.person);
    const page = await by(who, decision);
    expect(page.status).toBe(status);
    expect(await takeProof(at, decision, at.now())).toBeUndefined();
    expect(await refusals(who.person)).toEqual([reason]);
    const used = (await at.passkeys.get(who.person))?.passkeys.filter(({ counter }) => counter > 0) ?? [];
    const honest = (await toldOf(who.person)).filter(({ type }) => type === 'DecisionProved');
    expect(used.map(({ counter }) => counter)).toEqual(honest.length > 0 ? [honest.length] : []);
  });
});

describe('a code for one decision', () => {
  it('proves it where there is no passkey, and no decision about anything else', async () => {
    const { id: person, email } = await staff(at);
    const { browser } = await signIn(at, email);
    const [decision, other] = [decisionOf(person), decisionOf(person)];
    const code = await toldCode(at, signCode, decision);
    const page = await browser.get(pathTo(decision));
    expect(page.text).toContain(decision.subject);
    expect(page.text).toContain('등록된 패스키가 없습니다');
    const wrong = await browser.postStale(pathTo(other), { ...carried(page), code });
    expect([wrong.status, await takeProof(at, other, at.now())]).toEqual([422, undefined]);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await browser.postStale(pathTo(decision), { ...carried(page), code: spaced })).url).toBe(back);
    expect(await takeProof(at, decision, at.now())).toBeDefined();
    expect((await toldOf(person)).map(({ type }) => type)).toEqual(['DecisionCodeGiven', 'DecisionProved']);
  });

  it('is used once: not for another revision of the same afterwards', async () => {
    const { id: person, email } = await staff(at);
    const { browser } = await signIn(at, email);
    const decision = decisionOf(person);
    const later = { ...decision, revision: 5 };
    const code = await toldCode(at, signCode, decision);
    const page = await browser.get(pathTo(decision));
    const both = await Promise.all(
      [decision, later].map((one) => browser.postStale(pathTo(one), { ...carried(page), code })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const proofs = await Promise.all([decision, later].map((one) => takeProof(at, one, at.now())));
    expect(proofs.filter(Boolean)).toHaveLength(1);
  });

  it('is tried five times, and then another has to be given, which ends the one before', async () => {
    const { id: person, email } = await staff(at);
    const { browser } = await signIn(at, email);
    const decision = decisionOf(person);
    const code = await toldCode(at, signCode, decision);
    const page = await browser.get(pathTo(decision));
    const enter = (typed: string) => browser.postStale(pathTo(decision), { ...carried(page), code: typed });
    const wrong = code === '000000' ? '000001' : '000000';
    for (const left of ['4번', '3번', '2번', '1번']) {
      expect((await enter(wrong)).text).toContain(`${left} 더 입력하실 수 있습니다`);
    }
    expect((await enter(wrong)).text).toContain('운영자에게 새 번호를 요청해 주십시오');
    expect((await enter(code)).status).toBe(422);
    expect(await refusals(person)).toEqual(Array.from({ length: 5 }, () => 'wrong-code'));
    const next = await toldCode(at, signCode, decision);
    if (next !== code) expect((await enter(code)).status).toBe(422);
    expect((await enter(next)).url).toBe(back);
  });

  it('is good for its person alone', async () => {
    const [one, other] = [await staff(at), await staff(at)];
    const decision = decisionOf(one.id);
    const theirs = { ...decision, person: other.id };
    const code = await toldCode(at, signCode, decision);
    const { browser } = await signIn(at, other.email);
    const page = await browser.get(pathTo(theirs));
    expect((await browser.postStale(pathTo(theirs), { ...carried(page), code })).status).toBe(422);
    expect((await browser.postStale(pathTo(decision), { ...carried(page), code })).status).toBe(403);
    expect(await takeProof(at, theirs, at.now())).toBeUndefined();
    expect(await takeProof(at, decision, at.now())).toBeUndefined();
  });
});
