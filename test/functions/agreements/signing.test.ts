import { describe, expect, it } from 'vitest';
import type { Agreement, Signature, Version } from '../../../functions/agreements/agreement.ts';
import { completed, ended, nextSigner, sameName, sign } from '../../../functions/agreements/signing.ts';
import { checkTemplate, filled } from '../../../functions/agreements/template.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { exampleTemplate } from '../../support/agreements/agreement-owner.ts';

const now = instantSchema.parse('2027-04-16T09:00:00+09:00');
const title = { ko: '계약', en: 'Agreement' };
const signer = (id: string) => ({ id, title, party: `party of ${id}`, name: `name of ${id}`, lang: 'ko' as const });

const version = (change: Partial<Version> = {}): Version => ({
  number: 1,
  state: 'OPEN',
  title,
  template: { id: 'lab-residency', version: 1 },
  dataHash: 'd',
  sha256: 'a',
  frozenAt: now,
  dueAt: addMinutes(now, 14 * 24 * 60),
  signingDays: 5,
  signers: [signer('company'), signer('lab')],
  signatures: [],
  requests: {},
  ...change,
});
const signature = (id: string, change: Partial<Signature> = {}): Signature => ({
  signer: id,
  name: `name of ${id}`,
  at: now,
  by: `signer:x/${id}`,
  sha256: 'a',
  code: 'c',
  ...change,
});

describe('signing', () => {
  it('goes in the declared order, and the second cannot come first', () => {
    expect(nextSigner(version())?.id).toBe('company');
    expect(sign(version(), signature('lab'), 'name of lab')).toEqual({ kind: 'not-your-turn' });
    const first = sign(version(), signature('company'), 'name of company');
    if (first.kind !== 'signed') throw new Error(first.kind);
    expect(first.next?.id).toBe('lab');
    expect(sign(first.version, signature('company'), 'name of company')).toEqual({ kind: 'not-your-turn' });
    const last = sign(first.version, signature('lab'), 'name of lab');
    expect(last).toMatchObject({ kind: 'signed', next: undefined });
  });

  it('counts for one text alone, in time, by the name that stands in it', () => {
    expect(sign(version(), signature('company', { sha256: 'b' }), 'name of company').kind).toBe('other-text');
    expect(
      sign(version({ dueAt: now }), signature('company', { at: addMinutes(now, 1) }), 'name of company').kind,
    ).toBe('late');
    expect(sign(version({ dueAt: now }), signature('company'), 'name of company').kind).toBe('signed');
    expect(sign(version(), signature('company', { name: 'somebody' }), 'name of company').kind).toBe('name-differs');
    for (const state of ['SIGNED', 'REFUSED', 'LAPSED', 'WITHDRAWN', 'REPLACED'] as const) {
      expect(sign(version({ state }), signature('company'), 'name of company').kind).toBe('closed');
    }
  });

  it('leaves the next some business days, though the first has signed in the last minute', () => {
    const dueAt = addMinutes(now, 1);
    const first = sign(version({ dueAt }), signature('company', { at: dueAt }), 'name of company');
    expect(first).toMatchObject({ version: { dueAt: '2027-04-23T09:00:00.000Z' } });
  });

  it('takes a name as people write it', () => {
    expect(sameName('김하나', '김하나'.normalize('NFD'))).toBe(true);
    expect(sameName(' John  DOE', 'John Doe')).toBe(true);
    expect(sameName('ＪＯＨＮ　ＤＯＥ', 'John Doe')).toBe(true);
    expect(sameName('김하나', '김한나')).toBe(false);
    expect(sameName('', '김하나')).toBe(false);
  });

  it('puts one version in force, and the one before only then out of it', () => {
    const first = version({ state: 'SIGNED', signedSha256: 's' });
    const agreement: Agreement = {
      id: 'F-1-1',
      owner: 'firm#F-1',
      context: 'lab',
      revision: 1,
      versions: [first, version({ number: 2 })],
      inForce: 1,
      meetings: [],
    };
    const next = completed(agreement, version({ number: 2 }), now);
    expect(next).toMatchObject({
      revision: 2,
      inForce: 2,
      versions: [
        { number: 1, state: 'REPLACED', replacedBy: 2 },
        { number: 2, state: 'SIGNED' },
      ],
    });
    expect(() => ended(first, 'refuse', now)).toThrow('no such move');
  });
});

describe('the text of an agreement', () => {
  it('is data: every name in it is declared, stands in both languages, and has a value', () => {
    const template = exampleTemplate();
    const texts = Object.fromEntries(Object.keys(template.fields).map((name) => [name, { ko: `(${name})`, en: name }]));
    const text = filled(template, texts);
    expect(JSON.stringify(text)).not.toContain('{company}');
    expect(JSON.stringify(text)).toContain('(company)');
    expect(filled(template, { ...texts, desks: { ko: '4', en: ' ' } })).toEqual({ missing: ['desks'] });
    expect(filled(template, {})).toEqual({ missing: Object.keys(template.fields) });
  });

  it('says at which line something is wrong', () => {
    const yaml = [
      'kind: agreement',
      'id: example',
      'version: 1',
      'title: { ko: 계약, en: Agreement 📄 }',
      'fields:',
      '  unused: { label: { ko: 가, en: A } }',
      'signers:',
      '  - { id: one, title: { ko: 가, en: A } }',
      '  - { id: one, title: { ko: 가, en: A } }',
      'parts:',
      '  - heading: { ko: 가, en: A }',
      '    paragraphs:',
      '      - { ko: "{constructor}", en: B }',
    ].join('\n');
    const checked = checkTemplate(yaml);
    if (checked.ok) throw new Error('it is not right');
    expect(checked.problems.map(({ line, field }) => [line, field])).toEqual(
      expect.arrayContaining([
        [4, 'title.en'],
        [13, 'parts[0].paragraphs[0].ko'],
        [13, 'parts[0].paragraphs[0]'],
        [6, 'fields.unused'],
        [9, 'signers[1].id'],
      ]),
    );
  });
});
