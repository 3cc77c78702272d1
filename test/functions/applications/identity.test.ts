import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, identityKeys } from '../../../functions/applications/identity.ts';
import { fingerprint } from '../../../functions/shared/random.ts';
import { codePoint } from '../../support/code-points.ts';

const person = { email: 'Jiwon.Kim@example.com', mobile: '010-1234-5678', name: '김지원', birthDate: '1999-03-01' };
const keys = identityKeys('academy-2027h1', person);

describe('the keys by which the same person is found', () => {
  it.each([
    ['email', { email: 'jiwon.kim@EXAMPLE.com' }],
    ['email', { email: 'ｊｉｗｏｎ.kim@example.com' }],
    ['phone', { mobile: '01012345678' }],
    ['person', { name: '김 지원' }],
    ['person', { name: '김지원'.normalize('NFD') }],
    ['person', { name: '김\u00ad지\u200d원\u3164' }],
    ['person', { name: '\ufeff김\u200c지\uffa0원\ufe0f' }],
    ['person', { name: '김\u2800지원\u{e0041}' }],
    ['email', { email: 'jiwon\u200d.kim@exam\u00adple.com' }],
  ] as const)('see the same %s in %o', (key, change) => {
    expect(identityKeys('academy-2027h1', { ...person, ...change })).toEqual(keys);
    expect(keys[key]).toMatch(/^[\w-]{43}$/u);
  });

  it.each([
    ['email', { email: 'jiwon.kim2@example.com' }],
    ['phone', { mobile: '010-1234-5679' }],
    ['person', { name: '김지완' }],
    ['person', { birthDate: '1999-03-02' }],
  ] as const)('see another %s in %o, and nothing else changed', (key, change) => {
    const other = identityKeys('academy-2027h1', { ...person, ...change });
    expect(other[key]).not.toBe(keys[key]);
    expect({ ...other, [key]: keys[key] }).toEqual(keys);
  });

  it('are those of before wherever everything can be seen: what was sent then and what is sent now still meet', () => {
    const before = (name: string) =>
      fingerprint('r', 'person', name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase(), '1999-03-01');
    const names = fc
      .array(
        fc.oneof(
          fc.string({ unit: codePoint, maxLength: 3 }),
          fc.constantFrom(' ', 'Σ', '가', '\u1100', '\u1161', 'İ', '\u0301', 'ﬁ'),
        ),
      )
      .map((parts) => parts.join('').replaceAll(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ''));
    fc.assert(
      fc.property(names, (name) => {
        expect(identityKeys('r', { ...person, name }).person).toBe(before(name));
      }),
      { numRuns: 1000 },
    );
    expect(identityKeys('academy-2027h1', person)).toEqual({
      email: 'AXgNYO38UX9RYdM7HUqrelMUPD3K6PHK_TgpnlFL-3g',
      phone: 'wzve9kS7lMOvGMbLM2jX832tRoh_tPFZ777rG4UOh1k',
      person: 'zx3BLkj_BQyOayVrGrdv-FVj8vU3YO9nFmt2SruRkhc',
    });
  });

  it('are of one round, and hold nothing of what they were made of', () => {
    const elsewhere = identityKeys('lab-2027h1', person);
    for (const key of ['email', 'phone', 'person'] as const) expect(elsewhere[key]).not.toBe(keys[key]);
    expect(JSON.stringify(keys)).not.toMatch(/jiwon|1234|지원/iu);
    expect(keys.email).toBe(emailKey('academy-2027h1', person.email));
  });

  it('do not confuse a name with a birth date that it runs into', () => {
    const one = identityKeys('r', { ...person, name: 'kim1', birthDate: '999-01-01' });
    const other = identityKeys('r', { ...person, name: 'kim', birthDate: '1999-01-01' });
    expect(one.person).not.toBe(other.person);
  });
});
