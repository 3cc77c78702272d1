import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskedName } from '../../../functions/letters/masked-name.ts';
import { lettersTable } from '../../../functions/seats/letters-table.ts';
import {
  codeKey,
  issuedLetter,
  newVerificationCode,
  parseVerificationCode,
  verificationCodeSchema,
} from '../../../functions/seats/verification-code.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import { secureRandom } from '../../../functions/shared/random.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-02-22T10:00+09:00');
const code = newVerificationCode(Uint8Array.from({ length: 15 }, (_, index) => index * 11));

describe('a code on a letter', () => {
  it('is four groups of four, and takes fifteen random bytes', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);
    expect(() => newVerificationCode(new Uint8Array(14))).toThrow(expect.objectContaining({ name: 'RandomTooShort' }));
  });

  it('is understood however it is written', () => {
    const written = [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', '–')}\n`,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
      code.replace(/[0-9A-Z]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
    ];
    for (const typed of written) expect(parseVerificationCode(typed), typed).toBe(code);
  });

  it('is not mistaken after a slip of one character, or a swap of two', () => {
    const chars = [...code.replaceAll('-', '')];
    const slip = fc.tuple(fc.integer({ min: 0, max: 15 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
    fc.assert(
      fc.property(slip, ([at, other]) => {
        fc.pre(chars[at] !== other);
        expect(parseVerificationCode(chars.with(at, other).join(''))).toBeUndefined();
      }),
    );
    for (let at = 0; at < 15; at += 1) {
      const [one = '', two = ''] = [chars[at], chars[at + 1]];
      if (one === two) continue;
      expect(
        parseVerificationCode(
          chars
            .with(at, two)
            .with(at + 1, one)
            .join(''),
        ),
      ).toBeUndefined();
    }
  });

  it('is nothing else', () => {
    for (const typed of [
      '',
      '-',
      'A-27H1-7K3Q-9MX4',
      `${code}0`,
      code.slice(1),
      '김지원',
      `${code}\u0000`,
      'x'.repeat(200),
    ]) {
      expect(parseVerificationCode(typed), typed).toBeUndefined();
    }
  });

  it('belongs to nobody’s letter when it is made up: 10,000 tries', async () => {
    const { db, items } = memoryDatabase();
    const letters = lettersTable(db, 'seats');
    const commit = committer(db, { audit: 'audit', outbox: 'outbox' });
    const issued = Array.from({ length: 30 }, (_, index) =>
      issuedLetter({ reference: `A-27H1-${index}`, roundId: 'academy-2027h1', now }, secureRandom),
    );
    for (const letter of issued) {
      await commit({
        changes: letters.create(letter),
        events: [{ subject: letter.reference, type: 'LetterIssued', by: 'applicant', at: now }],
      });
    }
    const keys = new Set(items('seats').map(({ pk }) => String(pk?.S)));
    for (const letter of issued) {
      expect(keys).toContain(`code#${codeKey(letter.code)}`);
      expect(await letters.byCode(letter.code)).toEqual(letter);
      expect([...keys].some((key) => key.includes(letter.code))).toBe(false);
    }
    for (let tries = 0; tries < 10_000; tries += 1) {
      const made = verificationCodeSchema.parse(newVerificationCode(secureRandom(15)));
      expect(keys.has(`code#${codeKey(made)}`)).toBe(false);
    }
  });
});

describe('a name that is shown to whoever has the letter', () => {
  it.each([
    ['김지원', '김*원'],
    ['남궁민수', '남**수'],
    ['이준', '이*'],
    ['김', '*'],
    ['Jane Doe', 'J**e D*e'],
    ['김지원'.normalize('NFD'), '김*원'],
    ['  李  知垣 ', '* 知*'],
  ])('%s is %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked);
  });
});
