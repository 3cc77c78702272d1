import { beforeEach, describe, expect, it } from 'vitest';
import { type Asked, askForCode } from '../../../functions/codes/ask-for-code.ts';
import { deriveCode, deriveCodeAndLink, earlierCodeLink } from '../../../functions/codes/code.ts';
import { codesTable } from '../../../functions/codes/codes-table.ts';
import { enterCode, lookAtCodeLink, useCodeLink } from '../../../functions/codes/enter-code.ts';
import { mailedCode } from '../../../functions/codes/mailed-code.ts';
import { addressesTable, addressKey } from '../../../functions/outbox/addresses-table.ts';
import { committer, storer } from '../../../functions/shared/database/commit.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memorySigner, signedHere } from '../../support/memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-20T00:00:00Z');
const at = (minutes: number): Instant => addMinutes(now, minutes);
const email = 'haneul@example.com';

const open = () => {
  const memory = memoryDatabase();
  const { sign, verify } = signedHere(memorySigner());
  return {
    memory,
    codes: codesTable(memory.db, memoryTables.CODES_TABLE),
    addresses: addressesTable(memory.db, memoryTables.ADDRESSES_TABLE),
    store: storer(memory.db, { outbox: memoryTables.OUTBOX_TABLE }),
    random: secureRandom,
    codesAnHour: 60,
    sign,
    verifyLink: verify,
    signCode: memorySigner(),
  };
};
let deps: ReturnType<typeof open>;
beforeEach(() => {
  deps = open();
});

const mail = (challenge: string) => ({ kind: 'mail', template: 'address-code', to: { challenge }, ids: {} }) as const;

async function ask(when = now, to = email, source = '192.0.2.1'): Promise<Extract<Asked, { kind: 'asked' }>> {
  const asked = await askForCode(deps, { email: to, about: 'round:r', lang: 'ko', source, mail }, when);
  if (asked.kind !== 'asked') throw new Error(asked.kind);
  return asked;
}
const enter = ({ id, secret }: { readonly id: string; readonly secret: string }, code: string, when = now) =>
  enterCode(deps, { id, secret, code }, when);
const mails = (): number => deps.memory.items('outbox').length;
const presentCode = async (when = now, to = email): Promise<string> => {
  const row = await deps.codes.address({ email: to });
  if (row?.code === undefined) throw new Error(`no code of ${to} at ${when}`);
  return deriveCode(deps.signCode, row.code, { email: to });
};
/** What stands in the link of a challenge's mail. */
const linkProof = async (id: string, to: string): Promise<string> =>
  (await deriveCodeAndLink(deps.signCode, (await deps.codes.challenge(id))?.mailed?.code ?? '', { id, email: to }))
    .link;
/** Another code of six digits. */
const wrong = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const kinds = (all: readonly { readonly kind: string }[]) =>
  Object.fromEntries([...Map.groupBy(all, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]));

describe('a code', () => {
  it('proves an address once, in the browser that asked, and is stored nowhere', async () => {
    const asked = await ask();
    const told = await mailedCode(deps, asked.id, now);
    expect(told?.code).toMatch(/^\d{6}$/u);
    expect(told?.code).toBe(await presentCode());
    const code = told?.code ?? '';
    expect(JSON.stringify([deps.memory.plain('codes'), deps.memory.plain('outbox')])).not.toContain(code);
    expect(await enter({ ...asked, secret: 'another' }, code)).toEqual({ kind: 'over' });
    expect(await enter(asked, wrong(code))).toEqual({ kind: 'wrong', triesLeft: 4 });
    expect(await enter(asked, code)).toMatchObject({ kind: 'proved', challenge: { email, about: 'round:r' } });
    expect(await enter(asked, code, at(2))).toEqual({ kind: 'over' });
    expect(await mailedCode(deps, asked.id, now)).toBeUndefined();
    expect(deps.memory.plain('audit')).toEqual([]);
  });

  it('may be tried five times by a browser, however many tries come at once', async () => {
    const asked = await ask();
    const code = await presentCode();
    const tried = await Promise.all(Array.from({ length: 60 }, (_, index) => enter(asked, wrong(code, index + 1))));
    expect(kinds(tried)).toEqual({ wrong: 4, over: 56 });
    expect(await deps.codes.address({ email })).toMatchObject({ guesses: 5 });
    expect(await enter(asked, code)).toEqual({ kind: 'over' });
  });

  it('proves for one browser, though five enter it at once', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask()));
    const code = await presentCode();
    const entered = await Promise.all(asked.map((one) => enter(one, code)));
    expect(kinds(entered)).toEqual({ proved: 1, over: 4 });
    const again = await Promise.all(asked.map((one) => enter(one, code, at(1))));
    expect(again.map(({ kind }) => kind)).toEqual(entered.map(({ kind }) => kind));
  });

  it('proves again for two minutes where it has proved: its button was pressed twice, its answer was lost', async () => {
    const [asked, other] = [await ask(), await ask()];
    const code = await presentCode();
    expect(kinds(await Promise.all(Array.from({ length: 4 }, () => enter(asked, code))))).toEqual({ proved: 4 });
    expect(await enter(asked, code, at(1.9))).toMatchObject({ kind: 'proved', challenge: { id: asked.id, email } });
    expect(await enter(other, code, at(1))).toEqual({ kind: 'over' });
    expect(await enter({ ...asked, secret: other.secret }, code, at(1))).toEqual({ kind: 'over' });
    expect(await enter(asked, wrong(code), at(1))).toEqual({ kind: 'over' });
    expect(await enter(asked, code, at(2))).toEqual({ kind: 'over' });
  });

  it('proves again though it was the fifth try, and though the address has another code by now', async () => {
    const asked = await ask();
    const code = await presentCode();
    for (let by = 1; by < 5; by += 1) await enter(asked, wrong(code, by));
    expect((await enter(asked, code)).kind).toBe('proved');
    await ask(at(1), email, '192.0.2.9');
    expect((await enter(asked, code, at(1))).kind).toBe('proved');
  });

  it('is not to be guessed at where it has proved, either', async () => {
    const asked = await ask();
    const code = await presentCode();
    expect((await enter(asked, code)).kind).toBe('proved');
    const tried = Array.from({ length: 60 }, (_, index) => enter(asked, wrong(code, index + 1), at(1)));
    expect(kinds(await Promise.all(tried))).toEqual({ over: 60 });
    expect(await deps.codes.challenge(asked.id)).toMatchObject({ tries: 5, repeats: 5 });
    expect(await enter(asked, code, at(1))).toEqual({ kind: 'over' });
  });

  it('lets in who enters it again when whatever came after the proof has failed', async () => {
    const asked = await ask();
    const code = await presentCode();
    const { spendCode } = deps.codes;
    const crashing = {
      ...deps,
      codes: {
        ...deps.codes,
        spendCode: async (...given: Parameters<typeof spendCode>) => {
          await spendCode(...given);
          throw new Error('the answer of the table was lost');
        },
      },
    };
    await expect(enterCode(crashing, { ...asked, code }, now)).rejects.toThrow('lost');
    expect((await enter(asked, code, at(1))).kind).toBe('proved');
  });

  it('is good for fifteen minutes', async () => {
    const asked = await ask();
    const code = await presentCode();
    expect(await enter(asked, code, at(15))).toEqual({ kind: 'over' });
    expect((await enter(asked, code, at(14.9))).kind).toBe('proved');
  });

  it('is the same when it is asked for again, and another once it was used', async () => {
    const asked = await ask();
    const code = await presentCode();
    const again = await ask(at(5));
    expect(await presentCode()).toBe(code);
    expect((await enter(again, code, at(6))).kind).toBe('proved');
    expect((await enter(asked, code, at(6))).kind).toBe('over');
    await ask(at(7));
    expect(await presentCode()).not.toBe(code);
  });

  it('is of one address: it proves no other', async () => {
    const other = await ask(now, 'other@example.com');
    await ask();
    const code = await presentCode();
    const othersCode = await presentCode(now, 'other@example.com');
    expect((await enter(other, code)).kind).toBe(code === othersCode ? 'proved' : 'wrong');
  });
});

describe('whoever asks with the address of somebody else', () => {
  it('has three mails sent in an hour and six in a day, of forty at once and forty in each hour', async () => {
    await Promise.all(Array.from({ length: 40 }, () => ask()));
    expect(mails()).toBe(3);
    const sent: number[] = [];
    for (let hour = 1; hour < 24; hour += 1) {
      for (let time = 0; time < 40; time += 1) await ask(at(hour * 60 + time), email, `192.0.2.${hour}`);
      sent.push(mails());
    }
    expect(sent.at(0)).toBe(6);
    expect(sent.at(-1)).toBe(6);
    await ask(at(24 * 60));
    expect(mails()).toBe(7);
  });

  it('of one scope uses up no mail and no code of another, and a code proves in its own alone', async () => {
    const askAtDesk = async (when = now) => {
      const asked = await askForCode(
        deps,
        { email, about: 'desk', scope: 'desk', lang: 'ko', source: '192.0.2.9', mail },
        when,
      );
      if (asked.kind !== 'asked') throw new Error(asked.kind);
      return asked;
    };
    for (let hour = 0; hour < 8; hour += 1) for (const minute of [0, 1]) await askAtDesk(at(hour * 60 + minute));
    expect(mails()).toBe(6);
    const [here, there] = [await ask(at(481)), await askAtDesk(at(481))];
    expect(mails()).toBe(7);
    const row = await deps.codes.address({ email, scope: 'desk' });
    const ofDesk = await deriveCode(deps.signCode, row?.code ?? '', { email, scope: 'desk' });
    expect(await enter(there, await presentCode(), at(482))).toMatchObject({ kind: 'wrong' });
    expect(await enter(here, ofDesk, at(482))).toMatchObject({ kind: 'wrong' });
    expect((await enter(there, ofDesk, at(482))).kind).toBe('proved');
    expect((await enter(here, await presentCode(), at(482))).kind).toBe('proved');
  });

  it('locks nobody out: code and link of the last mail are good until the next may be sent', async () => {
    for (const minute of [0, 1, 2]) await ask(at(minute));
    const last = await ask(at(3));
    const code = await presentCode();
    expect((await deps.codes.challenge(last.id))?.mailed).toBeUndefined();
    const own = await ask(at(55));
    expect(mails()).toBe(3);
    expect((await enter(own, code, at(56))).kind).toBe('proved');
  });

  it('leaves the owner no day without a code: who has proved the address is mailed others', async () => {
    for (const minute of [0, 60, 61])
      await Promise.all(Array.from({ length: 40 }, () => ask(at(minute), email, `192.0.2.${minute}`)));
    expect(mails()).toBe(6);
    const first = await ask(at(90), email, '192.0.2.7');
    expect((await enter(first, await presentCode(), at(91))).kind).toBe('proved');
    const second = await ask(at(92), email, '192.0.2.7');
    expect(mails()).toBe(7);
    expect((await enter(second, await presentCode(), at(93))).kind).toBe('proved');
  });

  it('leaves the owner no day without a code, though it was the link that proved', async () => {
    for (const minute of [0, 60, 61])
      await Promise.all(Array.from({ length: 40 }, () => ask(at(minute), email, `192.0.2.${minute}`)));
    const mailed = deps.memory.plain('codes').findLast(({ mailed }) => mailed !== undefined);
    const id = String(mailed?.id);
    const mac = await linkProof(id, email);
    for (let browser = 0; browser < 12; browser += 1) {
      const stranger = await ask(at(62), email, '192.0.2.9');
      for (let by = 1; by <= 5; by += 1) await enter(stranger, wrong(await presentCode(), by), at(62));
    }
    expect((await useCodeLink(deps, { id, mac }, at(63))).kind).toBe('good');
    const second = await ask(at(64), email, '192.0.2.7');
    expect(mails()).toBe(7);
    expect((await enter(second, await presentCode(), at(65))).kind).toBe('proved');
  });

  it('does not use up the tries of the owner', async () => {
    const own = await ask();
    const code = await presentCode();
    for (let time = 0; time < 5; time += 1) {
      const stranger = await ask(at(1), email, '192.0.2.9');
      for (let tries = 0; tries < 5; tries += 1) await enter(stranger, wrong(code, tries + 1), at(1));
    }
    expect((await enter(own, code, at(2))).kind).toBe('proved');
  });

  it('has fifty guesses at a code, from however many browsers; the link opens all the same', async () => {
    const own = await ask();
    const code = await presentCode();
    const told = await mailedCode(deps, own.id, now);
    const tried: { readonly kind: string }[] = [];
    for (let browser = 0; browser < 40; browser += 1) {
      const stranger = await ask(at(1), email, `192.0.2.${browser}`);
      for (let tries = 0; tries < 5; tries += 1) tried.push(await enter(stranger, wrong(code, tries + 1), at(1)));
    }
    expect((await deps.codes.address({ email }))?.guesses).toBe(50);
    expect(kinds(tried)).toEqual({ wrong: 40, over: 160 });
    expect((await enter(own, code, at(2))).kind).toBe('over');
    const mac = told?.path.split('/').at(-1) ?? '';
    expect((await useCodeLink(deps, { id: own.id, mac }, at(2))).kind).toBe('good');
  });

  it('asks sixty times in an hour from one place, or whatever its stage says', async () => {
    const asked = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        askForCode(
          deps,
          { email: `p${index}@example.com`, about: 'round:r', lang: 'ko', source: `2001:db8:1:2:${index}::1`, mail },
          now,
        ),
      ),
    );
    expect(kinds(asked)).toEqual({ asked: 60, 'too-often': 40 });
    expect(mails()).toBe(60);
    await ask(at(60), 'later@example.com', '2001:db8:1:2::7');
  });
});

describe('a network of IPv6', () => {
  it.each([
    ['2001:db8::1', '2001:db8::2', '2001:db8::1:2:3:4', '2001:db8:0:0:ffff::', '2001:0DB8:0000:0000::9'],
    ['2001:db8:1::', '2001:db8:1::7', '2001:db8:1:0:1:2:3:4', '2001:db8:1:0::3'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('is one place, however its addresses are written: %s', async (...sources) => {
    deps = { ...open(), codesAnHour: sources.length };
    for (const source of sources) await ask(now, email, source);
    for (const source of sources) await expect(ask(now, email, source)).rejects.toThrow('too-often');
  });

  it('is another place than the next one', async () => {
    deps = { ...open(), codesAnHour: 1 };
    for (const source of ['2001:db8::1', '2001:db8:0:1::1', '2001:db8:1::1', '192.0.2.1', '::ffff:192.0.2.2']) {
      await ask(now, email, source);
    }
  });
});

describe('the link of the mail', () => {
  const linkOf = async (asked: { readonly id: string }) => {
    const told = await mailedCode(deps, asked.id, now);
    return { id: asked.id, mac: told?.path.split('/').at(-1) ?? '' };
  };

  it('that was used by a form whose answer was lost leaves the owner all mails, when the form comes again', async () => {
    await ask();
    await ask();
    const link = { ...(await linkOf(await ask())), form: 'f'.repeat(32) };
    const failing = { ...deps, codes: { ...deps.codes, mailAnew: () => Promise.reject(new Error('throttled')) } };
    await expect(useCodeLink(failing, link, at(1))).rejects.toThrow('throttled');
    expect((await useCodeLink(deps, link, at(1.5))).kind).toBe('good');
    expect((await deps.codes.address({ email }))?.mails).toEqual([]);
  });

  it('proves once, on any device, and looking at it changes nothing', async () => {
    const link = await linkOf(await ask());
    for (let time = 0; time < 3; time += 1) expect((await lookAtCodeLink(deps, link, at(1))).kind).toBe('good');
    const used = await Promise.all(Array.from({ length: 5 }, () => useCodeLink(deps, link, at(2))));
    expect(kinds(used)).toEqual({ good: 1, over: 4 });
    expect((await lookAtCodeLink(deps, link, at(3))).kind).toBe('over');
  });

  it('proves again for two minutes by the form that it has proved by, and by no other', async () => {
    const link = await linkOf(await ask());
    const [form, other] = ['a'.repeat(32), 'b'.repeat(32)];
    const used = await Promise.all(Array.from({ length: 5 }, () => useCodeLink(deps, { ...link, form }, now)));
    expect(kinds(used)).toEqual({ good: 5 });
    expect((await useCodeLink(deps, { ...link, form }, at(1.9))).kind).toBe('good');
    for (const second of [{ ...link, form: other }, link]) {
      expect((await useCodeLink(deps, second, at(1))).kind).toBe('over');
    }
    expect((await useCodeLink(deps, { ...link, form }, at(2))).kind).toBe('over');
    expect(JSON.stringify(deps.memory.plain('codes'))).not.toContain(form);
  });

  it('lives an hour', async () => {
    const link = await linkOf(await ask());
    expect((await useCodeLink(deps, link, at(60))).kind).toBe('over');
    expect((await useCodeLink(deps, link, at(59))).kind).toBe('good');
  });

  it('opens if it was mailed by the release before, once and as long', async () => {
    const { id } = await ask();
    const mac = await deps.sign(earlierCodeLink({ id, email }));
    expect((await lookAtCodeLink(deps, { id, mac }, at(1))).kind).toBe('good');
    expect((await useCodeLink(deps, { id, mac }, at(60))).kind).toBe('over');
    expect((await useCodeLink(deps, { id, mac }, at(59))).kind).toBe('good');
    expect((await useCodeLink(deps, { id, mac }, at(59))).kind).toBe('over');
  });

  it('is another for each challenge of one code: one that was used opens no later mail', async () => {
    const [first, second] = [await ask(), await ask(at(1))];
    const [own, other] = [await linkOf(first), await linkOf(second)];
    const codes = await Promise.all([first, second].map(({ id }) => deps.codes.challenge(id)));
    expect(codes[0]?.mailed?.code).toBe(codes[1]?.mailed?.code);
    expect((await useCodeLink(deps, { id: second.id, mac: own.mac }, at(2))).kind).toBe('bad');
    expect((await useCodeLink(deps, other, at(2))).kind).toBe('good');
  });

  it('costs one call of the key with its code, and says nothing of it', async () => {
    const { id } = await ask();
    const calls: unknown[] = [];
    const signCode = (target: Parameters<typeof deps.signCode>[0]) => {
      calls.push(target);
      return deps.signCode(target);
    };
    const told = await mailedCode({ ...deps, signCode }, id, now);
    expect(calls).toHaveLength(1);
    const proof = told?.path.split('/').at(-1) ?? '';
    const number = Buffer.from(proof, 'base64url').readUIntBE(0, 6) % 1_000_000;
    expect(String(number).padStart(6, '0')).not.toBe(told?.code);
    expect(told?.code).toBe(await presentCode());
  });

  it('is refused with another MAC, and one of another challenge', async () => {
    const [own, other] = [await ask(), await ask(now, 'other@example.com')];
    const link = await linkOf(own);
    const mac = await linkProof(other.id, 'other@example.com');
    for (const forged of [
      { ...link, mac },
      { ...link, mac: 'A'.repeat(43) },
      { ...link, id: other.id },
      { ...link, id: 'none' },
    ]) {
      expect((await useCodeLink(deps, forged, now)).kind).toBe('bad');
    }
  });
});

describe('an address from which mail came back', () => {
  it('is mailed no code, and no operator is told of it', async () => {
    const commit = committer(deps.memory.db, {
      audit: memoryTables.AUDIT_TABLE,
      outbox: memoryTables.OUTBOX_TABLE,
    });
    await commit({
      changes: [deps.addresses.mark({ pk: addressKey(email), problem: 'bounced', at: now })],
      events: [{ subject: 'address#x', type: 'AddressBounced', by: 'system:ses', at: now }],
    });
    for (let time = 0; time < 15; time += 1) await ask();
    expect(mails()).toBe(0);
  });
});

describe('what is kept of it', () => {
  it('goes by itself after a day and an hour, and the address is in the challenge alone', async () => {
    const asked = await ask();
    await enter(asked, '000000');
    const rows = deps.memory.plain('codes');
    expect(rows.map(({ pk }) => String(pk).replace(/#.*/u, '')).sort()).toEqual(['address', 'challenge', 'source']);
    expect(rows.map(({ expiresAt }) => expiresAt)).toEqual(rows.map(() => Date.parse(at(25 * 60)) / 1000));
    const others = rows.filter(({ pk }) => !String(pk).startsWith('challenge'));
    expect(JSON.stringify([others, deps.memory.plain('outbox')])).not.toContain('haneul');
  });
});
